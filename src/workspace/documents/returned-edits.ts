import type { ReturnsTaken, ReturnsView } from '../../contract/views/returns.ts'
import { codeLetters, codeName } from '../../model/code-letters.ts'
import { countLimits } from '../../model/count-limits.ts'
import type { DocumentEvent } from '../../model/event.ts'
import { type Finding, findingKey } from '../../model/finding.ts'
import { plain } from '../../model/inline.ts'
import type { People, Person } from '../../model/people.ts'
import type { Act } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { Table } from '../../model/table.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { inSlices } from '../../ports/world.ts'
import { compareRows, type RowChange, type RowComparison, type RowProblem } from '../../returns/compare.ts'
import type { SegmentCommand } from '../../review/command.ts'
import { advanceSteps } from '../../review/fold.ts'
import { decide } from '../../review/rules.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { Page } from '../core/page.ts'
import type { Readings } from '../core/reading.ts'
import { analyseWhole } from './analyse-now.ts'

/** A file that went out of here, was worked on in another tool and comes back over its document. */
interface Returning {
  readonly document: string
  readonly file: IncomingFile
}

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
 * none. What does not match the document stays out, and so does what somebody has changed since, unless it is named.
 */
export async function takeReturns(
  workspace: Workspace,
  actor: Person,
  { document, file, ...options }: Returning & TakingOptions,
): Promise<ReturnsTaken | Refusal> {
  const compared = await comparedWith(workspace, actor, { document, file, act: 'edit' })
  if (isRefusal(compared)) return compared
  const { read, went } = compared
  let taken: ReturnsTaken = { edited: 0, confirmed: 0, comments: 0, left: 0 }
  const entries = await workspace.document(document).write(actor.id, async ({ state }) => {
    if (state === null) return refuse('document-unknown', { document })
    const { state: people } = await workspace.people.read()
    const comparison = compareRows(read.items, { went, now: state, taker: actor.name })
    const crowded = refusalOfComments(state, comparison)
    if (crowded) return crowded
    const errors = await errorsBrought(workspace, state, comparison.changes)
    const chosen = comparison.changes.filter((change) => isTaken(change, errors, options))
    const commands = commandsFor(chosen, comparison.comments, options.confirm, workspace.world.newId)
    const decided = await decideAll(workspace, commands, { state, people, actor })
    if (isRefusal(decided)) return decided
    const count = (type: DocumentEvent['type']) => decided.filter((event) => event.type === type).length
    taken = {
      edited: count('segment-edited'),
      confirmed: count('segment-translated'),
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

function commandsFor(
  changes: readonly RowChange[],
  comments: RowComparison['comments'],
  confirm: boolean,
  newId: () => string,
): readonly SegmentCommand[] {
  const edits = changes.flatMap(({ type, segment, version: base, target, confirmed }): readonly SegmentCommand[] => {
    if (confirm && confirmed) return [{ type: 'translate', segment, base, target }]
    return type === 'confirm' ? [] : [{ type: 'edit', segment, base, target }]
  })
  return [...edits, ...comments.map((comment) => ({ type: 'comment', comment: newId(), ...comment }) as const)]
}

/** The errors that a returned English would bring which its segment does not have, by segment. */
type ErrorsBrought = ReadonlyMap<string, readonly Finding[]>

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
  { state, people, actor }: { readonly state: DocumentState; readonly people: People; readonly actor: Person },
): Promise<readonly DocumentEvent[] | Refusal> {
  const events: DocumentEvent[] = []
  for (const command of commands) {
    const decided = decide(state, command, actor, { people, findings: [], figures: [] })
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

interface Compared {
  readonly read: Readings['returns']
  readonly went: DocumentState
  readonly now: DocumentState
  readonly comparison: RowComparison
  readonly filename: string
  /** When the last entry that went out was made. */
  readonly at: string
}

async function comparedWith(
  workspace: Workspace,
  actor: Person,
  { document, file, act }: Returning & { readonly act: Act },
): Promise<Compared | Refusal> {
  const opened = await openFor(workspace, actor, act, document)
  if (isRefusal(opened)) return opened
  const read = await workspace.world.read('returns', file)
  if (isRefusal(read)) return read
  const then = await stateThen(workspace, opened, read)
  if (isRefusal(then)) return then
  const { state: now } = opened
  const comparison = compareRows(read.items, { went: then.went, now, taker: actor.name })
  return { read, ...then, now, comparison, filename: file.filename.toWellFormed() }
}

/** The document as it went out: its entries up to the one that the file names, if that is on record here. */
async function stateThen(
  { world }: Workspace,
  page: Page<DocumentState>,
  { head: { document, base } }: Readings['returns'],
): Promise<Pick<Compared, 'went' | 'at'> | Refusal> {
  const entries = (await page.entries()).slice(0, base.sequence)
  const last = entries.at(-1)
  if (page.state.document.id !== document || last?.sequence !== base.sequence || last.hash !== base.head) {
    return refuse('return-other-document')
  }
  const went = await inSlices(advanceSteps(null, entries), world.pause)
  return went === null ? refuse('return-other-document') : { went, at: last.at }
}

/** How many rows of each kind are shown one by one. */
const mostShown = 2000

function viewOf({ read, went, now, comparison, filename, at }: Compared, errors: ErrorsBrought): ReturnsView {
  const { changes, comments, problems, unchanged, moved } = comparison
  const count = (type: RowChange['type']) => changes.filter((change) => change.type === type).length
  return {
    filename,
    at,
    sequence: read.head.base.sequence,
    notices: read.head.notices,
    counts: {
      rows: read.items.length,
      unchanged,
      moved,
      edit: count('edit'),
      conflict: count('conflict'),
      confirm: count('confirm'),
      confirmed: changes.filter(({ confirmed }) => confirmed).length,
      comments: comments.length,
      problems: problems.length,
    },
    changes: changes.slice(0, mostShown).map(({ type, segment, version, target, confirmed, authors }) => {
      const present = now.segments.get(segment)
      return {
        type,
        segment,
        version,
        confirmed,
        authors,
        errors: (errors.get(segment) ?? []).map(({ code, params }) => ({ code, params })),
        state: present?.state ?? 'initial',
        source: plain(present?.source ?? []),
        went: plain(went.segments.get(segment)?.target ?? []),
        now: plain(present?.target ?? []),
        target: plain(target),
      }
    }),
    comments: comments.slice(0, mostShown),
    problems: problems.slice(0, mostShown).map((problem) => problemView(problem, now)),
    more: [changes, comments, problems].reduce((sum, { length }) => sum + Math.max(0, length - mostShown), 0),
  }
}

function problemView(problem: RowProblem, { segments }: DocumentState): ReturnsView['problems'][number] {
  const { source, target, others = [], faults = [], ...about } = problem
  const letters = codeLetters(segments.get(problem.segment)?.source ?? [])
  return {
    ...about,
    source: plain(source),
    target: plain(target),
    others: others.map(plain),
    faults: faults.map(({ type, code: { id } }) => ({ type, code: codeName(id, letters) })),
  }
}
