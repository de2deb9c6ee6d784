import * as z from 'zod'
import { password, short } from '../inputs.ts'
import { done } from '../replies/parts.ts'
import * as replies from '../replies/session.ts'
import type { Route } from '../route.ts'

/** Signing in and out, and the links by which people come in. */
export const sessionRoutes = {
  session: {
    resource: 'session',
    method: 'GET',
    path: '/api/session',
    access: 'anyone',
    reply: replies.session,
  },
  signIn: {
    resource: 'session',
    method: 'POST',
    path: '/api/session',
    access: 'anyone',
    body: z.object({ login: short, password }),
    reply: replies.session,
  },
  signOut: {
    resource: 'session',
    method: 'DELETE',
    path: '/api/session',
    access: 'signed-in',
    reply: replies.signedOut,
  },
  invitation: {
    resource: 'session',
    method: 'POST',
    path: '/api/invitation',
    access: 'anyone',
    body: z.object({ token: short }),
    reply: z.object({ login: z.string(), name: z.string() }),
  },
  acceptInvitation: {
    resource: 'session',
    method: 'POST',
    path: '/api/invitation/accept',
    access: 'anyone',
    body: z.object({ token: short, password }),
    reply: replies.session,
  },
  changePassword: {
    resource: 'session',
    method: 'PUT',
    path: '/api/session/password',
    access: 'signed-in',
    body: z.object({ current: password, next: password }),
    reply: done,
  },
} as const satisfies Readonly<Record<string, Route>>
