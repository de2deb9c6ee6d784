import * as z from 'zod'
import { exactly } from '../../schemas/exactly.ts'
import { mailServerShape, noticeChoices, noticeShape } from '../../schemas/notice.ts'
import { deliveryShape, deliveryTry } from '../../schemas/outbox.ts'
import type { MailView, NoticesView } from '../views/notices.ts'
import { count, text } from './parts.ts'

const { from: _from, to: _to, by: _by, ...shownShape } = noticeShape

export const notices = exactly<NoticesView>()(
  z.object({
    notices: z.array(z.object({ ...shownShape, title: text, name: text, read: z.boolean() })).readonly(),
    unread: count,
    choices: noticeChoices,
    mail: z.boolean(),
  }),
)
export const unread = z.object({ unread: count })
export const choices = z.object({ choices: noticeChoices })
export const mail = exactly<MailView>()(
  z.object({
    server: z.object(mailServerShape),
    passwordSet: z.boolean(),
    waiting: count,
    failingSince: text.nullable(),
    mails: z.array(z.object({ ...deliveryShape, name: text, notices: count })).readonly(),
  }),
)
export const testedMail = z.object({ outcome: deliveryTry })
