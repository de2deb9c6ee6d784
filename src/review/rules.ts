import type { Person } from '../model/people.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import type { SegmentCommand } from './command.ts'
import type { Answer, RuleContext } from './rules/answer.ts'
import { accept, reopen, revise, sendBack } from './rules/approval.ts'
import { addComment, resolveComment } from './rules/comments.ts'
import { join, split } from './rules/cut.ts'
import { confirmFigures, waive, withdrawWaiver } from './rules/findings.ts'
import { assess, markIssue, removeIssue, withdrawAssessment } from './rules/quality.ts'
import { leaveSuggestion, suggest, takeSuggestion } from './rules/suggestions.ts'
import {
  copySource,
  discardDraft,
  edit,
  fillWithDraft,
  leaveUndrafted,
  propagate,
  replace,
  translate,
  undoPropagation,
  undoReplacement,
} from './rules/wording.ts'
import { refusalOfOthersWork } from './rules/work.ts'
import { findSegment } from './segments.ts'
import { refusalToAct } from './standing.ts'

/**
 * The result of a command: events, none if the document is already as requested, or a refusal. Four eyes are enforced
 * here and in `rules/`, and nowhere else: every change of a document passes through this function.
 */
export function decide(
  state: DocumentState,
  command: SegmentCommand,
  actor: Pick<Person, 'id'>,
  context: RuleContext,
): Answer {
  const segment = segmentFor(state, command, actor, context)
  if (isRefusal(segment)) return segment
  switch (command.type) {
    case 'draft':
      return command.draft === null ? leaveUndrafted(segment, command.reason) : fillWithDraft(segment, command.draft)
    case 'discard-draft':
      return discardDraft(segment, command.base)
    case 'edit':
      return edit(segment, command.base, command.target)
    case 'replace':
      return replace(segment, command, actor)
    case 'undo-replacement':
      return undoReplacement(segment, command.act, actor)
    case 'copy-source':
      return copySource(segment, command.base)
    case 'translate':
      return translate(segment, command.base, command.target, actor)
    case 'propagate':
      return propagate(state, segment, command.base, actor, context)
    case 'undo-propagation':
      return undoPropagation(state, segment, actor, context)
    case 'revise':
      return revise(state, segment, command.base, actor, context)
    case 'accept':
      return accept(state, segment, command.base, actor, context)
    case 'return':
      return sendBack(segment, command.base, command.reason)
    case 'reopen':
      return reopen(segment, command.base, actor)
    case 'split':
      return split(state, segment, command.base, command.at)
    case 'join':
      return join(state, segment, command, actor, context)
    case 'waive':
      return waive(segment, command, actor, context)
    case 'withdraw-waiver':
      return withdrawWaiver(segment, command.base, command.finding)
    case 'confirm-figures':
      return confirmFigures(segment, command.figures, actor, context)
    case 'comment':
      return addComment(segment, command, actor, context)
    case 'suggest':
      return suggest(segment, command, actor)
    case 'take-suggestion':
      return takeSuggestion(segment, command)
    case 'leave-suggestion':
      return leaveSuggestion(segment, command, actor, context)
    case 'resolve-comment':
      return resolveComment(segment, command, actor, context)
    case 'mark-issue':
      return markIssue(segment, command, actor, context)
    case 'remove-issue':
      return removeIssue(segment, command, actor, context)
    case 'assess':
      return assess(segment, command.base, actor, context)
    case 'withdraw-assessment':
      return withdrawAssessment(segment, actor)
  }
}

/** The segment of a command for whoever may do that, by role and as the work is given. */
function segmentFor(
  state: DocumentState,
  command: SegmentCommand,
  actor: Pick<Person, 'id'>,
  context: RuleContext,
): SegmentState | Refusal {
  const refusal = refusalToAct(context.people, actor, command.type)
  if (refusal) return refusal
  const segment = findSegment(state, command.segment)
  if (isRefusal(segment)) return segment
  return refusalOfOthersWork(state, segment, command, actor, context) ?? segment
}
