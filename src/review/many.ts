import type { DocumentEvent } from '../model/event.ts'
import type { ManyAct } from '../model/many.ts'
import type { Person } from '../model/people.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import type { SegmentCommand } from './command.ts'
import { isRewordingOf } from './four-eyes.ts'
import type { RuleContext } from './rules/answer.ts'
import { decide } from './rules.ts'

/** The command of an act on a segment that was seen in a version; `present`: as it is now, if it is there. */
export function commandOf(
  act: ManyAct,
  on: { readonly segment: string; readonly base: number },
  present: SegmentState | undefined,
  actor: Pick<Person, 'id'>,
  { reason = '', singlePerson }: { readonly reason?: string | undefined; readonly singlePerson: boolean },
): SegmentCommand {
  switch (act) {
    case 'approve':
      return { type: accepts(present, actor, singlePerson) ? 'accept' : 'revise', ...on }
    case 'return':
      return { type: 'return', ...on, reason }
    default:
      return { type: act, ...on }
  }
}

/** Whether somebody's part in approving is to accept what was made of their words. */
function accepts(present: SegmentState | undefined, actor: Pick<Person, 'id'>, singlePerson: boolean): boolean {
  if (present === undefined) return true
  return !singlePerson && present.authors.includes(actor.id) && isRewordingOf(present, actor.id)
}

/** What came of commands on many segments: the events of those that were allowed, and why the others were not. */
export interface ManyDecided {
  readonly events: readonly DocumentEvent[]
  /** The segments for which everything is as requested now. */
  readonly done: readonly string[]
  readonly refused: readonly { readonly segment: string; readonly refusal: Refusal }[]
}

/**
 * Decides commands that each change one segment and no other, at most one for each: together they come to what they
 * would one after the other.
 */
export function decideMany(
  state: DocumentState,
  commands: readonly SegmentCommand[],
  actor: Pick<Person, 'id'>,
  context: RuleContext,
): ManyDecided {
  const events: DocumentEvent[] = []
  const done: string[] = []
  const refused: { readonly segment: string; readonly refusal: Refusal }[] = []
  for (const command of commands) {
    const answer = decide(state, command, actor, context)
    if (isRefusal(answer)) refused.push({ segment: command.segment, refusal: answer })
    else {
      done.push(command.segment)
      events.push(...answer)
    }
  }
  return { events, done, refused }
}
