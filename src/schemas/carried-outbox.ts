import * as z from 'zod'
import type { CarriedOutbox } from '../model/carried-outbox.ts'
import type { HeldNotice, MailDelivery } from '../model/notice.ts'
import { exactly } from './exactly.ts'
import { noticeShape } from './notice.ts'
import { delivery, deliveryShape } from './outbox.ts'

const text = z.string()

const heldNotice = exactly<HeldNotice>()(
  z.object({ ...noticeShape, read: z.boolean(), mail: z.enum(['daily', 'at-once']).nullable() }),
)
const mailDelivery = exactly<MailDelivery>()(
  z.object({ id: text, person: text, notices: z.array(text).readonly(), digest: z.boolean(), ...deliveryShape }),
)

export const carriedOutbox = exactly<CarriedOutbox>()(
  z.object({
    read: z.record(text, z.int()),
    waiting: z.array(delivery).readonly(),
    ended: z.array(delivery).readonly(),
    failing: z.record(text, text),
    notices: z.object({
      begun: z.boolean(),
      looked: z.record(text, z.int()),
      day: text,
      toSign: z.array(text).readonly(),
      held: z.record(text, z.array(heldNotice).readonly()),
      mails: z.array(mailDelivery).readonly(),
      sent: z.array(mailDelivery).readonly(),
      mailed: z.record(text, text),
      failingSince: text.nullable(),
    }),
  }),
)
