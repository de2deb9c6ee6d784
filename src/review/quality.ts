import { countCharacters, countWords } from '../language/text/counts.ts'
import { segmentsOf } from '../model/document.ts'
import { plain } from '../model/inline.ts'
import {
  type Assessment,
  type BelowMark,
  type Issue,
  type IssueCategory,
  type IssueCounts,
  type IssueSeverity,
  issueCategories,
  issueSeverities,
  type JudgedText,
  type Quality,
  type QualitySettings,
  type Score,
  type Tally,
} from '../model/quality.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { presentSegments } from './assignments.ts'
import { isOfText } from './fold-segment.ts'

/** A sentence that was assessed, with the issues that count: those on the text that was assessed. */
export interface Assessed {
  readonly assessment: Assessment
  readonly issues: readonly Issue[]
}

type Judged = Pick<SegmentState, 'id' | 'issues' | 'assessments'>

/**
 * What counts of a segment: its last assessment. Of one that was joined and not assessed since, the last of each part. An
 * assessment by somebody who has words in the text counts in a workspace of a single person only, and so does an issue.
 */
export function assessedOf({ id, issues = [], assessments = [] }: Judged, singlePerson: boolean): readonly Assessed[] {
  const valid = assessments.filter(({ own }) => singlePerson || !own)
  const parts = [...Map.groupBy(valid, ({ segment }) => segment)]
  const counted = parts.some(([part]) => part === id) ? parts.filter(([part]) => part === id) : parts
  return counted.flatMap(([, all]) => all.slice(-1).map((assessment) => withIssues(assessment, issues, singlePerson)))
}

function withIssues(assessment: Assessment, issues: readonly Issue[], singlePerson: boolean): Assessed {
  return {
    assessment,
    issues: issues.filter((issue) => (singlePerson || !issue.own) && isOfText(issue, assessment.of)),
  }
}

export function emptyTally(): Tally {
  return { assessed: 0, words: 0, characters: 0, issues: countsOf([]) }
}

/** Two tallies in one. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    assessed: a.assessed + b.assessed,
    words: a.words + b.words,
    characters: a.characters + b.characters,
    issues: eachCount((category, severity) => a.issues[category][severity] + b.issues[category][severity]),
  }
}

function tallyOf({ assessment: { of }, issues }: Assessed): Tally {
  return { assessed: 1, ...sizeOf(of), issues: countsOf(issues) }
}

function sizeOf({ source, target }: JudgedText): Pick<Tally, 'words' | 'characters'> {
  return { words: countWords(plain(target)), characters: countCharacters(plain(source)) }
}

function countsOf(issues: readonly Issue[]): IssueCounts {
  return eachCount(
    (category, severity) => issues.filter((one) => one.category === category && one.severity === severity).length,
  )
}

function eachCount(count: (category: IssueCategory, severity: IssueSeverity) => number): IssueCounts {
  const of = (category: IssueCategory) => {
    const by = (severity: IssueSeverity) => count(category, severity)
    return { neutral: by('neutral'), minor: by('minor'), major: by('major'), critical: by('critical') }
  }
  return {
    terminology: of('terminology'),
    accuracy: of('accuracy'),
    conventions: of('conventions'),
    style: of('style'),
    locale: of('locale'),
    audience: of('audience'),
    design: of('design'),
  }
}

/**
 * The raw score of MQM: the absolute penalty total, which is the sum of the issues by the weights of their severities,
 * over the size of what was assessed, taken from 1, of 100. Weights of categories are all 1.
 */
export function scoreOf({ issues, words, characters }: Tally, { weights, measure }: QualitySettings): Score {
  const size = measure === 'words' ? words : characters
  let penalty = 0
  for (const category of issueCategories)
    for (const severity of issueSeverities) penalty += issues[category][severity] * weights[severity]
  return scoreFrom(penalty, size)
}

/** The score of so many penalty points over a text of this size. */
export function scoreFrom(penalty: number, size: number): Score {
  if (size === 0) return { penalty, perThousand: null, score: null }
  return { penalty, perThousand: (1000 * penalty) / size, score: 100 * (1 - penalty / size) }
}

/** A score as it is shown and compared with the mark: to a tenth, never rounded up to it. */
export function shownScore(score: number): number {
  return Math.floor(score * 10 + 1e-9) / 10
}

export function qualityOf(state: DocumentState, settings: QualitySettings, singlePerson: boolean): Quality {
  return atOnce(qualitySteps(state, settings, singlePerson))
}

/** The same, a segment a step. */
export function* qualitySteps(state: DocumentState, settings: QualitySettings, singlePerson: boolean): Steps<Quality> {
  let tally = emptyTally()
  let marked = 0
  let counted = 0
  for (const { id } of segmentsOf(state.document)) {
    const segment = state.segments.get(id)
    if (segment?.issues === undefined && segment?.assessments === undefined) continue
    marked += segment.issues?.length ?? 0
    for (const assessed of assessedOf(segment, singlePerson)) {
      counted += assessed.issues.length
      tally = addTallies(tally, tallyOf(assessed))
    }
    yield
  }
  const score = scoreOf(tally, settings)
  const { passMark } = settings
  return {
    ...tally,
    ...score,
    sentences: state.segments.size,
    uncounted: marked - counted,
    sample: sampleOf(state, singlePerson),
    passed: passMark === null || score.score === null ? null : shownScore(score.score) >= passMark,
  }
}

/** What is left of the last sample. */
function sampleOf(state: DocumentState, singlePerson: boolean): Quality['sample'] {
  const last = state.samples?.at(-1)
  if (last === undefined) return null
  const present = presentSegments(state, last.segments)
  return { of: present.length, assessed: present.filter((id) => isDone(state, id, last.at, singlePerson)).length }
}

/** Whether a segment of a sample that was drawn at an instant is assessed: as it is now, or as it was after that. */
export function isDone(
  { segments }: Pick<DocumentState, 'segments'>,
  id: string,
  at: string,
  singlePerson: boolean,
): boolean {
  const segment = segments.get(id)
  if (segment === undefined) return false
  return assessedOf(segment, singlePerson).some(
    ({ assessment }) => assessment.at >= at || isOfText(assessment, segment),
  )
}

/**
 * The score that falls short of the mark; asked only where the office lets the mark say something to whoever signs. What
 * somebody judged whose words came into the text later raises no score, but lowers it still: else words of theirs that
 * others put in would take back what they found.
 */
export function* belowMarkSteps(
  state: DocumentState,
  settings: QualitySettings,
  singlePerson: boolean,
): Steps<BelowMark | null> {
  const { passMark, gate } = settings
  if (gate === 'nothing' || passMark === null) return null
  const scores = [yield* qualitySteps(state, settings, singlePerson), yield* qualitySteps(state, settings, true)]
  const below = scores.flatMap(({ score, passed }) => (passed === false && score !== null ? [shownScore(score)] : []))
  return below.length === 0 ? null : { score: Math.min(...below), passMark }
}
