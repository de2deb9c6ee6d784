import type { CarriedOutbox } from '../../model/carried-outbox.ts'
import type { HeldNotice, MailDelivery } from '../../model/notice.ts'
import type { Delivery } from '../../model/outbox.ts'
import { deliveryKey, type OutboxState } from './outbox-state.ts'

/**
 * What of the outbox is kept. Instants in UTC, ISO 8601: what has ended, or was seen, before goes; null keeps it however old it is.
 * What is not yet delivered, or not yet seen, is kept in any case, but for that of people `without` whom it goes on.
 */
export interface OutboxTerms {
  readonly deliveriesSince: string | null
  readonly noticesSince: string | null
  /** The ids of people of whom nothing is kept. */
  readonly without: ReadonlySet<string>
}

/** All that is kept, as the one entry with which a shortened journal begins. */
export function carriedOf(state: OutboxState, terms: OutboxTerms): CarriedOutbox {
  const { notices } = state
  const isTheirs = ({ person }: { readonly person: string }) => !terms.without.has(person)
  const mails = [...notices.mails.values()].filter(isTheirs)
  return {
    read: Object.fromEntries(state.read),
    waiting: [...state.waiting.values()],
    ended: state.ended.filter((delivery) => isKept(delivery, terms.deliveriesSince)),
    failing: Object.fromEntries(state.failing),
    notices: {
      begun: notices.begun,
      looked: Object.fromEntries(notices.looked),
      day: notices.day,
      toSign: [...notices.toSign],
      held: Object.fromEntries(keptNotices(notices.held, mails, terms)),
      mails,
      sent: notices.sent.filter((mail) => isTheirs(mail) && isKept(mail, terms.deliveriesSince)),
      mailed: Object.fromEntries([...notices.mailed].filter(([person]) => !terms.without.has(person))),
      failingSince: notices.failingSince,
    },
  }
}

function isKept({ last, since }: Pick<Delivery, 'last' | 'since'>, from: string | null): boolean {
  return from === null || (last?.at ?? since) >= from
}

function keptNotices(
  held: OutboxState['notices']['held'],
  mails: readonly MailDelivery[],
  { noticesSince, without }: OutboxTerms,
): readonly (readonly [string, readonly HeldNotice[]])[] {
  const mailed = new Set(mails.flatMap(({ notices }) => notices))
  const isSettled = ({ id, read, mail }: HeldNotice) => read && mail === null && !mailed.has(id)
  return [...held].flatMap(([person, notices]) => {
    if (without.has(person)) return []
    const kept = notices.filter((notice) => noticesSince === null || notice.at >= noticesSince || !isSettled(notice))
    return kept.length === 0 ? [] : [[person, kept] as const]
  })
}

/** The state that was carried. */
export function stateCarried({ read, waiting, ended, failing, notices }: CarriedOutbox): Omit<OutboxState, 'carried'> {
  return {
    read: new Map(Object.entries(read)),
    waiting: new Map(waiting.map((delivery) => [deliveryKey(delivery.message.id, delivery.to), delivery])),
    ended,
    failing: new Map(Object.entries(failing)),
    notices: {
      begun: notices.begun,
      looked: new Map(Object.entries(notices.looked)),
      day: notices.day,
      toSign: new Set(notices.toSign),
      held: new Map(Object.entries(notices.held)),
      mails: new Map(notices.mails.map((mail) => [mail.id, mail])),
      sent: notices.sent,
      mailed: new Map(Object.entries(notices.mailed)),
      failingSince: notices.failingSince,
    },
  }
}

/** Whether the state holds something that these terms do not keep. */
export function holdsMore(state: OutboxState, terms: OutboxTerms): boolean {
  const { ended, notices } = carriedOf(state, terms)
  const { held, mails, sent, mailed } = state.notices
  const count = (lists: Iterable<readonly HeldNotice[]>) => [...lists].reduce((sum, { length }) => sum + length, 0)
  return (
    ended.length < state.ended.length ||
    notices.sent.length < sent.length ||
    notices.mails.length < mails.size ||
    Object.keys(notices.mailed).length < mailed.size ||
    count(Object.values(notices.held)) < count(held.values())
  )
}
