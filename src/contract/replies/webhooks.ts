import * as z from 'zod'
import { exactly } from '../../schemas/exactly.ts'
import { delivery, deliveryTry, receiver, receiverShape } from '../../schemas/outbox.ts'
import type { WebhooksView } from '../views/webhooks.ts'
import { count, text } from './parts.ts'

export const webhooks = exactly<WebhooksView>()(
  z.object({
    allowPrivate: z.boolean(),
    receivers: z.array(z.object({ ...receiverShape, waiting: count, failingSince: text.nullable() })).readonly(),
    deliveries: z.array(delivery).readonly(),
  }),
)
export const addedReceiver = z.object({ receiver, secret: text })
export const changedReceiver = z.object({ receiver })
export const testedReceiver = z.object({ outcome: deliveryTry })
