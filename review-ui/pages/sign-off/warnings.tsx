import { useTranslation } from 'react-i18next'
import { type Finding, findingKey } from '../../../src/model/finding.ts'
import { useWords } from '../../components/coded-words.tsx'
import { useLongList } from './long-list.tsx'
import { SegmentLink } from './place.tsx'

/** What the checks doubt and nobody has to settle: whoever signs sees it all the same. */
export function Warnings({ warnings }: { warnings: readonly Finding[] }) {
  const { t } = useTranslation()
  const words = useWords()
  // What the checks say twice of one sentence stands once, with how often.
  const keyOf = (finding: Finding) => `${finding.segment} ${findingKey(finding)}`
  const lines = [...Map.groupBy(warnings, keyOf).values()].flatMap(([finding, ...more]) =>
    finding === undefined ? [] : [{ finding, times: more.length + 1 }],
  )
  const { shown, more } = useLongList(lines, 8)
  if (warnings.length === 0) return null
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{t('signOff.warnings', { count: warnings.length })}</h2>
      <p className="soft">{t('signOff.warningsHint')}</p>
      <ul className="errors">
        {shown.map(({ finding, times }) => (
          <li key={keyOf(finding)}>
            <SegmentLink segment={finding.segment} />
            <span>
              {words.finding(finding)} {times > 1 && `×${times}`}
            </span>
          </li>
        ))}
      </ul>
      {more(t('signOff.allWarnings', { count: warnings.length }))}
    </section>
  )
}
