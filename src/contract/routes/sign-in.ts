import * as z from 'zod'
import { passkeyAnswer, password, short } from '../inputs.ts'
import * as replies from '../replies/sign-in.ts'
import type { Route } from '../route.ts'

const values = z.array(short).max(50)
const provider = z.object({
  issuer: short,
  clientId: short,
  scope: short,
  claim: short,
  roles: z.object({
    translator: values,
    reviser: values,
    approver: values,
    terminologist: values,
    administrator: values,
  }),
  makesAccounts: z.boolean(),
  label: z.object({ zh: short, en: short }),
  secret: z.string().max(1000).exactOptional(),
})

/** Signing in by a provider of the office. The provider sends people back to `/api/session/provider/callback`. */
export const signInRoutes = {
  beginProvider: {
    resource: 'session',
    method: 'POST',
    path: '/api/session/provider',
    access: 'anyone',
    body: z.object({ returnTo: short }),
    reply: replies.leaveTo,
  },
  beginLink: {
    resource: 'session',
    method: 'POST',
    path: '/api/session/provider/link',
    access: 'signed-in',
    body: z.object({ password, passkey: passkeyAnswer.exactOptional() }),
    reply: replies.leaveTo,
  },
  beginProof: {
    resource: 'session',
    method: 'POST',
    path: '/api/session/provider/proof',
    access: 'signed-in',
    body: z.object({ document: short, returnTo: short }),
    reply: replies.leaveTo,
  },
  identities: {
    resource: 'people',
    method: 'GET',
    path: '/api/people/:person/identities',
    access: 'read',
    reply: replies.identities,
  },
  linkIdentity: {
    resource: 'people',
    method: 'POST',
    path: '/api/people/:person/identities',
    access: 'manage-people',
    body: z.object({ subject: short.min(1) }),
    reply: replies.identities,
  },
  unlinkIdentity: {
    resource: 'people',
    method: 'DELETE',
    path: '/api/people/:person/identities',
    access: 'read',
    query: z.object({ issuer: short, subject: short }),
    reply: replies.identities,
  },
  signInSettings: {
    resource: 'settings',
    method: 'GET',
    path: '/api/settings/sign-in',
    access: 'manage-people',
    reply: replies.signInPlaces,
  },
  changeProvider: {
    resource: 'settings',
    method: 'PUT',
    path: '/api/settings/sign-in/provider',
    access: 'manage-people',
    body: z.object({ provider: provider.nullable() }),
    reply: replies.signIn,
  },
  testProvider: {
    resource: 'settings',
    method: 'POST',
    path: '/api/settings/sign-in/provider/test',
    access: 'manage-people',
    body: z.object({}),
    reply: replies.providerTrial,
  },
} as const satisfies Readonly<Record<string, Route>>
