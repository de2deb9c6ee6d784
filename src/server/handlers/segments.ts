import type { Person } from '../../model/people.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { changeMany } from '../../workspace/documents/many.ts'
import {
  addComment,
  changeSegment,
  confirmInContext,
  type PersonCommand,
  segmentHistory,
  suggest,
} from '../../workspace/documents/segments.ts'
import type { Handlers } from '../api.ts'

type SegmentRoutes =
  | 'editSegment'
  | 'confirmMany'
  | 'approveMany'
  | 'returnMany'
  | 'reopenMany'
  | 'discardMany'
  | 'copySources'
  | 'translateSegment'
  | 'propagateSegment'
  | 'undoPropagation'
  | 'confirmInContext'
  | 'reviseSegment'
  | 'acceptWording'
  | 'returnSegment'
  | 'reopenSegment'
  | 'splitSegment'
  | 'joinSegment'
  | 'waiveFinding'
  | 'withdrawWaiver'
  | 'confirmFigures'
  | 'addComment'
  | 'suggest'
  | 'takeSuggestion'
  | 'leaveSuggestion'
  | 'resolveComment'
  | 'segmentHistory'

interface OnSegment {
  readonly actor: Person
  readonly params: { readonly document: string; readonly segment: string }
}

/** The commands of the review room on one segment: the route gives the kind, the body the rest. */
export function segmentHandlers(workspace: Workspace): Pick<Handlers, SegmentRoutes> {
  const send = ({ actor, params: { document } }: OnSegment, command: PersonCommand) =>
    changeSegment(workspace, actor, { document, command })
  return {
    editSegment: (call) => send(call, { type: 'edit', segment: call.params.segment, ...call.body }),
    confirmMany: ({ actor, params, body }) => changeMany(workspace, actor, { act: 'translate', ...params, ...body }),
    approveMany: ({ actor, params, body }) => changeMany(workspace, actor, { act: 'approve', ...params, ...body }),
    returnMany: ({ actor, params, body }) => changeMany(workspace, actor, { act: 'return', ...params, ...body }),
    reopenMany: ({ actor, params, body }) => changeMany(workspace, actor, { act: 'reopen', ...params, ...body }),
    discardMany: ({ actor, params, body }) =>
      changeMany(workspace, actor, { act: 'discard-draft', ...params, ...body }),
    copySources: ({ actor, params, body }) => changeMany(workspace, actor, { act: 'copy-source', ...params, ...body }),
    translateSegment: (call) => send(call, { type: 'translate', segment: call.params.segment, ...call.body }),
    propagateSegment: (call) => send(call, { type: 'propagate', segment: call.params.segment, ...call.body }),
    undoPropagation: (call) => send(call, { type: 'undo-propagation', segment: call.params.segment }),
    confirmInContext: ({ actor, params, body }) => confirmInContext(workspace, actor, { ...params, ...body }),
    reviseSegment: (call) => send(call, { type: 'revise', segment: call.params.segment, ...call.body }),
    acceptWording: (call) => send(call, { type: 'accept', segment: call.params.segment, ...call.body }),
    returnSegment: (call) => send(call, { type: 'return', segment: call.params.segment, ...call.body }),
    reopenSegment: (call) => send(call, { type: 'reopen', segment: call.params.segment, ...call.body }),
    splitSegment: (call) => send(call, { type: 'split', segment: call.params.segment, ...call.body }),
    joinSegment: (call) => send(call, { type: 'join', segment: call.params.segment, ...call.body }),
    waiveFinding: (call) => send(call, { type: 'waive', segment: call.params.segment, ...call.body }),
    withdrawWaiver: (call) => send(call, { type: 'withdraw-waiver', segment: call.params.segment, ...call.body }),
    confirmFigures: (call) => send(call, { type: 'confirm-figures', segment: call.params.segment, ...call.body }),
    resolveComment: (call) =>
      send(call, {
        type: 'resolve-comment',
        segment: call.params.segment,
        comment: call.params.comment,
        ...call.body,
      }),
    addComment: ({ actor, params, body }) => addComment(workspace, actor, { ...params, ...body }),
    suggest: ({ actor, params, body }) => suggest(workspace, actor, { ...params, ...body }),
    takeSuggestion: (call) =>
      send(call, {
        type: 'take-suggestion',
        segment: call.params.segment,
        suggestion: call.params.suggestion,
        ...call.body,
      }),
    leaveSuggestion: (call) =>
      send(call, {
        type: 'leave-suggestion',
        segment: call.params.segment,
        suggestion: call.params.suggestion,
        ...call.body,
      }),
    segmentHistory: ({ actor, params }) => segmentHistory(workspace, actor, params),
  }
}
