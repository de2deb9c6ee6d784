import * as z from 'zod'
import { passkeyAnswer, password, publicLine } from '../inputs.ts'
import * as replies from '../replies/releases.ts'
import type { Route } from '../route.ts'

/** What is published. */
export const releasesRoutes = {
  publish: {
    resource: 'releases',
    method: 'POST',
    path: '/api/documents/:document/releases',
    access: 'publish',
    body: z.object({}),
    terminal: true,
    reply: replies.releaseView,
  },
  withdrawRelease: {
    resource: 'releases',
    method: 'POST',
    path: '/api/documents/:document/releases/:number/withdrawal',
    access: 'withdraw-release',
    // The password says who withdraws it, wherever it comes from.
    body: z.object({
      reason: z.object({ zh: publicLine, en: publicLine }),
      password: password.exactOptional(),
      passkey: passkeyAnswer.exactOptional(),
    }),
    terminal: true,
    reply: replies.releaseView,
  },
  releases: {
    resource: 'releases',
    method: 'GET',
    path: '/api/releases',
    access: 'read',
    terminal: true,
    reply: replies.releases,
  },
} as const satisfies Readonly<Record<string, Route>>
