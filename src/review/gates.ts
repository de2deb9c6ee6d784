import { segmentPlaces } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { RevisionCount } from '../model/office-steps.ts'
import type { Person } from '../model/people.ts'
import type { QualitySettings } from '../model/quality.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { Figure } from '../model/release.ts'
import type { Comment, DocumentState, SegmentState } from '../model/state.ts'
import { atOnce, flatMapSteps, type Steps } from '../model/steps.ts'
import { refusalOfWork, works } from './assigned-only.ts'
import { hasUnconfirmed } from './figures.ts'
import {
  type Asked,
  type AskedOfSegments,
  askedOfSegments,
  neededRevisions,
  revisionStamps,
  revisionsOf,
} from './four-eyes.ts'
import { belowMarkSteps } from './quality.ts'
import type { RuleContext } from './rules/answer.ts'
import { presentSegment } from './segments.ts'
import { refusalToAct } from './standing.ts'
import { isBlank } from './text.ts'
import { unwaivedErrors } from './waivers.ts'

/**
 * A reason why a document cannot be signed yet. `code` and `params` are those of an error, `comment` is an id; of
 * `revision-due`, `params` says how many revisions there are (`has`) and how many are needed (`needs`).
 */
export interface OpenPoint {
  readonly segment: string
  readonly reason:
    | 'comment-blocking'
    | 'untranslated'
    | 'unreviewed'
    | 'revision-due'
    | 'error'
    | 'returned'
    | 'figure-unconfirmed'
  readonly comment?: string
  readonly code?: string
  readonly params?: Readonly<Record<string, string>>
}

/**
 * The reasons that block signing, in reading order. `findings` and `figures` are the present ones of the document;
 * figures may omit segments in which all agree.
 */
export function openPoints(
  state: DocumentState,
  findings: readonly Finding[],
  figures: readonly Figure[],
  asked: Asked,
): readonly OpenPoint[] {
  return atOnce(openPointsSteps(state, findings, figures, asked))
}

/** The same, a segment a step. */
export function* openPointsSteps(
  state: DocumentState,
  findings: readonly Finding[],
  figures: readonly Figure[],
  asked: Asked,
): Steps<readonly OpenPoint[]> {
  const ofSegments = askedOfSegments(state, asked)
  const bySegment = Map.groupBy(findings, (finding) => finding.segment)
  yield
  const figuresOf = Map.groupBy(figures, (figure) => figure.segment)
  return yield* flatMapSteps(segmentPlaces(state.document.blocks).segments, ({ id }) =>
    segmentPoints(presentSegment(state, id), bySegment.get(id) ?? [], figuresOf.get(id) ?? [], ofSegments),
  )
}

/** The same of one segment, with the findings and figures in it. */
export function segmentPoints(
  segment: SegmentState,
  findings: readonly Finding[],
  figures: readonly Figure[],
  { singlePerson, revisions }: AskedOfSegments,
): readonly OpenPoint[] {
  const { id } = segment
  const points: OpenPoint[] = blockingComments(segment).map((comment) => {
    return { segment: id, reason: 'comment-blocking', comment: comment.id }
  })
  const missing = missingStep(segment, singlePerson)
  if (missing !== null) points.push({ segment: id, reason: missing })
  else if (revisions !== null) points.push(...dueRevision(segment, revisions, singlePerson))
  // An empty target is already reported as untranslated.
  if (isBlank(segment.target)) return points
  const errors = unwaivedErrors(segment, findings, singlePerson)
  for (const { code, params } of errors) points.push({ segment: id, reason: 'error', code, params })
  // Errors and missing confirmations come first; only then are the remaining figures to be confirmed by name.
  const settled = errors.length === 0 && segment.state !== 'initial'
  if (settled && hasUnconfirmed(segment, figures, singlePerson)) {
    points.push({ segment: id, reason: 'figure-unconfirmed' })
  }
  return points
}

/** How many sentences have an open point: a sentence with two is open once, wherever they are counted. */
export function countOpen(points: readonly Pick<OpenPoint, 'segment'>[]): number {
  return new Set(points.map(({ segment }) => segment)).size
}

function missingStep(segment: SegmentState, singlePerson: boolean): OpenPoint['reason'] | null {
  if (segment.state === 'initial' || isBlank(segment.target)) {
    return segment.returned === undefined ? 'untranslated' : 'returned'
  }
  if (segment.state === 'translated' || segment.revised === undefined) return 'unreviewed'
  // Revised by its own author while the workspace was single-person: with four eyes restored it does not count.
  return revisionsOf(segment, singlePerson).length === 0 ? 'unreviewed' : null
}

function dueRevision(segment: SegmentState, least: RevisionCount, singlePerson: boolean): readonly OpenPoint[] {
  const has = revisionsOf(segment, singlePerson).length
  const needs = neededRevisions(segment, least)
  if (has >= needs) return []
  return [{ segment: segment.id, reason: 'revision-due', params: { has: String(has), needs: String(needs) } }]
}

/** The comments on a segment that block a signature and are not resolved. */
function blockingComments({ comments }: SegmentState): readonly Comment[] {
  return comments.filter(({ blocking, resolved }) => blocking && resolved === undefined)
}

/** How many comments of a document block it: nothing is published before they are resolved, even if it is signed. */
export function countBlocking(state: DocumentState): number {
  return [...state.segments.values()].reduce((sum, segment) => sum + blockingComments(segment).length, 0)
}

/** `signed`: the last signature still holds; `quality`: what the office asks of the score. */
export type SigningContext = RuleContext & { readonly signed: boolean; readonly quality: QualitySettings }

/**
 * Whether this person may sign the document as it is; `null` means yes. Nobody who wrote or revised any of the present
 * text may, unless the workspace is single-person, and nobody a document whose score the office holds too low.
 */
export function refusalToSign(
  state: DocumentState,
  actor: Pick<Person, 'id'>,
  context: SigningContext,
): Refusal | null {
  return atOnce(refusalToSignSteps(state, actor, context))
}

/** The same step by step. */
export function* refusalToSignSteps(
  state: DocumentState,
  actor: Pick<Person, 'id'>,
  { people, findings, figures, signed, quality, office }: SigningContext,
): Steps<Refusal | null> {
  const refusal = refusalToAct(people, actor, 'sign')
  if (refusal) return refusal
  if (signed) return refuse('already-signed')
  if (!people.singlePerson && tookPart(state, actor.id)) return refuse('own-document')
  const work = refusalOfWork(state, null, actor, works.signing, { people, office })
  if (work) return work
  yield
  const asked = { singlePerson: people.singlePerson, steps: office.steps, signed }
  const open = countOpen(yield* openPointsSteps(state, findings, figures, asked))
  if (open > 0) return refuse('sign-off-open', { count: String(open) })
  const below = quality.gate === 'block' ? yield* belowMarkSteps(state, quality, people.singlePerson) : null
  return below && refuse('quality-below', { score: String(below.score), mark: String(below.passMark) })
}

function tookPart(state: DocumentState, person: string): boolean {
  return [...state.segments.values()].some(
    (segment) => segment.authors.includes(person) || revisionStamps(segment).some(({ by }) => by === person),
  )
}
