import type { Workspace } from '../../workspace/core/open.ts'
import { drawSample, markIssue, viewQuality } from '../../workspace/documents/quality.ts'
import { changeSegment } from '../../workspace/documents/segments.ts'
import type { Handlers } from '../api.ts'

type QualityRoutes = 'quality' | 'drawSample' | 'markIssue' | 'removeIssue' | 'assessSegment' | 'withdrawAssessment'

export function qualityHandlers(workspace: Workspace): Pick<Handlers, QualityRoutes> {
  return {
    quality: ({ actor, params }) => viewQuality(workspace, actor, params),
    drawSample: ({ actor, params, body }) => drawSample(workspace, actor, { ...params, ...body }),
    markIssue: ({ actor, params, body }) => markIssue(workspace, actor, { ...params, ...body }),
    removeIssue: ({ actor, params: { document, segment, issue }, body }) =>
      changeSegment(workspace, actor, { document, command: { type: 'remove-issue', segment, issue, ...body } }),
    assessSegment: ({ actor, params: { document, segment }, body }) =>
      changeSegment(workspace, actor, { document, command: { type: 'assess', segment, ...body } }),
    withdrawAssessment: ({ actor, params: { document, segment } }) =>
      changeSegment(workspace, actor, { document, command: { type: 'withdraw-assessment', segment } }),
  }
}
