import type { RouteName } from '../../contract/routes.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { addComment, changeSegment, type PersonCommand, segmentHistory } from '../../workspace/documents/segments.ts'
import type { Call, Handlers } from '../api.ts'

type SegmentRoutes =
  | 'editSegment'
  | 'translateSegment'
  | 'reviseSegment'
  | 'returnSegment'
  | 'reopenSegment'
  | 'splitSegment'
  | 'joinSegment'
  | 'waiveFinding'
  | 'withdrawWaiver'
  | 'confirmFigures'
  | 'addComment'
  | 'resolveComment'
  | 'segmentHistory'

/** The commands of the review room on one segment: each route names one, its body holds the rest. */
export function segmentHandlers(workspace: Workspace): Pick<Handlers, SegmentRoutes> {
  const send =
    <N extends RouteName>(commandOf: (call: Call<N>, segment: string) => PersonCommand) =>
    (call: Call<N>) => {
      const { document = '', segment = '' } = call.params
      return changeSegment(workspace, call.actor, { document, command: commandOf(call, segment) })
    }
  return {
    editSegment: send(({ body }: Call<'editSegment'>, segment) => ({ type: 'edit', segment, ...body })),
    translateSegment: send(({ body }: Call<'translateSegment'>, segment) => ({ type: 'translate', segment, ...body })),
    reviseSegment: send(({ body }: Call<'reviseSegment'>, segment) => ({ type: 'revise', segment, ...body })),
    returnSegment: send(({ body }: Call<'returnSegment'>, segment) => ({ type: 'return', segment, ...body })),
    reopenSegment: send(({ body }: Call<'reopenSegment'>, segment) => ({ type: 'reopen', segment, ...body })),
    splitSegment: send(({ body }: Call<'splitSegment'>, segment) => ({ type: 'split', segment, ...body })),
    joinSegment: send(({ body }: Call<'joinSegment'>, segment) => ({ type: 'join', segment, ...body })),
    waiveFinding: send(({ body }: Call<'waiveFinding'>, segment) => ({ type: 'waive', segment, ...body })),
    withdrawWaiver: send(({ body }: Call<'withdrawWaiver'>, segment) => ({
      type: 'withdraw-waiver',
      segment,
      ...body,
    })),
    confirmFigures: send(({ body }: Call<'confirmFigures'>, segment) => ({
      type: 'confirm-figures',
      segment,
      ...body,
    })),
    resolveComment: send(({ params }: Call<'resolveComment'>, segment) => ({
      type: 'resolve-comment',
      segment,
      comment: params.comment ?? '',
    })),
    addComment: ({ actor, params: { document = '', segment = '' }, body: { text } }) =>
      addComment(workspace, actor, { document, segment, text }),
    segmentHistory: ({ actor, params: { document = '', segment = '' } }) =>
      segmentHistory(workspace, actor, { document, segment }),
  }
}
