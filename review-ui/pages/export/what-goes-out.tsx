import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Reply } from '../../api.ts'
import { Icon } from '../../components/icon.tsx'
import type { Outgoing, StaysChinese, WayOut } from './logic/outgoing.ts'

/** How many sentences are listed one by one. */
const mostListed = 40

/** What a file would have: how many sentences in English, which stay in Chinese and why, and that it is a draft. */
export function WhatGoesOut({
  document,
  outgoing,
  signOff,
  way,
}: {
  document: string
  outgoing: Outgoing
  signOff: Reply<'document'>['signOff']
  way: WayOut | 'own-shape'
}) {
  const { t } = useTranslation()
  const { sentences, english, unrevised, chinese } = outgoing
  return (
    <section className="goes-out" aria-label={t('export.what')}>
      <h2>{t('export.what')}</h2>
      <dl className="counts">
        <div>
          <dt>{t('export.inEnglish')}</dt>
          <dd>{t('export.ofAll', { count: english, total: sentences })}</dd>
        </div>
        <div>
          <dt>{t('export.inChinese')}</dt>
          <dd>{chinese.length}</dd>
        </div>
        <div>
          <dt>{t('export.unrevised')}</dt>
          <dd>{unrevised}</dd>
        </div>
      </dl>
      {signOff === 'signed' ? (
        <p className="standing">
          <Icon name="final" /> {t('export.signed')}
        </p>
      ) : (
        <p className="standing">
          <Icon name="draft" />{' '}
          <span>
            <b>{t(signOff === 'stale' ? 'export.stale' : 'export.notSigned')}</b>{' '}
            {t(`export.draft.${draftMarkOf(way)}`)}
          </span>
        </p>
      )}
      {(['no-english', 'codes'] as const).map((reason) => (
        <Staying
          key={reason}
          document={document}
          reason={reason}
          list={chinese.filter((sentence) => sentence.reason === reason)}
        />
      ))}
    </section>
  )
}

/** How a file says that nobody has signed it. */
function draftMarkOf(way: WayOut | 'own-shape'): 'head' | 'states' | 'none' {
  if (way === 'xliff' || way === 'xliff-1.2' || way === 'json') return 'states'
  return way === 'tmx' || way === 'figures' ? 'none' : 'head'
}

function Staying({
  document,
  reason,
  list,
}: {
  document: string
  reason: StaysChinese['reason']
  list: readonly StaysChinese[]
}) {
  const { t } = useTranslation()
  if (list.length === 0) return null
  return (
    <details className="staying">
      <summary>{t(`export.stays.${reason}`, { count: list.length })}</summary>
      <ul>
        {list.slice(0, mostListed).map(({ segment, number }) => (
          <li key={segment}>
            <Link href={`/d/${document}/${segment}`}>{t('export.sentence', { number })}</Link>
          </li>
        ))}
      </ul>
      {list.length > mostListed && <p className="soft">{t('export.more', { count: list.length - mostListed })}</p>}
    </details>
  )
}
