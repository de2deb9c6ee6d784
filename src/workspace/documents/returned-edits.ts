import type { ReturnsTaken, ReturnsView } from '../../contract/views/returns.ts'
import { countLimits } from '../../model/count-limits.ts'
import type { DocumentEvent } from '../../model/event.ts'
import { findingKey } from '../../model/finding.ts'
import type { OfficeRules } from '../../model/office-steps.ts'
import type { People, Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { Table } from '../../model/table.ts'
import { compareRows, type RowChange, type RowComparison } from '../../returns/compare.ts'
import type { SegmentCommand } from '../../review/command.ts'
import { decide } from '../../review/rules.ts'
import type { Workspace } from '../core/open.ts'
import { officeRules } from '../core/settings.ts'
import { analyseWhole } from './analyse-now.ts'
import { comparedWith, type Returning } from './returned-comparison.ts'
import { type ErrorsBrought, viewOf } from './returned-view.ts'

/** What is to be done with the rows beside taking the English that nobody has changed here. */
export interface TakingOptions {
  /** Whether what the file calls translated is confirmed as the taker's translation. */
  readonly confirm: boolean
  /**
   * Segments that somebody has changed since, or whose returned English brings an error, and that are taken all the same:
   * with the version that was seen.
   */
  readonly over: ReadonlyMap<string, number>
  /** Segments whose returned English is left out, whatever it is. */
  readonly leave: ReadonlySet<string>
}

/** What would become of the rows of a file; nothing is written. */
export async function lookAtReturns(
  workspace: Workspace,
  actor: Person,
  { document, file }: Returning,
): Promise<ReturnsView | Refusal> {
  const compared = await comparedWith(workspace, actor, { document, file, act: 'read' })
  if (isRefusal(compared)) return compared
  return viewOf(compared, await errorsBrought(workspace, compared.now, compared.comparison.changes))
}

/**
 * Takes the English of a file as edits of the person who brings it, and its comments as theirs, all in one append or
 * none; of a reviewer outside as that reviewer's suggestions. What does not match the document stays out, and so does
 * what somebody has changed since, unless it is named.
 */
export async function takeReturns(
  workspace: Workspace,
  actor: Person,
  { document, file, ...options }: Returning & TakingOptions,
): Promise<ReturnsTaken | Refusal> {
  const compared = await comparedWith(workspace, actor, { document, file, act: 'send-review' })
  if (isRefusal(compared)) return compared
  const { read, went, review } = compared
  let taken: ReturnsTaken = { edited: 0, confirmed: 0, suggested: 0, comments: 0, left: 0 }
  const entries = await workspace.document(document).write(actor.id, async ({ state }) => {
    if (state === null) return refuse('document-unknown', { document })
    if (state.deleted) return refuse('document-deleted')
    const { state: people } = await workspace.people.read()
    const comparison = compareRows(read.items, { went, now: state, taker: actor.name })
    const crowded = refusalOfComments(state, comparison)
    if (crowded) return crowded
    const { newId } = workspace.world
    const errors = review === null ? await errorsBrought(workspace, state, comparison.changes) : new Map()
    const chosen = comparison.changes.filter((change) =>
      review === null ? isTaken(change, errors, options) : !options.leave.has(change.segment),
    )
    const commands = [
      ...(review === null ? edits(chosen, options.confirm) : suggestions(chosen, went, review.id, newId)),
      ...comparison.comments.map((comment) => ({ type: 'comment', comment: newId(), ...comment }) as const),
    ]
    const decided = await decideAll(workspace, commands, { state, people, actor, office: await officeRules(workspace) })
    if (isRefusal(decided)) return decided
    const count = (type: DocumentEvent['type']) => decided.filter((event) => event.type === type).length
    taken = {
      edited: count('segment-edited'),
      confirmed: count('segment-translated'),
      suggested: count('suggestion-made'),
      comments: count('comment-added'),
      left: comparison.changes.filter(({ type }) => type !== 'confirm').length - takenEdits(chosen),
    }
    return decided
  })
  return isRefusal(entries) ? entries : taken
}

/** How many of these changes put another English in the place of the present one. */
function takenEdits(changes: readonly RowChange[]): number {
  return changes.filter(({ type }) => type !== 'confirm').length
}

/** What both sides changed, and what brings an error, is taken only where it is named. */
function isTaken(
  { type, segment, version }: RowChange,
  errors: ErrorsBrought,
  { over, leave }: TakingOptions,
): boolean {
  if (leave.has(segment)) return false
  return (type !== 'conflict' && !errors.has(segment)) || over.get(segment) === version
}

function edits(changes: readonly RowChange[], confirm: boolean): readonly SegmentCommand[] {
  return changes.flatMap(({ type, segment, version: base, target, confirmed }): readonly SegmentCommand[] => {
    if (confirm && confirmed) return [{ type: 'translate', segment, base, target }]
    return type === 'confirm' ? [] : [{ type: 'edit', segment, base, target }]
  })
}

/** What a reviewer outside would have otherwise, each of the English that went out. */
function suggestions(
  changes: readonly RowChange[],
  went: DocumentState,
  review: string,
  newId: () => string,
): readonly SegmentCommand[] {
  return changes.flatMap(({ type, segment, version: base, target }): readonly SegmentCommand[] => {
    if (type === 'confirm') return []
    const outside = { review, target: went.segments.get(segment)?.target ?? [] }
    return [{ type: 'suggest', segment, base, suggestion: newId(), target, outside }]
  })
}

async function errorsBrought(
  workspace: Workspace,
  state: DocumentState,
  changes: readonly RowChange[],
): Promise<ErrorsBrought> {
  const edits = changes.filter(({ type }) => type !== 'confirm')
  if (edits.length === 0) return new Map()
  const edited = edits.flatMap(({ segment, target }) => {
    const present = state.segments.get(segment)
    return present === undefined ? [] : [{ ...present, target }]
  })
  const segments = Table.from(state.segments).with(edited)
  // An analysis of no entry of the document: the one of the document as it is stays at hand.
  const tried = await analyseWhole(workspace, { ...state, segments, sequence: 0 })
  const present = await analyseWhole(workspace, state)
  const known = new Set(present.findings.atOnce().map((finding) => `${finding.segment} ${findingKey(finding)}`))
  const ofEdited = new Set(edits.map(({ segment }) => segment))
  const brought = tried.findings
    .atOnce()
    .filter((finding) => finding.severity === 'error' && ofEdited.has(finding.segment))
    .filter((finding) => !known.has(`${finding.segment} ${findingKey(finding)}`))
  return Map.groupBy(brought, ({ segment }) => segment)
}

/** The events of all commands, or the first refusal. */
async function decideAll(
  { world }: Workspace,
  commands: readonly SegmentCommand[],
  {
    state,
    actor,
    people,
    office,
  }: { readonly state: DocumentState; readonly actor: Person; readonly people: People; readonly office: OfficeRules },
): Promise<readonly DocumentEvent[] | Refusal> {
  const events: DocumentEvent[] = []
  for (const command of commands) {
    const decided = decide(state, command, actor, { people, office, findings: [], figures: [] })
    if (isRefusal(decided)) return decided
    events.push(...decided)
    const others = world.pause()
    if (others) await others
  }
  return events
}

/** Each comment is decided by the document as it was before all of them, so their number is looked at here. */
function refusalOfComments({ segments }: DocumentState, { comments }: RowComparison): Refusal | null {
  const most = countLimits.segmentComments
  const crowded = [...Map.groupBy(comments, ({ segment }) => segment)].some(
    ([segment, added]) => (segments.get(segment)?.comments.length ?? 0) + added.length > most,
  )
  return crowded ? refuse('comments-too-many', { most: String(most) }) : null
}
