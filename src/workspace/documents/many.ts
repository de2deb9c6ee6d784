import type { ManyDone } from '../../contract/views/many.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { Finding } from '../../model/finding.ts'
import { actOfMany, type ManyAct } from '../../model/many.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { SegmentCommand } from '../../review/command.ts'
import { commandOf, decideMany, type ManyDecided } from '../../review/many.ts'
import type { RuleContext } from '../../review/rules/answer.ts'
import { keptText } from '../../review/text.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseSegment } from './analyse-now.ts'
import { writeDocument } from './write-document.ts'

/** A segment as it was looked at. */
export interface SeenSegment {
  readonly segment: string
  readonly base: number
}

/** Does one thing to many segments, each by the rules that hold for it alone; what was refused stays as it is and is listed. */
export async function changeMany(
  workspace: Workspace,
  actor: Person,
  {
    document,
    act,
    segments,
    reason,
  }: {
    readonly document: string
    readonly act: ManyAct
    readonly segments: readonly SeenSegment[]
    readonly reason?: string | undefined
  },
): Promise<ManyDone | Refusal> {
  const opened = await openFor(workspace, actor, actOfMany[act], document)
  if (isRefusal(opened)) return opened
  if (act === 'return' && keptText(reason ?? '') === '') return refuse('reason-missing')
  const seen = [...new Map(segments.map((one) => [one.segment, one])).values()]
  return sendMany(workspace, actor, document, {
    items: seen,
    commandFor: (one, state, { singlePerson }) =>
      commandOf(act, one, state.segments.get(one.segment), actor, { reason, singlePerson }),
    needsErrors: act === 'approve',
  })
}

/** Items that are decided and written together: between two writes others write to the document. */
const writtenTogether = 25

interface Sending<T> {
  readonly items: readonly T[]
  /** The command for an item, each on a segment of its own. */
  readonly commandFor: (item: T, state: DocumentState, people: RuleContext['people']) => SegmentCommand
  /** Whether the rules ask for the errors of a segment. */
  readonly needsErrors: boolean
}

/** Writes what the rules make of many commands, some in each append. */
export async function sendMany<T>(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  document: string,
  { items, ...sending }: Sending<T>,
): Promise<ManyDone> {
  const entries: Entry<DocumentEvent>[] = []
  const done: string[] = []
  const refused: ManyDecided['refused'][number][] = []
  for (let from = 0; from < items.length; from += writtenTogether) {
    const some = items.slice(from, from + writtenTogether)
    const outcome = await sendTogether(workspace, actor, document, { items: some, ...sending })
    if (isRefusal(outcome)) return { entries, done, refused: [...refused, { segment: '', refusal: outcome }] }
    entries.push(...outcome.entries)
    done.push(...outcome.done)
    refused.push(...outcome.refused)
  }
  return { entries, done, refused }
}

async function sendTogether<T>(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  document: string,
  { items, commandFor, needsErrors }: Sending<T>,
): Promise<ManyDone | Refusal> {
  let decided: ManyDecided = { events: [], done: [], refused: [] }
  const entries = await writeDocument(workspace, actor, document, async (state, people, office) => {
    const commands = items.map((item) => commandFor(item, state, people))
    const findings: Finding[] = []
    for (const { segment } of needsErrors ? commands : []) {
      findings.push(...(await analyseSegment(workspace, state, segment)).findings)
      await workspace.world.pause()
    }
    decided = decideMany(state, commands, actor, { people, office, findings, figures: [] })
    return decided.events
  })
  return isRefusal(entries) ? entries : { entries, done: decided.done, refused: decided.refused }
}
