import type { ReturnsTaken, ReturnsView } from '../../contract/views.ts'
import { countLimits } from '../../model/count-limits.ts'
import type { DocumentEvent } from '../../model/event.ts'
import { plain } from '../../model/inline.ts'
import type { People, Person } from '../../model/people.ts'
import type { Act } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { inSlices } from '../../ports/world.ts'
import { compareRows, type RowChange, type RowComparison } from '../../returns/compare.ts'
import type { SegmentCommand } from '../../review/command.ts'
import { advanceSteps } from '../../review/fold.ts'
import { decide } from '../../review/rules.ts'
import type { Page } from '../core/book.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { Readings } from '../core/reading.ts'

/** A file that went out of here, was worked on in another tool and comes back over its document. */
interface Returning {
  readonly document: string
  readonly file: IncomingFile
}

/** What is to be done with the rows beside taking the English that nobody has changed here. */
export interface TakingOptions {
  /** Whether what the file calls translated is confirmed as the taker's translation. */
  readonly confirm: boolean
  /** Segments that somebody has changed since, whose returned English is taken all the same: with the version that was seen. */
  readonly over: ReadonlyMap<string, number>
}

/** What would become of the rows of a file; nothing is written. */
export async function lookAtReturns(
  workspace: Workspace,
  actor: Person,
  { document, file }: Returning,
): Promise<ReturnsView | Refusal> {
  const compared = await comparedWith(workspace, actor, { document, file, act: 'read' })
  return isRefusal(compared) ? compared : viewOf(compared)
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
    const commands = commandsFor(comparison, options, workspace.world.newId)
    const decided = await decideAll(workspace, commands, { state, people, actor })
    if (isRefusal(decided)) return decided
    const count = (type: DocumentEvent['type']) => decided.filter((event) => event.type === type).length
    const left = comparison.changes.filter((change) => change.type === 'conflict' && !isTakenOver(change, options))
    taken = {
      edited: count('segment-edited'),
      confirmed: count('segment-translated'),
      comments: count('comment-added'),
      left: left.length,
    }
    return decided
  })
  return isRefusal(entries) ? entries : taken
}

function isTakenOver({ segment, version }: RowChange, { over }: TakingOptions): boolean {
  return over.get(segment) === version
}

function commandsFor(
  { changes, comments }: RowComparison,
  options: TakingOptions,
  newId: () => string,
): readonly SegmentCommand[] {
  const edits = changes.flatMap((change): readonly SegmentCommand[] => {
    const { type, segment, version: base, target, confirmed } = change
    if (type === 'conflict' && !isTakenOver(change, options)) return []
    if (options.confirm && confirmed) return [{ type: 'translate', segment, base, target }]
    return type === 'confirm' ? [] : [{ type: 'edit', segment, base, target }]
  })
  return [...edits, ...comments.map((comment) => ({ type: 'comment', comment: newId(), ...comment }) as const)]
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
    ([segment, added]) => (segments[segment]?.comments.length ?? 0) + added.length > most,
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
  const entries = page.entries().slice(0, base.sequence)
  const last = entries.at(-1)
  if (page.state.document.id !== document || last?.sequence !== base.sequence || last.hash !== base.head) {
    return refuse('return-other-document')
  }
  const went = await inSlices(advanceSteps(null, entries), world.pause)
  return went === null ? refuse('return-other-document') : { went, at: last.at }
}

/** How many rows of each kind are shown one by one. */
const mostShown = 2000

function viewOf({ read, went, now, comparison, filename, at }: Compared): ReturnsView {
  const { changes, comments, problems, unchanged } = comparison
  const count = (type: RowChange['type']) => changes.filter((change) => change.type === type).length
  return {
    filename,
    at,
    notices: read.head.notices,
    counts: {
      rows: read.items.length,
      unchanged,
      edit: count('edit'),
      conflict: count('conflict'),
      confirm: count('confirm'),
      confirmed: changes.filter(({ confirmed }) => confirmed).length,
      comments: comments.length,
      problems: problems.length,
    },
    changes: changes.slice(0, mostShown).map(({ type, segment, version, target, confirmed }) => {
      const present = now.segments[segment]
      return {
        type,
        segment,
        version,
        confirmed,
        state: present?.state ?? 'initial',
        source: plain(present?.source ?? []),
        went: plain(went.segments[segment]?.target ?? []),
        now: plain(present?.target ?? []),
        target: plain(target),
      }
    }),
    comments: comments.slice(0, mostShown),
    problems: problems.slice(0, mostShown).map(({ source, target, ...problem }) => ({
      ...problem,
      source: plain(source),
      target: plain(target),
    })),
    more: [changes, comments, problems].reduce((sum, { length }) => sum + Math.max(0, length - mostShown), 0),
  }
}
