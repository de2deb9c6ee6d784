import type { Person } from '../../model/people.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { refusalOfWork, type WorkRules, works } from '../assigned-only.ts'
import type { SegmentCommand } from '../command.ts'

/**
 * Why a command is not for this person where the office has work done only by those to whom it is given. Engines draft for
 * everybody, everybody comments and suggests, and everybody takes back what is their own.
 */
export function refusalOfOthersWork(
  state: DocumentState,
  segment: SegmentState,
  command: SegmentCommand,
  actor: Pick<Person, 'id'>,
  rules: WorkRules,
): Refusal | null {
  switch (command.type) {
    case 'edit':
    case 'replace':
    case 'undo-replacement':
    case 'copy-source':
    case 'translate':
    case 'take-suggestion':
    case 'split':
    case 'join':
    case 'accept':
      return refusalOfWork(state, segment.id, actor, works.wording, rules)
    case 'leave-suggestion': {
      const isOwn = segment.suggestions?.some(({ id, by }) => id === command.suggestion && by === actor.id)
      return isOwn ? null : refusalOfWork(state, segment.id, actor, works.wording, rules)
    }
    case 'revise':
      return refusalOfWork(state, segment.id, actor, works.revising, rules)
    case 'return':
    case 'waive':
    case 'withdraw-waiver':
    case 'confirm-figures':
      return refusalOfWork(state, segment.id, actor, works.judging, rules)
    // Of these, each segment that would change is looked at by itself.
    case 'propagate':
    case 'undo-propagation':
    case 'draft':
    case 'discard-draft':
    case 'reopen':
    case 'comment':
    case 'resolve-comment':
    case 'suggest':
    case 'mark-issue':
    case 'remove-issue':
    case 'assess':
    case 'withdraw-assessment':
      return null
  }
}
