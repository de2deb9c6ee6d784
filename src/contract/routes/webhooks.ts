import * as z from 'zod'
import { webhookKind } from '../../schemas/outbox.ts'
import { short } from '../inputs.ts'
import { done } from '../replies/parts.ts'
import * as replies from '../replies/webhooks.ts'
import type { Route } from '../route.ts'

const kinds = z.array(webhookKind).min(1)

/** Who outside is told what happens here. */
export const webhooksRoutes = {
  webhooks: {
    resource: 'settings',
    method: 'GET',
    path: '/api/webhooks',
    access: 'change-settings',
    reply: replies.webhooks,
  },
  allowPrivateReceivers: {
    resource: 'settings',
    method: 'PUT',
    path: '/api/webhooks/private',
    access: 'change-settings',
    body: z.object({ allow: z.boolean() }),
    reply: done,
  },
  addReceiver: {
    resource: 'settings',
    method: 'POST',
    path: '/api/webhooks',
    access: 'change-settings',
    body: z.object({ url: short.min(1), kinds }),
    reply: replies.addedReceiver,
  },
  changeReceiver: {
    resource: 'settings',
    method: 'PUT',
    path: '/api/webhooks/:receiver',
    access: 'change-settings',
    body: z.object({ url: short.min(1), kinds, paused: z.boolean() }),
    reply: replies.changedReceiver,
  },
  removeReceiver: {
    resource: 'settings',
    method: 'DELETE',
    path: '/api/webhooks/:receiver',
    access: 'change-settings',
    reply: done,
  },
  testReceiver: {
    resource: 'settings',
    method: 'POST',
    path: '/api/webhooks/:receiver/test',
    access: 'change-settings',
    reply: replies.testedReceiver,
  },
  sendAgain: {
    resource: 'settings',
    method: 'POST',
    path: '/api/webhooks/:receiver/messages/:message',
    access: 'change-settings',
    reply: done,
  },
} as const satisfies Readonly<Record<string, Route>>
