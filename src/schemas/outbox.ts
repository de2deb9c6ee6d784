import * as z from 'zod'
import {
  type Delivery,
  type DeliveryTry,
  type DocumentMessage,
  deliveryFaults,
  type QueuedMessage,
  type Receiver,
  type WebhookSettings,
  webhookKinds,
} from '../model/outbox.ts'
import { exactly } from './exactly.ts'

const text = z.string()

export const webhookKind = z.enum(webhookKinds)

const documentMessage = exactly<DocumentMessage>()(
  z.object({
    id: text,
    kind: webhookKind,
    document: text,
    title: text,
    from: z.int(),
    to: z.int(),
    at: text,
    by: z.array(text).readonly(),
    sentences: z.int().exactOptional(),
    release: z.int().exactOptional(),
  }),
)

export const queuedMessage = exactly<QueuedMessage>()(
  z.object({ message: documentMessage, to: z.array(text).readonly() }),
)

const delivered = { type: z.literal('delivered'), status: z.int() }
const failed = { type: z.literal('failed'), fault: z.enum(deliveryFaults), status: z.int() }
export const deliveryTry = exactly<DeliveryTry>()(z.discriminatedUnion('type', [z.object(delivered), z.object(failed)]))

/** How far a message is, whatever it is. */
export const deliveryShape = {
  since: text,
  tries: z.int(),
  last: z
    .discriminatedUnion('type', [z.object({ ...delivered, at: text }), z.object({ ...failed, at: text })])
    .nullable(),
  next: text.nullable(),
  state: z.enum(['waiting', 'delivered', 'given-up']),
}
export const delivery = exactly<Delivery>()(z.object({ message: documentMessage, to: text, ...deliveryShape }))

export const receiverShape = {
  id: text,
  url: text,
  kinds: z.array(webhookKind).readonly(),
  madeAt: text,
  paused: z.object({ at: text, why: z.enum(['failing', 'gone', 'person']) }).exactOptional(),
}
export const receiver = exactly<Receiver>()(z.object(receiverShape))

export const webhookSettings = exactly<WebhookSettings>()(
  z.object({ allowPrivate: z.boolean(), receivers: z.array(z.object({ ...receiverShape, secret: text })).readonly() }),
)
