import { useTranslation } from 'react-i18next'
import type { SheetChange, SheetTermChange } from '../../../src/contract/views/signing.ts'
import { Differences } from '../../components/differences.tsx'
import { When } from '../../components/instant.tsx'
import { useLongList } from './long-list.tsx'
import { SegmentLink } from './place.tsx'
import { Fold } from './step.tsx'

/** The sentences that are not as they were signed, with before and after in both languages. */
export function Changes({ sentences }: { sentences: readonly SheetChange[] }) {
  const { t } = useTranslation()
  const { shown, more } = useLongList(sentences, 30)
  if (sentences.length === 0) return null
  return (
    <div className="group">
      <h3>{t('signOff.inWords', { count: sentences.length })}</h3>
      <ol className="rows">
        {shown.map((change) => (
          <ChangedSentence key={change.segment} change={change} />
        ))}
      </ol>
      {more(t('signOff.allChanges', { count: sentences.length }))}
    </div>
  )
}

/** Sentences that one changed term alone has changed, in one folded line. */
export function TermChange({ change }: { change: SheetTermChange }) {
  const { t } = useTranslation()
  const { source, before, after, name, at, authority, sentences, status } = change
  return (
    <Fold
      line={
        <>
          <b>{t(sentences.length > 0 ? 'signOff.byTerm' : 'signOff.termOnly', { count: sentences.length })}</b>{' '}
          <span className="zh" lang="zh-CN">
            {source}
          </span>{' '}
          {status === 'retired' ? (
            t('signOff.termRetired')
          ) : (
            <i className="en" lang="en">
              {after}
            </i>
          )}
          <small className="soft">
            {before !== null && before !== after && (
              <>
                {t('signOff.termWas')}{' '}
                <span className="en" lang="en">
                  {before}
                </span>{' '}
                ·{' '}
              </>
            )}
            {name} <When at={at} />
            {authority !== '' && ` · ${authority}`}
          </small>
        </>
      }
    >
      {sentences.length === 0 ? (
        <p>{t('signOff.noSentence')}</p>
      ) : (
        <ol className="rows">
          {sentences.map((sentence) => (
            <ChangedSentence key={sentence.segment} change={sentence} />
          ))}
        </ol>
      )}
    </Fold>
  )
}

function ChangedSentence({
  change: { segment, change, source, target, changed, revised, reasons },
}: {
  change: SheetChange
}) {
  const { t } = useTranslation()
  return (
    <li className="change">
      {change === 'removed' ? <span className="num" /> : <SegmentLink segment={segment} />}
      <div className="source">
        <p className="kind">{t(`signOff.change.${change}`)}</p>
        <Text before={source.before} after={source.after} lang="zh-CN" />
      </div>
      <div className={revised ? 'target' : 'target open'}>
        <Text before={target.before} after={target.after} lang="en" />
      </div>
      <div className="meta">
        <span>
          {reasons.map(({ name, text, at }) => (
            <span key={at} className="why">
              <b>{t('signOff.why')}</b> {t('signOff.reasonBy', { text, name })}
            </span>
          ))}
        </span>
        <span>
          {changed && (
            <>
              {changed.name} <When at={changed.at} /> ·{' '}
            </>
          )}
          {revised ? (
            <>
              {t('signOff.revisedBy', { name: revised.name })} <When at={revised.at} />
            </>
          ) : (
            t('signOff.notRevised')
          )}
        </span>
      </div>
    </li>
  )
}

function Text({ before, after, lang }: { before: string; after: string; lang: 'zh-CN' | 'en' }) {
  if (before !== after) return <Differences before={before} after={after} lang={lang} />
  return (
    <p className={lang === 'en' ? 'en' : 'zh'} lang={lang}>
      {after}
    </p>
  )
}
