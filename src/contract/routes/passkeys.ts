import * as z from 'zod'
import type { PasskeyPurpose } from '../../model/passkey.ts'
import { roles } from '../../model/people.ts'
import { exactly } from '../../schemas/exactly.ts'
import { secondFactor } from '../../schemas/sign-in.ts'
import { base, passkeyAnswer, password, short } from '../inputs.ts'
import { options, passkeyList, recoveryReply } from '../replies/passkeys.ts'
import * as sessionReplies from '../replies/session.ts'
import type { Route } from '../route.ts'

/** What a passkey is used for: the answer is good for that alone. */
const passkeyPurpose = exactly<PasskeyPurpose>()(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('sign'), document: short, sequence: base }),
    z.object({ type: z.literal('withdraw'), document: short, number: base }),
    z.object({ type: z.literal('add') }),
    z.object({ type: z.literal('remove'), passkey: short }),
    z.object({ type: z.literal('link') }),
  ]),
)

const proof = { password: password.exactOptional(), passkey: passkeyAnswer.exactOptional() }

/** Passkeys (WebAuthn): making and removing them, and showing by one that it is oneself. */
export const passkeysRoutes = {
  passkeys: {
    resource: 'session',
    method: 'GET',
    path: '/api/passkeys',
    access: 'signed-in',
    reply: passkeyList,
  },
  beginPasskey: {
    resource: 'session',
    method: 'POST',
    path: '/api/passkeys/begun',
    access: 'signed-in',
    body: z.object(proof),
    reply: options,
  },
  addPasskey: {
    resource: 'session',
    method: 'POST',
    path: '/api/passkeys',
    access: 'signed-in',
    body: z.object({ name: short.min(1).max(100), made: passkeyAnswer }),
    reply: passkeyList,
  },
  removePasskey: {
    resource: 'session',
    method: 'POST',
    path: '/api/passkeys/removed',
    access: 'signed-in',
    body: z.object({ id: short, ...proof }),
    reply: passkeyList,
  },
  askPasskey: {
    resource: 'session',
    method: 'POST',
    path: '/api/passkeys/asked',
    access: 'signed-in',
    body: z.object({ purpose: passkeyPurpose }),
    reply: options,
  },
  askPasskeyToEnter: {
    resource: 'session',
    method: 'POST',
    path: '/api/session/passkey/asked',
    access: 'anyone',
    body: z.object({}),
    reply: options,
  },
  enterByPasskey: {
    resource: 'session',
    method: 'POST',
    path: '/api/session/passkey',
    access: 'anyone',
    body: z.object({ passkey: passkeyAnswer }),
    reply: sessionReplies.session,
  },
  beginEnrolment: {
    resource: 'session',
    method: 'POST',
    path: '/api/session/passkey/begun',
    access: 'anyone',
    body: z.object({}),
    reply: options,
  },
  enrolPasskey: {
    resource: 'session',
    method: 'POST',
    path: '/api/session/passkey/made',
    access: 'anyone',
    body: z.object({ name: short.min(1).max(100), made: passkeyAnswer }),
    reply: sessionReplies.session,
  },
  recovery: {
    resource: 'people',
    method: 'GET',
    path: '/api/people/:person/recovery',
    access: 'manage-people',
    reply: recoveryReply,
  },
  recover: {
    resource: 'people',
    method: 'POST',
    path: '/api/people/:person/recovery',
    access: 'manage-people',
    body: z.object({}),
    reply: recoveryReply.extend({ link: z.string().nullable() }),
  },
  changeSecondFactor: {
    resource: 'settings',
    method: 'PUT',
    path: '/api/settings/sign-in/second-factor',
    access: 'manage-people',
    body: z.object({ when: z.enum(['off', 'held', 'required']), roles: z.array(z.enum(roles)).max(roles.length) }),
    reply: z.object({ secondFactor }),
  },
} as const satisfies Readonly<Record<string, Route>>
