import { useTranslation } from 'react-i18next'
import { type Term, termLists } from '../../../src/model/term.ts'
import { speechWords } from './term-words.tsx'

const texts = ['definition', 'laterMention', 'abbreviation', 'owner'] as const

/** What else is said of a term, where there is something. */
export function MoreSaid({ term }: { term: Term }) {
  const { t } = useTranslation()
  const lines = [
    ...texts.map((name) => [name, term[name] ?? ''] as const),
    ['partOfSpeech', speechWords(t, term.partOfSpeech ?? '')] as const,
    ...termLists.map((name) => [name, term[name]?.join(t('common.listSemicolon')) ?? ''] as const),
  ].filter(([, text]) => text !== '')
  if (lines.length === 0) return null
  return (
    <dl className="more-said">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt className="soft">{t(`glossary.form.${name}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
