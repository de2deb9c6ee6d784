import * as z from 'zod'
import { actOfMany } from '../../model/many.ts'
import { figureVerdicts } from '../../model/release.ts'
import { base, inlineInput, longText, short } from '../inputs.ts'
import { manyDone } from '../replies/many.ts'
import { appended } from '../replies/parts.ts'
import * as replies from '../replies/segments.ts'
import type { Route } from '../route.ts'

const segment = '/api/documents/:document/segments/:segment'
const many = '/api/documents/:document/many'

/** Segments as they were looked at, for one thing to be done to all of them. */
const seenSegments = z.object({ segments: z.array(z.object({ segment: short.min(1), base })).max(10_000) })

/** What people do with a segment. */
export const segmentsRoutes = {
  editSegment: {
    resource: 'segments',
    method: 'PUT',
    path: segment,
    access: 'edit',
    body: z.object({ base, target: inlineInput }),
    reply: appended,
  },
  confirmMany: {
    resource: 'segments',
    method: 'POST',
    path: `${many}/translate`,
    access: actOfMany.translate,
    body: seenSegments,
    reply: manyDone,
  },
  approveMany: {
    resource: 'segments',
    method: 'POST',
    path: `${many}/approve`,
    access: actOfMany.approve,
    body: seenSegments,
    reply: manyDone,
  },
  returnMany: {
    resource: 'segments',
    method: 'POST',
    path: `${many}/return`,
    access: actOfMany.return,
    body: seenSegments.extend({ reason: longText }),
    reply: manyDone,
  },
  reopenMany: {
    resource: 'segments',
    method: 'POST',
    path: `${many}/reopen`,
    access: actOfMany.reopen,
    body: seenSegments,
    reply: manyDone,
  },
  discardMany: {
    resource: 'segments',
    method: 'POST',
    path: `${many}/discard-draft`,
    access: actOfMany['discard-draft'],
    body: seenSegments,
    reply: manyDone,
  },
  copySources: {
    resource: 'segments',
    method: 'POST',
    path: `${many}/copy-source`,
    access: actOfMany['copy-source'],
    body: seenSegments,
    reply: manyDone,
  },
  translateSegment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/translate`,
    access: 'translate',
    body: z.object({ base, target: inlineInput.exactOptional() }),
    reply: appended,
  },
  propagateSegment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/propagation`,
    access: 'propagate',
    body: z.object({ base }),
    reply: appended,
  },
  undoPropagation: {
    resource: 'segments',
    method: 'DELETE',
    path: `${segment}/propagation`,
    access: 'undo-propagation',
    reply: appended,
  },
  reviseSegment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/revise`,
    access: 'revise',
    body: z.object({ base }),
    reply: appended,
  },
  acceptWording: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/accept`,
    access: 'accept',
    body: z.object({ base }),
    reply: appended,
  },
  returnSegment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/return`,
    access: 'return',
    body: z.object({ base, reason: longText }),
    reply: appended,
  },
  reopenSegment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/reopen`,
    access: 'reopen',
    body: z.object({ base }),
    reply: appended,
  },
  splitSegment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/split`,
    access: 'split',
    body: z.object({ base, at: z.int().min(1) }),
    reply: appended,
  },
  joinSegment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/join`,
    access: 'join',
    body: z.object({ base, nextBase: base }),
    reply: appended,
  },
  waiveFinding: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/waivers`,
    access: 'waive',
    body: z.object({ base, finding: z.string().max(5000), reason: longText }),
    reply: appended,
  },
  withdrawWaiver: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/waivers/withdraw`,
    access: 'withdraw-waiver',
    body: z.object({ base, finding: z.string().max(5000) }),
    reply: appended,
  },
  confirmFigures: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/figures`,
    access: 'confirm-figures',
    body: z.object({
      figures: z
        .array(z.object({ source: longText, target: longText, verdict: z.enum(figureVerdicts) }))
        .min(1)
        .max(5000),
    }),
    reply: appended,
  },
  addComment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/comments`,
    access: 'comment',
    body: z.object({
      text: longText,
      blocking: z.boolean().exactOptional(),
      on: z
        .object({ side: z.enum(['source', 'target']), from: z.int().min(0), words: longText.min(1) })
        .exactOptional(),
      mentions: z.array(short.min(1)).max(50).exactOptional(),
    }),
    reply: appended,
  },
  resolveComment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/comments/:comment/resolve`,
    access: 'resolve-comment',
    body: z.object({ reason: longText.exactOptional() }),
    reply: appended,
  },
  suggest: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/suggestions`,
    access: 'suggest',
    body: z.object({ base, target: inlineInput, text: longText.exactOptional() }),
    reply: appended,
  },
  takeSuggestion: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/suggestions/:suggestion/take`,
    access: 'take-suggestion',
    body: z.object({ base }),
    reply: appended,
  },
  leaveSuggestion: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/suggestions/:suggestion/leave`,
    access: 'leave-suggestion',
    body: z.object({ reason: longText.exactOptional() }),
    reply: appended,
  },
  segmentHistory: {
    resource: 'segments',
    method: 'GET',
    path: `${segment}/history`,
    access: 'read',
    reply: replies.history,
  },
  segmentMatches: {
    resource: 'segments',
    method: 'GET',
    path: `${segment}/matches`,
    access: 'read',
    reply: replies.matches,
  },
} as const satisfies Readonly<Record<string, Route>>
