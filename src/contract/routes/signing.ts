import * as z from 'zod'
import { base, passkeyAnswer, password } from '../inputs.ts'
import { appended } from '../replies/parts.ts'
import * as replies from '../replies/signing.ts'
import type { Route } from '../route.ts'

/** The figure sheet and the sign-off. */
export const signingRoutes = {
  figureSheet: {
    resource: 'signing',
    method: 'GET',
    path: '/api/documents/:document/figures',
    access: 'read',
    reply: replies.figureSheet,
  },
  signOffSheet: {
    resource: 'signing',
    method: 'GET',
    path: '/api/documents/:document/sign-off',
    access: 'read',
    terminal: true,
    reply: replies.signOffSheet,
  },
  signOff: {
    resource: 'signing',
    method: 'POST',
    path: '/api/documents/:document/sign-off',
    access: 'sign',
    body: z.object({ sequence: base, password: password.exactOptional(), passkey: passkeyAnswer.exactOptional() }),
    reply: appended,
  },
} as const satisfies Readonly<Record<string, Route>>
