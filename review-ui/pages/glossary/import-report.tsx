import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermImportView } from '../../../src/contract/views/terms.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'

/**
 * What a file would do to the glossary, or did: how many terms are new, change or stay, and why others are refused.
 * Busy: it is of what was chosen before, and is being looked at anew.
 */
export function ImportReport({
  filename,
  view,
  done,
  busy,
}: {
  filename: string
  view: TermImportView
  done: boolean
  busy: boolean
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { changes, refusals } = view
  // A table has lines, TBX has concepts.
  const place = /\.(tbx|xml)$/i.test(filename) ? 'glossary.import.concept' : 'glossary.import.line'
  return (
    <section className="stack import-report" aria-label={t('glossary.import.report')} aria-busy={busy}>
      <p>
        <b>{t(done ? 'glossary.import.done' : 'glossary.import.preview', { count: view.rows })}</b>
      </p>
      <dl className="counts">
        {(['added', 'changed', 'same', 'refused'] as const).map((outcome) => (
          <div key={outcome} className={view[outcome] === 0 ? 'soft' : undefined}>
            <dt>{t(`glossary.import.${outcome}`)}</dt>
            <dd>{view[outcome]}</dd>
          </div>
        ))}
      </dl>
      {view.notices.map((notice) => (
        <p key={notice.code}>{words.notice(notice)}</p>
      ))}
      {view.asProposed > 0 && <p>{t('glossary.import.asProposed', { count: view.asProposed })}</p>}
      {refusals.length > 0 && (
        <Rows title={t('glossary.import.whyRefused')} shown={refusals.length} all={view.refused}>
          {refusals.map(({ at, form, refusal }) => (
            <li key={`${at} ${form}`}>
              <Icon name="error" /> <b>{t(place, { at })}</b>{' '}
              <span className="zh" lang="zh-CN">
                {form}
              </span>{' '}
              <span>{words.refusal(refusal)}</span>
            </li>
          ))}
        </Rows>
      )}
      {changes.length > 0 && (
        <Rows title={t('glossary.import.whatChanges')} shown={changes.length} all={view.changed}>
          {changes.map(({ at, form, members }) => (
            <li key={`${at} ${form}`}>
              <b>{t(place, { at })}</b>{' '}
              <span className="zh" lang="zh-CN">
                {form}
              </span>{' '}
              <span className="soft">
                {members.map((member) => t(`glossary.form.${member}`)).join(t('common.listComma'))}
              </span>
            </li>
          ))}
        </Rows>
      )}
    </section>
  )
}

/** Rows of the file, in a box of their own that scrolls. */
function Rows({
  title,
  shown,
  all,
  children,
}: {
  title: string
  shown: number
  all: number
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div>
      <h3 id={id}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <ul className="rows" tabIndex={0} aria-labelledby={id}>
        {children}
      </ul>
      {shown < all && <p className="soft">{t('glossary.import.moreRows', { count: all - shown })}</p>}
    </div>
  )
}
