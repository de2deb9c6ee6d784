import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Finding, findingKey } from '../../../src/model/finding.ts'
import { useWords } from '../../components/coded-words.tsx'

type Place = (segment: string) => { readonly href: string; readonly number: number }
const shownAtFirst = 8

/** What the checks doubt and nobody has to settle: whoever signs sees it all the same. */
export function Warnings({ warnings, place }: { warnings: readonly Finding[]; place: Place }) {
  const { t } = useTranslation()
  const words = useWords()
  const [all, setAll] = useState(false)
  if (warnings.length === 0) return null
  // What the checks say twice of one sentence stands once, with how often.
  const keyOf = (finding: Finding) => `${finding.segment} ${findingKey(finding)}`
  const lines = [...Map.groupBy(warnings, keyOf).values()].flatMap(([finding, ...more]) =>
    finding === undefined ? [] : [{ finding, times: more.length + 1 }],
  )
  const shown = all ? lines : lines.slice(0, shownAtFirst)
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{t('signOff.warnings', { count: warnings.length })}</h2>
      <p className="soft">{t('signOff.warningsHint')}</p>
      <ul className="errors">
        {shown.map(({ finding, times }) => (
          <li key={keyOf(finding)}>
            <Link
              href={place(finding.segment).href}
              aria-label={t('document.segment', { number: place(finding.segment).number })}
            >
              {place(finding.segment).number}
            </Link>
            <span>
              {words.finding(finding)} {times > 1 && `×${times}`}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > shownAtFirst && (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('signOff.fewer') : t('signOff.allWarnings', { count: warnings.length })}
        </button>
      )}
    </section>
  )
}
