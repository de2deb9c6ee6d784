import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CountsView } from '../../../src/contract/views/counts.ts'
import type { CountFigures, CountKey, CountRow, Counts } from '../../../src/model/counts.ts'
import { shownScore } from '../../../src/review/quality.ts'
import { useCountWords } from './use-count-words.ts'

const steps = ['imported', 'drafted', 'confirmed', 'revised', 'returned', 'signed', 'published'] as const
const work = ['translating', 'revising'] as const

/** The counts, a group a row, and all of them together below. No figure is marked, and rows are in no order of figures. */
export function CountsTable({ view: { by, rows, total } }: { view: CountsView }) {
  const { t } = useTranslation()
  if (rows.length === 0 && Object.values(total.counts).every((count) => count === 0))
    return <p className="none">{t('counts.none')}</p>
  const keys: readonly CountKey[] = by
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keys
    <section className="scrolls" aria-label={t('counts.table')} tabIndex={0}>
      <table className="table counts-table">
        <caption>{t('counts.caption')}</caption>
        <thead>
          <tr>
            {keys.length === 0 ? (
              <td />
            ) : (
              keys.map((key) => (
                <th key={key} scope="col">
                  {t(`counts.key.${key}`)}
                </th>
              ))
            )}
            {steps.map((step) => (
              <th key={step} scope="col" className="number">
                {t(`counts.step.${step}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('counts.words')}
            </th>
            {work.map((kind) => (
              <th key={kind} scope="col" className="number">
                {t(`counts.${kind}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('counts.distance')}
            </th>
            <th scope="col" className="number">
              {t('counts.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify([row.month, row.document?.id, row.engine, row.person?.id])}>
              {keys.map((key, at) => (
                <Place key={key} row={row} name={key} isFirst={at === 0} />
              ))}
              <Figures of={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={Math.max(1, keys.length)}>
              {t('counts.sum')}
            </th>
            <Figures of={total} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

/** What a row is of, by one key; the first is its heading. */
function Place({ row, name, isFirst }: { row: CountRow; name: CountKey; isFirst: boolean }) {
  const { t } = useTranslation()
  const { monthWords, draftWords } = useCountWords()
  const { month, document, engine, person } = row
  const words = {
    month: month === null ? null : monthWords(month),
    document: document === null ? null : <Link href={`/d/${document.id}`}>{document.title}</Link>,
    engine: engine === null ? null : draftWords(engine),
    person: person === null ? null : person.name || t('counts.nobody'),
  }[name]
  const look = name === 'document' ? { className: 'zh title', lang: 'zh-CN' } : {}
  return isFirst ? (
    <th scope="row" {...look}>
      {words}
    </th>
  ) : (
    <td {...look}>{words}</td>
  )
}

function Figures({ of: { counts, distance, score } }: { of: CountFigures & { readonly counts: Counts } }) {
  const { t } = useTranslation()
  const { number } = useCountWords()
  return (
    <>
      {steps.map((step) => (
        <Pair key={step} value={counts[`${step}Sentences`]} below={counts[`${step}Characters`]} />
      ))}
      <td className="number">{counts.confirmedWords === 0 ? '–' : number(counts.confirmedWords)}</td>
      {work.map((kind) => (
        <Time
          key={kind}
          milliseconds={counts[`${kind}Milliseconds`]}
          timed={counts[`${kind}Timed`]}
          steps={counts[`${kind}Steps`]}
        />
      ))}
      <td className="number">
        {distance === null ? (
          '–'
        ) : (
          <>
            {number(distance, 1)}% <small>{t('counts.ofSentences', { count: counts.postEditSentences })}</small>
          </>
        )}
      </td>
      <td className="number">
        {score === null ? (
          '–'
        ) : (
          <>
            {number(shownScore(score), 1)} <small>{t('counts.ofSentences', { count: counts.assessedSentences })}</small>
          </>
        )}
      </td>
    </>
  )
}

/** Sentences, and their characters below. */
function Pair({ value, below }: { value: number; below: number }) {
  const { t } = useTranslation()
  const { number } = useCountWords()
  if (value === 0) return <td className="number">–</td>
  return (
    <td className="number">
      {number(value)} <small>{t('counts.characters', { count: below, number: number(below) })}</small>
    </td>
  )
}

/** Time as far as it is known, and of how many steps it is. */
function Time({ milliseconds, timed, steps }: { milliseconds: number; timed: number; steps: number }) {
  const { t } = useTranslation()
  const { timeWords, number } = useCountWords()
  if (steps === 0) return <td className="number">–</td>
  return (
    <td className="number">
      {timed === 0 ? t('counts.unknown') : timeWords(milliseconds)}{' '}
      <small>{t('counts.ofSteps', { count: steps, timed: number(timed), steps: number(steps) })}</small>
    </td>
  )
}
