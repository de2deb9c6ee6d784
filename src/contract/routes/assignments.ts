import * as z from 'zod'
import { absence, workStep } from '../../schemas/assignment.ts'
import { revisionCount } from '../../schemas/office-steps.ts'
import { person } from '../../schemas/people.ts'
import { short } from '../inputs.ts'
import { assignedMany } from '../replies/assignments.ts'
import { appended } from '../replies/parts.ts'
import type { Route } from '../route.ts'

const work = { step: workStep, person: short.min(1), due: short.nullable() }
const one = '/api/documents/:document/assignments/:assignment'

/** Who is asked to do what, and who is away. */
export const assignmentsRoutes = {
  assignDocuments: {
    resource: 'documents',
    method: 'POST',
    path: '/api/assignments',
    access: 'take-work',
    body: z.object({ ...work, documents: z.array(short.min(1)).min(1).max(500) }),
    reply: assignedMany,
  },
  assignWork: {
    resource: 'documents',
    method: 'POST',
    path: '/api/documents/:document/assignments',
    access: 'take-work',
    body: z.object({ ...work, segments: z.array(short.min(1)).min(1).max(10_000).exactOptional() }),
    reply: appended,
  },
  changeAssignment: {
    resource: 'documents',
    method: 'PUT',
    path: one,
    access: 'take-work',
    body: z.object({ person: short.min(1), due: short.nullable() }),
    reply: appended,
  },
  endAssignment: {
    resource: 'documents',
    method: 'DELETE',
    path: one,
    access: 'take-work',
    reply: appended,
  },
  askRevisions: {
    resource: 'documents',
    method: 'PUT',
    path: '/api/documents/:document/needed-revisions',
    access: 'assign-work',
    body: z.object({
      revisions: revisionCount,
      segments: z.array(short.min(1)).min(1).max(10_000).exactOptional(),
    }),
    reply: appended,
  },
  setAbsence: {
    resource: 'people',
    method: 'PUT',
    path: '/api/people/:person/absence',
    access: 'read',
    body: z.object({ away: absence.nullable() }),
    reply: z.object({ person }),
  },
} as const satisfies Readonly<Record<string, Route>>
