import * as z from 'zod'
import { mailLanguages, mailTls, noticeTopics } from '../../model/notice.ts'
import { noticeWay } from '../../schemas/notice.ts'
import { short } from '../inputs.ts'
import * as replies from '../replies/notices.ts'
import type { Route } from '../route.ts'

const language = z.enum(mailLanguages)

/** What people are told, and the e-mail that tells them. */
export const noticesRoutes = {
  notices: {
    resource: 'session',
    method: 'GET',
    path: '/api/notices',
    access: 'read',
    reply: replies.notices,
  },
  countNotices: {
    resource: 'session',
    method: 'GET',
    path: '/api/notices/count',
    access: 'read',
    reply: replies.unread,
  },
  readNotices: {
    resource: 'session',
    method: 'POST',
    path: '/api/notices/read',
    access: 'read',
    body: z.object({ notices: z.array(short).max(500) }),
    reply: replies.unread,
  },
  chooseNotices: {
    resource: 'session',
    method: 'PUT',
    path: '/api/notices/choices',
    access: 'read',
    body: z.object({ address: short, language, ways: z.record(z.enum(noticeTopics), noticeWay) }),
    reply: replies.choices,
  },
  mail: {
    resource: 'settings',
    method: 'GET',
    path: '/api/mail',
    access: 'change-settings',
    reply: replies.mail,
  },
  changeMail: {
    resource: 'settings',
    method: 'PUT',
    path: '/api/mail',
    access: 'change-settings',
    body: z.object({
      on: z.boolean(),
      host: short,
      port: z.int(),
      tls: z.enum(mailTls),
      user: short,
      from: short,
      password: z.string().max(500).exactOptional(),
    }),
    reply: replies.mail,
  },
  testMail: {
    resource: 'settings',
    method: 'POST',
    path: '/api/mail/test',
    access: 'change-settings',
    body: z.object({ address: short, language }),
    reply: replies.testedMail,
  },
} as const satisfies Readonly<Record<string, Route>>
