import { useTranslation } from 'react-i18next'
import { Differences } from '../../components/differences.tsx'
import type { TermChange } from './logic/term-changes.ts'
import { speechWords } from './term-words.tsx'

/** What differs between two versions of a term, a line each. */
export function Changes({ changes }: { changes: readonly TermChange[] }) {
  const { t } = useTranslation()
  if (changes.length === 0) return <p className="soft">{t('glossary.changedNothing')}</p>
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  )
}

function Change({ change }: { change: TermChange }) {
  const { t } = useTranslation()
  switch (change.type) {
    case 'status':
      return t('glossary.change.status', {
        from: t(`termStatus.${change.from}`),
        to: t(`termStatus.${change.to}`),
      })
    case 'form-added':
    case 'form-removed':
    case 'forms-ordered':
      return (
        <>
          {t(`glossary.change.${change.type}`)}{' '}
          <span className="zh" lang="zh-CN">
            {change.text}
          </span>
        </>
      )
    case 'rendering-added':
    case 'rendering-removed':
      return (
        <>
          {t(`glossary.change.${change.type}`, { status: t(`glossary.rendering.${change.status}`) })}{' '}
          <span className="en" lang="en">
            {change.text}
          </span>
        </>
      )
    case 'rendering-status':
      return (
        <>
          {t('glossary.change.rendering-status', {
            from: t(`glossary.rendering.${change.from}`),
            to: t(`glossary.rendering.${change.to}`),
          })}{' '}
          <span className="en" lang="en">
            {change.text}
          </span>
        </>
      )
    case 'part-of-speech':
      return (
        <>
          {t('glossary.form.partOfSpeech')}
          {t('common.colon')}
          <Differences before={speechWords(t, change.from)} after={speechWords(t, change.to)} lang="en" />
        </>
      )
    case 'text':
      return (
        <>
          {t(`glossary.form.${change.field}`)}
          {t('common.colon')}
          <Differences before={change.from} after={change.to} lang="en" />
        </>
      )
  }
}
