import type { Entry, OutboxEvent } from '../../model/event.ts'
import { type Delivery, type DeliveryTry, outboxLimits, type QueuedMessage } from '../../model/outbox.ts'
import { stateCarried } from './carried.ts'
import { afterNotice, noNotices } from './held-notices.ts'
import { deliveryKey, type OutboxState } from './outbox-state.ts'

const nothing: OutboxState = {
  read: new Map(),
  waiting: new Map(),
  ended: [],
  failing: new Map(),
  carried: 0,
  notices: noNotices,
}

/** Folds entries of the journal of the outbox, from its beginning or into an earlier state. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one fold, whose cases share what they change
export function foldOutbox(all: readonly Entry<OutboxEvent>[], present: OutboxState = nothing): OutboxState {
  const { before, entries } = sinceCarried(all, present)
  const read = new Map(before.read)
  const waiting = createWaiting(before.waiting)
  const failing = new Map(before.failing)
  let ended = [...before.ended]
  let { notices } = before

  function end(key: string, delivery: Delivery): void {
    waiting.take(key)
    ended.push(delivery)
  }

  function queue({ message, to }: QueuedMessage, at: string): void {
    for (const receiver of to) {
      const key = deliveryKey(message.id, receiver)
      waiting.put(key, { message, to: receiver, since: at, tries: 0, last: null, next: at, state: 'waiting' })
      // Of what waits for a receiver the oldest is given up where it is more than there may be.
      for (const [oldest, delivery] of waiting.beyond(receiver, outboxLimits.waiting))
        end(oldest, { ...delivery, next: null, state: 'given-up' })
    }
  }

  function tried(key: string, outcome: DeliveryTry, next: string | null, at: string): void {
    const delivery = waiting.all.get(key)
    if (delivery === undefined) return
    if (outcome.type === 'delivered') failing.delete(delivery.to)
    else if (!failing.has(delivery.to)) failing.set(delivery.to, at)
    const after = { ...delivery, tries: delivery.tries + 1, last: { ...outcome, at }, next }
    if (next !== null) waiting.put(key, after)
    else end(key, { ...after, state: outcome.type === 'delivered' ? 'delivered' : 'given-up' })
  }

  function ask(message: string, to: string, at: string): void {
    const key = deliveryKey(message, to)
    const isIt = (delivery: Delivery) => delivery.message.id === message && delivery.to === to
    const delivery = waiting.all.get(key) ?? ended.findLast(isIt)
    if (delivery === undefined) return
    ended = ended.filter((one) => !isIt(one))
    waiting.put(key, { ...delivery, since: at, tries: 0, next: at, state: 'waiting' })
  }

  for (const { event, at } of entries) {
    switch (event.type) {
      case 'journals-read':
        for (const [document, until] of Object.entries(event.documents)) read.set(document, until)
        break
      case 'messages-queued':
        read.set(event.document, event.until)
        for (const queued of event.messages) queue(queued, at)
        break
      case 'delivery-tried':
        tried(deliveryKey(event.message, event.to), event.outcome, event.next, at)
        break
      case 'delivery-asked':
        ask(event.message, event.to, at)
        break
      case 'receiver-resumed':
        failing.delete(event.to)
        for (const [key, delivery] of waiting.all)
          if (delivery.to === event.to) waiting.put(key, { ...delivery, since: at, tries: 0, next: at })
        break
      case 'receiver-removed':
        failing.delete(event.to)
        for (const [key, delivery] of waiting.all) if (delivery.to === event.to) waiting.take(key)
        ended = ended.filter(({ to }) => to !== event.to)
        break
      case 'outbox-carried':
        break
      default:
        notices = afterNotice(notices, event, at)
    }
  }
  return {
    read,
    waiting: waiting.all,
    ended: ended.slice(-outboxLimits.ended),
    failing,
    carried: before.carried,
    notices,
  }
}

/** The last of the entries that holds all before it as a state, with those that follow; without one, what there was. */
function sinceCarried(entries: readonly Entry<OutboxEvent>[], before: OutboxState) {
  const at = entries.findLastIndex(({ event }) => event.type === 'outbox-carried')
  const entry = entries[at]
  if (entry?.event.type !== 'outbox-carried') return { before, entries }
  return { before: { ...stateCarried(entry.event.outbox), carried: entry.sequence }, entries: entries.slice(at + 1) }
}

/** What waits, with the keys of each receiver beside it, so that what waits for one is counted without the others. */
function createWaiting(before: ReadonlyMap<string, Delivery>) {
  const all = new Map(before)
  /** The oldest first; made when they are first asked for. */
  let keysTo: Map<string, Set<string>> | null = null

  return {
    all,
    put(key: string, delivery: Delivery): void {
      all.set(key, delivery)
      if (keysTo) noteKey(keysTo, key, delivery)
    },
    take(key: string): void {
      const delivery = all.get(key)
      all.delete(key)
      if (delivery) keysTo?.get(delivery.to)?.delete(key)
    },
    /** The oldest for a receiver, so many that as many as `most` are left. */
    beyond(receiver: string, most: number): readonly (readonly [string, Delivery])[] {
      keysTo ??= keysByReceiver(all)
      const keys = keysTo.get(receiver)
      if (keys === undefined || keys.size <= most) return []
      const oldest: (readonly [string, Delivery])[] = []
      for (const key of keys) {
        if (keys.size - oldest.length <= most) break
        const delivery = all.get(key)
        if (delivery) oldest.push([key, delivery])
      }
      return oldest
    },
  }
}

function keysByReceiver(waiting: ReadonlyMap<string, Delivery>): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>()
  for (const [key, delivery] of waiting) noteKey(keys, key, delivery)
  return keys
}

function noteKey(keys: Map<string, Set<string>>, key: string, { to }: Delivery): void {
  const mine = keys.get(to)
  if (mine) mine.add(key)
  else keys.set(to, new Set([key]))
}
