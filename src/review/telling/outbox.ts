import type { Entry, OutboxEvent } from '../../model/event.ts'
import { type Delivery, type DeliveryTry, outboxLimits, type QueuedMessage } from '../../model/outbox.ts'

/** What is on its way to receivers, as the journal of the outbox has it. */
export interface OutboxState {
  /** Up to which entry each document is told. */
  readonly read: ReadonlyMap<string, number>
  /** What waits, in the order in which it was queued, by `deliveryKey`. */
  readonly waiting: ReadonlyMap<string, Delivery>
  /** What is at its end, the newest last. */
  readonly ended: readonly Delivery[]
  /** Since when a receiver has taken nothing, of those that failed last. */
  readonly failing: ReadonlyMap<string, string>
}

const nothing: OutboxState = { read: new Map(), waiting: new Map(), ended: [], failing: new Map() }

export function deliveryKey(message: string, to: string): string {
  return `${message} ${to}`
}

/** Folds entries of the journal of the outbox, from its beginning or into an earlier state. */
export function foldOutbox(entries: readonly Entry<OutboxEvent>[], before: OutboxState = nothing): OutboxState {
  const read = new Map(before.read)
  const waiting = new Map(before.waiting)
  const failing = new Map(before.failing)
  let ended = [...before.ended]

  function end(key: string, delivery: Delivery): void {
    waiting.delete(key)
    ended.push(delivery)
  }

  /** Of what waits for a receiver the oldest is given up where it is more than there may be. */
  function holdToLimit(to: string): void {
    const mine = [...waiting].filter(([, delivery]) => delivery.to === to)
    for (const [key, delivery] of mine.slice(0, Math.max(0, mine.length - outboxLimits.waiting)))
      end(key, { ...delivery, next: null, state: 'given-up' })
  }

  function queue({ message, to }: QueuedMessage, at: string): void {
    for (const receiver of to) {
      const fresh = { message, to: receiver, since: at, tries: 0, last: null, next: at, state: 'waiting' } as const
      waiting.set(deliveryKey(message.id, receiver), fresh)
      holdToLimit(receiver)
    }
  }

  function tried(key: string, outcome: DeliveryTry, next: string | null, at: string): void {
    const delivery = waiting.get(key)
    if (delivery === undefined) return
    if (outcome.type === 'delivered') failing.delete(delivery.to)
    else if (!failing.has(delivery.to)) failing.set(delivery.to, at)
    const after = { ...delivery, tries: delivery.tries + 1, last: { ...outcome, at }, next }
    if (next !== null) waiting.set(key, after)
    else end(key, { ...after, state: outcome.type === 'delivered' ? 'delivered' : 'given-up' })
  }

  function ask(message: string, to: string, at: string): void {
    const key = deliveryKey(message, to)
    const isIt = (delivery: Delivery) => delivery.message.id === message && delivery.to === to
    const delivery = waiting.get(key) ?? ended.findLast(isIt)
    if (delivery === undefined) return
    ended = ended.filter((one) => !isIt(one))
    waiting.set(key, { ...delivery, since: at, tries: 0, next: at, state: 'waiting' })
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
        for (const [key, delivery] of waiting)
          if (delivery.to === event.to) waiting.set(key, { ...delivery, since: at, tries: 0, next: at })
        break
      case 'receiver-removed':
        failing.delete(event.to)
        for (const [key, delivery] of waiting) if (delivery.to === event.to) waiting.delete(key)
        ended = ended.filter(({ to }) => to !== event.to)
        break
    }
  }
  return { read, waiting, ended: ended.slice(-outboxLimits.ended), failing }
}
