import type { Entry, OutboxEvent } from '../../model/event.ts'
import {
  type AddressedNotice,
  type HeldNotice,
  type Mail,
  type MailDelivery,
  noticeLimits,
} from '../../model/notice.ts'

/** What people were told and what is on its way to them, as the journal of the outbox has it. */
export interface HeldNotices {
  /** Whether people are told yet. */
  readonly begun: boolean
  /** Up to which entry of each document people are told. */
  readonly looked: ReadonlyMap<string, number>
  /** The last day of the office that was looked at for what is due; empty before the first. */
  readonly day: string
  /** The documents of which it was told that they wait for a signature. */
  readonly toSign: ReadonlySet<string>
  /** What each person was told, the oldest first. */
  readonly held: ReadonlyMap<string, readonly HeldNotice[]>
  /** E-mails on their way, by their ids, in the order in which they were queued. */
  readonly mails: ReadonlyMap<string, MailDelivery>
  /** E-mails at their end, the newest last. */
  readonly sent: readonly MailDelivery[]
  /** When the last e-mail to each person was queued. */
  readonly mailed: ReadonlyMap<string, string>
  /** Since when the server took no e-mail; null where it took the last one. */
  readonly failingSince: string | null
}

export const noNotices: HeldNotices = {
  begun: false,
  looked: new Map(),
  day: '',
  toSign: new Set(),
  held: new Map(),
  mails: new Map(),
  sent: [],
  mailed: new Map(),
  failingSince: null,
}

type NoticeEvent = Extract<
  OutboxEvent,
  {
    readonly type:
      | 'notices-begun'
      | 'notices-made'
      | 'day-begun'
      | 'notices-read'
      | 'mail-queued'
      | 'mail-tried'
      | 'mail-resumed'
      | 'mail-stopped'
  }
>

/** The state after one entry, without altering the state before it. */
export function afterNotice(before: HeldNotices, event: NoticeEvent, at: Entry['at']): HeldNotices {
  switch (event.type) {
    case 'notices-begun':
      return { ...before, begun: true, looked: new Map([...before.looked, ...Object.entries(event.documents)]) }
    case 'notices-made': {
      const { document, until, toSign } = event
      return {
        ...before,
        looked: new Map(before.looked).set(document, until),
        toSign: toSign === undefined ? before.toSign : withMember(before.toSign, document, toSign),
        held: withNotices(before.held, event.notices),
      }
    }
    case 'day-begun':
      return { ...before, day: event.day, held: withNotices(before.held, event.notices) }
    case 'notices-read': {
      const read = new Set(event.notices)
      return { ...before, held: changed(before.held, event.person, read, (notice) => ({ ...notice, read: true })) }
    }
    case 'mail-queued':
      return withMail(before, event.mail, at)
    case 'mail-tried':
      return tried(before, event, at)
    case 'mail-resumed': {
      const again = [...before.mails].map(([id, mail]) => [id, { ...mail, since: at, tries: 0, next: at }] as const)
      return { ...before, mails: new Map(again), failingSince: null }
    }
    case 'mail-stopped': {
      const held = [...before.held].map(([person, notices]) => {
        return [person, notices.map((notice) => (notice.mail ? { ...notice, mail: null } : notice))] as const
      })
      return { ...before, mails: new Map(), held: new Map(held), failingSince: null }
    }
  }
}

function withMember(before: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const after = new Set(before)
  if (isIn) after.add(member)
  else after.delete(member)
  return after
}

function withNotices(
  before: HeldNotices['held'],
  notices: readonly AddressedNotice[],
): ReadonlyMap<string, readonly HeldNotice[]> {
  const held = new Map(before)
  for (const { notice, to } of notices)
    for (const { person, way } of to) {
      const mine = held.get(person) ?? []
      if (mine.some(({ id }) => id === notice.id)) continue
      const added = [...mine, { ...notice, read: false, mail: way === 'page' ? null : way }]
      held.set(person, added.slice(-noticeLimits.held))
    }
  return held
}

function changed(
  before: HeldNotices['held'],
  person: string,
  ids: ReadonlySet<string>,
  change: (notice: HeldNotice) => HeldNotice,
): HeldNotices['held'] {
  const mine = before.get(person)
  if (mine === undefined) return before
  return new Map(before).set(
    person,
    mine.map((notice) => (ids.has(notice.id) ? change(notice) : notice)),
  )
}

function withMail(before: HeldNotices, mail: Mail, at: string): HeldNotices {
  const mails = new Map(before.mails).set(mail.id, {
    ...mail,
    since: at,
    tries: 0,
    last: null,
    next: at,
    state: 'waiting',
  })
  const surplus = [...mails.values()].slice(0, Math.max(0, mails.size - noticeLimits.waiting))
  for (const { id } of surplus) mails.delete(id)
  return {
    ...before,
    mails,
    sent: ended(before.sent, surplus),
    held: changed(before.held, mail.person, new Set(mail.notices), (notice) => ({ ...notice, mail: null })),
    mailed: new Map(before.mailed).set(mail.person, at),
  }
}

function tried(
  before: HeldNotices,
  { mail: id, outcome, next }: Extract<NoticeEvent, { readonly type: 'mail-tried' }>,
  at: string,
): HeldNotices {
  const mail = before.mails.get(id)
  if (mail === undefined) return before
  const after = { ...mail, tries: mail.tries + 1, last: { ...outcome, at }, next }
  const mails = new Map(before.mails)
  if (next === null) mails.delete(id)
  else mails.set(id, after)
  const isDelivered = outcome.type === 'delivered'
  // A recipient who is not taken says nothing of the server.
  const isOfRecipient = outcome.type === 'failed' && outcome.fault === 'recipient-refused'
  const state = isDelivered ? 'delivered' : 'given-up'
  return {
    ...before,
    mails,
    sent: next === null ? [...before.sent, { ...after, state } as const].slice(-noticeLimits.ended) : before.sent,
    failingSince: isDelivered ? null : isOfRecipient ? before.failingSince : (before.failingSince ?? at),
  }
}

function ended(before: HeldNotices['sent'], given: readonly MailDelivery[]): HeldNotices['sent'] {
  if (given.length === 0) return before
  const up = given.map((mail) => ({ ...mail, next: null, state: 'given-up' }) as const)
  return [...before, ...up].slice(-noticeLimits.ended)
}
