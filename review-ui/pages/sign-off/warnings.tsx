import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { type Finding, findingKey } from '../../../src/model/finding.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { useLongList } from './long-list.tsx'
import { SegmentLink } from './place.tsx'
import { Since } from './step.tsx'

/** What the checks say twice of one sentence stands once, with how often. */
function linesOf(warnings: readonly Finding[]) {
  return [...Map.groupBy(warnings, keyOf).values()].flatMap(([finding, ...more]) =>
    finding === undefined ? [] : [{ finding, times: more.length + 1 }],
  )
}

function keyOf(finding: Finding): string {
  return `${finding.segment} ${findingKey(finding)}`
}

/** What the checks doubt and nobody has to settle: whoever signs sees it all the same. */
export function Warnings({
  sheet,
  warnings,
  changed,
}: {
  sheet: SignOffSheet
  warnings: readonly Finding[]
  changed: ReadonlySet<string>
}) {
  const { t } = useTranslation()
  const words = useWords()
  const lines = linesOf(warnings)
  const { shown, more } = useLongList(lines, 8)
  if (warnings.length === 0) return null
  return (
    <div className="group">
      <h3 id="warnings">
        <Icon name="warning" /> {t('signOff.warnings', { count: warnings.length })}
      </h3>
      <p className="soft">{t('signOff.warningsHint')}</p>
      <ul className="points">
        {shown.map(({ finding, times }) => (
          <li key={keyOf(finding)}>
            <SegmentLink segment={finding.segment} />
            <p className="what">
              <span>
                {words.finding(finding)} {times > 1 && `×${times}`}
              </span>
            </p>
            <div className="by">{changed.has(finding.segment) && <Since sheet={sheet} isNew />}</div>
          </li>
        ))}
      </ul>
      {more(t('signOff.allWarnings', { count: warnings.length }))}
    </div>
  )
}
