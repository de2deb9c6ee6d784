import * as z from 'zod'
import { roles } from '../../model/people.ts'
import { person } from '../../schemas/people.ts'
import { short } from '../inputs.ts'
import * as replies from '../replies/people.ts'
import type { Route } from '../route.ts'

/** People and their accounts. */
export const peopleRoutes = {
  people: {
    resource: 'people',
    method: 'GET',
    path: '/api/people',
    access: 'read',
    terminal: true,
    reply: replies.people,
  },
  accountRecord: {
    resource: 'people',
    method: 'GET',
    path: '/api/people/record',
    access: 'read',
    query: z.object({ person: short.exactOptional() }),
    reply: replies.accountRecord,
  },
  addPerson: {
    resource: 'people',
    method: 'POST',
    path: '/api/people',
    access: 'manage-people',
    body: z.object({ login: short.min(1), name: short.min(1), roles: z.array(z.enum(roles)).max(5) }),
    terminal: true,
    reply: z.object({ person, link: z.string() }),
  },
  changePerson: {
    resource: 'people',
    method: 'PUT',
    path: '/api/people/:person',
    access: 'manage-people',
    body: z.object({ name: short.min(1), roles: z.array(z.enum(roles)).max(5), active: z.boolean() }),
    reply: z.object({ person }),
  },
  invite: {
    resource: 'people',
    method: 'POST',
    path: '/api/people/:person/invitation',
    access: 'manage-people',
    body: z.object({}),
    terminal: true,
    reply: z.object({ link: z.string() }),
  },
  exportOwnData: {
    resource: 'people',
    method: 'GET',
    path: '/api/session/person-data',
    access: 'signed-in',
    reply: 'file',
  },
  exportPersonData: {
    resource: 'people',
    method: 'GET',
    path: '/api/people/:person/data',
    access: 'manage-people',
    terminal: true,
    reply: 'file',
  },
  erasure: {
    resource: 'people',
    method: 'GET',
    path: '/api/people/:person/erasure',
    access: 'manage-people',
    reply: replies.erasure,
  },
  erasePerson: {
    resource: 'people',
    method: 'POST',
    path: '/api/people/:person/erasure',
    access: 'manage-people',
    body: z.object({ confirm: short }),
    reply: z.object({ erased: z.boolean() }),
  },
  declareSinglePerson: {
    resource: 'people',
    method: 'PUT',
    path: '/api/single-person',
    access: 'manage-people',
    body: z.object({ on: z.boolean() }),
    reply: z.object({ singlePerson: z.boolean() }),
  },
} as const satisfies Readonly<Record<string, Route>>
