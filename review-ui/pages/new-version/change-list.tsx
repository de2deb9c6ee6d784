import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../api.ts'
import { Differences } from '../../components/differences.tsx'
import { Tabs } from '../../components/tabs.tsx'

type Comparison = Reply<'compareVersion'>
type Change = Comparison['changes'][number]

const kinds = ['changed', 'moved', 'new', 'removed'] as const
type Shown = 'all' | (typeof kinds)[number]

/** What a new version changes: how many sentences of each kind, and each of those that are not as they were. */
export function ChangeList({ comparison: { counts, changes, more } }: { comparison: Comparison }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown>('all')
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0)
  const tabs = [
    { name: 'all' as const, label: t('newVersion.all'), count: total },
    ...kinds.map((name) => ({ name, label: t(`newVersion.kind.${name}`), count: counts[name] })),
  ]
  const listed = changes.filter(({ type }) => shown === 'all' || type === shown)
  return (
    <>
      <p className="counts">{t('newVersion.counts', counts)}</p>
      {total === 0 ? (
        <p>{t('newVersion.sameText')}</p>
      ) : (
        <Tabs label={t('newVersion.changes')} tabs={tabs} selected={shown} onSelect={setShown}>
          {listed.length === 0 && <p className="soft">{t('newVersion.noneOfKind')}</p>}
          <ol className="version-changes">
            {listed.map((change) => (
              <ChangedSentence key={`${change.type} ${change.id}`} change={change} />
            ))}
          </ol>
          {more > 0 && shown === 'all' && <p className="soft">{t('newVersion.more', { count: more })}</p>}
        </Tabs>
      )}
    </>
  )
}

function ChangedSentence({ change: { type, now, was } }: { change: Change }) {
  const { t } = useTranslation()
  const chinese = now ?? was?.source ?? ''
  return (
    <li className={type}>
      <b>{t(`newVersion.kind.${type}`)}</b>
      <div className="zh" lang="zh-CN">
        {type === 'changed' && was && now !== null ? (
          <Differences before={was.source} after={now} lang="zh-CN" />
        ) : type === 'removed' ? (
          <del>{chinese}</del>
        ) : (
          chinese
        )}
      </div>
      <div>
        {was === undefined || was.target === '' ? (
          <span className="soft">{t('newVersion.noEnglish')}</span>
        ) : (
          <>
            <span className="en" lang="en">
              {was.target}
            </span>
            <small className="soft">{t(`newVersion.fate.${type}`)}</small>
          </>
        )}
      </div>
    </li>
  )
}
