import type { WorkStep } from './assignment.ts'
import type { DeliveryTry } from './outbox.ts'

/** What a person chooses about: each kind of notice belongs to one. */
export const noticeTopics = [
  'assigned',
  'mentioned',
  'returned',
  'suggestions',
  'due',
  'to-sign',
  'signed',
  'published',
] as const
export type NoticeTopic = (typeof noticeTopics)[number]

export const noticeKinds = [
  'assigned',
  'mentioned',
  'returned',
  'suggested',
  'suggestion-taken',
  'suggestion-left',
  'due-soon',
  'overdue',
  'to-sign',
  'signed',
  'unsigned',
  'published',
  'withdrawn',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const topicOf: Readonly<Record<NoticeKind, NoticeTopic>> = {
  assigned: 'assigned',
  mentioned: 'mentioned',
  returned: 'returned',
  suggested: 'suggestions',
  'suggestion-taken': 'suggestions',
  'suggestion-left': 'suggestions',
  'due-soon': 'due',
  overdue: 'due',
  'to-sign': 'to-sign',
  signed: 'signed',
  unsigned: 'signed',
  published: 'published',
  withdrawn: 'published',
}

/** How a person is told: not at all; on the page alone; on the page and once a day by e-mail; on the page and by e-mail at once. */
export const noticeWays = ['none', 'page', 'daily', 'at-once'] as const
export type NoticeWay = (typeof noticeWays)[number]

/** What somebody is told of a document. It holds no words of it: they are read where it is shown. */
export interface Notice {
  readonly id: string
  readonly kind: NoticeKind
  readonly document: string
  /** The entries of the document that it tells of; of what a day brings, the last entry that was looked at. */
  readonly from: number
  readonly to: number
  readonly at: string
  /** The id of the person who did it; null for what nobody did. */
  readonly by: string | null
  /** The first sentence that it is about, and how many there are; absent for the whole document. */
  readonly segment?: string
  readonly count?: number
  /** Of work: the step, and the day by which it is wanted. */
  readonly step?: WorkStep
  readonly due?: string
  /** Of a release: its number. */
  readonly release?: number
}

/** A notice and the people it goes to. */
export interface AddressedNotice {
  readonly notice: Notice
  readonly to: readonly { readonly person: string; readonly way: Exclude<NoticeWay, 'none'> }[]
}

/** A notice as one person has it. `mail`: whether it waits to be put into an e-mail. */
export interface HeldNotice extends Notice {
  readonly read: boolean
  readonly mail: 'daily' | 'at-once' | null
}

export const mailLanguages = ['zh-CN', 'en'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** What a person chose. An empty address: no e-mail. */
export interface NoticeChoices {
  readonly address: string
  readonly language: MailLanguage
  readonly ways: Readonly<Record<NoticeTopic, NoticeWay>>
}

/** Of somebody who has chosen nothing. E-mail needs an address, and goes nowhere before there is one. */
export const usualChoices: NoticeChoices = {
  address: '',
  language: 'zh-CN',
  ways: {
    assigned: 'at-once',
    mentioned: 'at-once',
    returned: 'at-once',
    suggestions: 'daily',
    due: 'daily',
    'to-sign': 'at-once',
    signed: 'page',
    published: 'page',
  },
}

/** `implicit`: TLS from the first byte (RFC 8314); `starttls`: asked for, and nothing is sent without; `none`: in the open. */
export const mailTls = ['implicit', 'starttls', 'none'] as const
export type MailTls = (typeof mailTls)[number]

/** The server that takes e-mail (SMTP). An empty user: without signing in. The password is beside it, never on a page. */
export interface MailServer {
  readonly on: boolean
  readonly host: string
  readonly port: number
  readonly tls: MailTls
  readonly user: string
  /** The address that e-mail comes from. */
  readonly from: string
}

/** An e-mail to one person, with its notices. */
export interface Mail {
  readonly id: string
  readonly person: string
  readonly notices: readonly string[]
  readonly digest: boolean
}

/** An e-mail on its way, or at its end. */
export interface MailDelivery extends Mail {
  readonly since: string
  readonly tries: number
  readonly last: (DeliveryTry & { readonly at: string }) | null
  /** When it is tried again; null at its end. */
  readonly next: string | null
  readonly state: 'waiting' | 'delivered' | 'given-up'
}

export const noticeLimits = {
  /** Notices that one person has; with one more, the oldest goes. */
  held: 500,
  /** E-mails that wait; with one more, the oldest is given up. Its notices stay on the page. */
  waiting: 1_000,
  /** E-mails at their end that are listed. */
  ended: 50,
  /** An e-mail waits so long for more notices, and so long after the one before it to the same person; in milliseconds. */
  gathering: 10_000,
  between: 10 * 60_000,
  /** The hour of the office at which a day begins for notices: due work is looked at, and daily e-mails go. */
  morning: 8,
} as const

/** Under which key the words of a notice are in `told.json`, with the endings of plurals where it has a count. */
export function wordsKeyOf({ kind, step, due }: Pick<Notice, 'kind' | 'step' | 'due'>): string {
  const key = kind === 'assigned' && due !== undefined ? 'assigned-due' : kind
  return step === undefined ? key : `${key}.${step}`
}

/** Whether a text can be an address of e-mail: one line without spaces, quotes, brackets or lists (RFC 5321 §4.1.2, without quoted names). */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(text)
}
