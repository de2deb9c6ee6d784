import * as z from 'zod'
import { workSteps } from '../model/assignment.ts'
import {
  type AddressedNotice,
  type Mail,
  type MailServer,
  mailLanguages,
  mailTls,
  type Notice,
  type NoticeChoices,
  noticeKinds,
  noticeTopics,
  noticeWays,
} from '../model/notice.ts'
import { exactly } from './exactly.ts'

const text = z.string()

export const noticeShape = {
  id: text,
  kind: z.enum(noticeKinds),
  document: text,
  from: z.int(),
  to: z.int(),
  at: text,
  by: text.nullable(),
  segment: text.exactOptional(),
  count: z.int().exactOptional(),
  step: z.enum(workSteps).exactOptional(),
  due: text.exactOptional(),
  release: z.int().exactOptional(),
}

export const addressedNotice = exactly<AddressedNotice>()(
  z.object({
    notice: exactly<Notice>()(z.object(noticeShape)),
    to: z.array(z.object({ person: text, way: z.enum(['page', 'daily', 'at-once']) })).readonly(),
  }),
)

export const mail = exactly<Mail>()(
  z.object({ id: text, person: text, notices: z.array(text).readonly(), digest: z.boolean() }),
)

export const noticeWay = z.enum(noticeWays)

export const noticeChoices = exactly<NoticeChoices>()(
  z.object({
    address: text,
    language: z.enum(mailLanguages),
    ways: z.record(z.enum(noticeTopics), noticeWay),
  }),
)

/** What people chose, by their ids. */
export const storedChoices = z.record(text, noticeChoices)

export const mailServerShape = {
  on: z.boolean(),
  host: text,
  port: z.int(),
  tls: z.enum(mailTls),
  user: text,
  from: text,
}

export type StoredMailServer = MailServer & { readonly password?: string }
export const storedMailServer = exactly<StoredMailServer>()(
  z.object({ ...mailServerShape, password: text.exactOptional() }),
)
