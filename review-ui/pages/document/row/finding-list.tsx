import { useTranslation } from 'react-i18next'
import { type Finding, findingKey, isAboutCodes, isWaivable } from '../../../../src/model/finding.ts'
import { namesOf } from '../../../../src/model/names.ts'
import type { Refusal } from '../../../../src/model/refusal.ts'
import type { Waiver } from '../../../../src/model/state.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import { menuLetters } from '../../../keys/keys.ts'
import type { Mark } from '../logic/numbering.ts'
import { gradeOf } from '../logic/stretches.ts'
import { useRoomView } from '../room/room-context.tsx'

export interface ShownFinding {
  readonly finding: Finding
  readonly waiver?: Waiver | undefined
}

const topics = {
  term: 'term',
  quantity: 'figure',
  target: 'text',
  chinese: 'text',
  control: 'text',
  letters: 'text',
  marks: 'text',
  source: 'text',
  code: 'code',
  proof: 'language',
  name: 'name',
  content: 'meaning',
  expression: 'meaning',
  negation: 'meaning',
  possibility: 'meaning',
  adverse: 'meaning',
} as const

const colours = { error: 'red', warning: 'ochre', look: 'blue', note: 'soft' } as const

const consistency: ReadonlySet<Finding['code']> = new Set([
  'source-translated-two-ways',
  'same-english',
  'english-repeated',
  'length-short',
  'length-long',
])

function topicOf(code: Finding['code']): (typeof topics)[keyof typeof topics] | 'consistency' | 'style' {
  if (consistency.has(code)) return 'consistency'
  const topic = namesOf(topics).find((beginning) => code.split('-')[0] === beginning)
  return topic === undefined ? 'style' : topics[topic]
}

/** What a fix puts in, so that it can be read: a space by its name, a mark of punctuation between quotation marks. */
function readable(fix: string, t: ReturnType<typeof useTranslation>['t']): string {
  if (fix === ' ') return t('finding.oneSpace')
  return /[\p{L}\p{N}]/u.test(fix) ? fix : t('finding.quoted', { fix })
}

/** What the checks say of the segment, in its place: with what mends it, and how to let it stand. */
export function FindingList({
  findings,
  marks,
  onFix,
  onWaive,
  onWithdraw,
  waiving,
}: {
  findings: readonly ShownFinding[]
  /** What can be inserted by its number in the menu; absent where no cursor stands in the English to insert it at. */
  marks?: readonly Mark[]
  /** Absent where one may not edit. */
  onFix?: (finding: Finding) => void
  onWaive: (finding: Finding) => void
  onWithdraw: (finding: Finding) => void
  /** Why one may not waive; null: one may. */
  waiving: Refusal | null
}) {
  const { t } = useTranslation()
  const { names } = useRoomView()
  const words = useWords()
  const { menu, fix: fixKey, code: codeKey } = useBindings()
  const firstFix = findings.find(
    ({ finding, waiver }) => finding.fix !== undefined && finding.target && !waiver,
  )?.finding
  const numberOf = ({ source, target, fix }: Finding) =>
    source === undefined || target !== undefined
      ? undefined
      : marks?.find(({ from, to, english }) => english === fix && from < source.to && source.from < to)?.number
  const firstMissing = findings.find(({ finding, waiver }) => finding.code === 'code-missing' && !waiver)?.finding
  const firstError = findings.find(
    ({ finding, waiver }) => finding.severity === 'error' && isWaivable(finding) && !waiver,
  )?.finding
  return (
    <ul className="findings">
      {findings.map(({ finding, waiver }) => {
        const { severity, code, fix } = finding
        const number = numberOf(finding)
        return (
          <li key={`${findingKey(finding)} ${finding.target?.from}`} className={waiver ? 'waived' : severity}>
            <Icon name={waiver ? 'waived' : severity} />
            <div>
              <p>
                <b className={waiver ? 'soft' : colours[gradeOf(finding)]}>
                  {t(waiver ? 'finding.waived' : `finding.${gradeOf(finding)}`)} · {t(`finding.topic.${topicOf(code)}`)}
                </b>{' '}
                {words.finding(finding)}
              </p>
              {waiver && (
                <p className="soft">
                  {t('finding.waivedBy', { name: names.get(waiver.by) ?? waiver.by })} {waiver.reason}
                </p>
              )}
              <p className="mend">
                {!waiver && onFix && isAboutCodes(finding) && (
                  <button type="button" className="text-button" onClick={() => onFix(finding)}>
                    {code === 'code-missing' ? t('codes.insert', { code: finding.params.code }) : t('codes.mend')}
                    {finding === firstMissing && <Key chord={codeKey} />}
                  </button>
                )}
                {!waiver && onFix && fix !== undefined && (finding.target || marks) && (
                  <button type="button" className="text-button" onClick={() => onFix(finding)}>
                    {fix === ''
                      ? t('finding.remove')
                      : t(finding.target ? 'finding.use' : 'finding.insert', { fix: readable(fix, t) })}
                    {finding === firstFix && <Key chord={fixKey} />}
                    {number !== undefined && <Key chord={menu} then={String(number)} />}
                  </button>
                )}
                {!waiver && severity === 'error' && isWaivable(finding) && waiving === null && (
                  <button type="button" className="text-button" onClick={() => onWaive(finding)}>
                    {t('finding.waive')}
                    {finding === firstError && <Key chord={menu} then={menuLetters.waive} />}
                  </button>
                )}
                {waiver && waiving === null && (
                  <button type="button" className="text-button" onClick={() => onWithdraw(finding)}>
                    {t('finding.withdraw')}
                  </button>
                )}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
