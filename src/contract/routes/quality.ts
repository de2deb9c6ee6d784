import * as z from 'zod'
import { issueCategory, issueSeverity, sampleSize } from '../../schemas/quality.ts'
import { base, longText } from '../inputs.ts'
import { appended } from '../replies/parts.ts'
import * as replies from '../replies/quality.ts'
import type { Route } from '../route.ts'

const segment = '/api/documents/:document/segments/:segment'

/** How people assess what others wrote. */
export const qualityRoutes = {
  quality: {
    resource: 'documents',
    method: 'GET',
    path: '/api/documents/:document/quality',
    access: 'read',
    reply: replies.quality,
  },
  drawSample: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/samples',
    access: 'draw-sample',
    body: z.object({ size: sampleSize }),
    reply: appended,
  },
  markIssue: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/issues`,
    access: 'mark-issue',
    body: z.object({
      base,
      category: issueCategory,
      severity: issueSeverity,
      text: longText.exactOptional(),
      on: z
        .object({ side: z.enum(['source', 'target']), from: z.int().min(0), words: longText.min(1) })
        .exactOptional(),
    }),
    reply: appended,
  },
  removeIssue: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/issues/:issue/remove`,
    access: 'remove-issue',
    body: z.object({ reason: longText.exactOptional() }),
    reply: appended,
  },
  assessSegment: {
    resource: 'segments',
    method: 'POST',
    path: `${segment}/assessment`,
    access: 'assess',
    body: z.object({ base }),
    reply: appended,
  },
  withdrawAssessment: {
    resource: 'segments',
    method: 'DELETE',
    path: `${segment}/assessment`,
    access: 'withdraw-assessment',
    reply: appended,
  },
} as const satisfies Readonly<Record<string, Route>>
