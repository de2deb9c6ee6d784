import type { OutboxEvent } from '../../model/event.ts'
import type { Delivery, DeliveryTry, DocumentMessage, WebhookSettings } from '../../model/outbox.ts'
import { deliveryKey } from '../../review/telling/outbox-state.ts'
import { isDue, nextTry, pauseAfter } from '../../review/telling/retry.ts'
import type { Workspace } from '../core/open.ts'
import { pauseReceiver, webhookSettings } from './settings.ts'

type Receiver = WebhookSettings['receivers'][number]

/** The body of a message, the same on every try. `room`: the address of the review room. */
function bodyOf({ id, kind, at, document, title, ...rest }: DocumentMessage, room: string): string {
  const { from, to, by, sentences, release } = rest
  return JSON.stringify({
    id,
    type: kind,
    timestamp: at,
    data: {
      document: { id: document, title, url: `${room}/d/${document}` },
      entries: { from, to },
      by,
      ...(sentences !== undefined && { sentences }),
      ...(release !== undefined && { release }),
    },
  })
}

/** What of the outbox can be tried for each receiver now, the oldest first; and when the next can be. */
export async function dueDeliveries(
  workspace: Workspace,
): Promise<{ readonly due: ReadonlyMap<string, readonly Delivery[]>; readonly next: string | null }> {
  const { receivers } = await webhookSettings(workspace)
  const open = new Set(receivers.filter(({ paused }) => !paused).map(({ id }) => id))
  const { state } = await workspace.outbox.read()
  const now = workspace.world.clock()
  const due = new Map<string, Delivery[]>()
  let next: string | null = null
  for (const delivery of state.waiting.values()) {
    if (!open.has(delivery.to) || delivery.next === null) continue
    if (isDue(delivery.next, now)) {
      const mine = due.get(delivery.to)
      if (mine) mine.push(delivery)
      else due.set(delivery.to, [delivery])
    } else if (next === null || delivery.next < next) next = delivery.next
  }
  return { due, next }
}

/**
 * Sends a message to a receiver and records what came of it before anything else is sent there. Of a message that was
 * answered and not recorded, since the process was killed between, the receiver gets the same id again.
 */
export async function deliver(
  workspace: Workspace,
  delivery: Delivery,
  room: string,
  signal: AbortSignal,
): Promise<void> {
  const { message, to } = delivery
  const settings = await webhookSettings(workspace)
  const receiver = settings.receivers.find(({ id }) => id === to)
  const isWaiting = (await workspace.outbox.read()).state.waiting.has(deliveryKey(message.id, to))
  if (receiver === undefined || receiver.paused || !isWaiting) return
  const { clock, chance } = workspace.world
  const { after, ...outcome } = await post(workspace, settings, receiver, message.id, bodyOf(message, room), signal)
  const now = clock()
  let why: ReturnType<typeof pauseAfter> = null
  await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] => {
    const present = state.waiting.get(deliveryKey(message.id, to))
    if (present === undefined) return []
    why = pauseAfter(outcome, state.failing.get(to), now)
    // A receiver that is paused keeps what waits for it until it is resumed.
    const next = why !== null ? now : nextTry(present, outcome, { now, random: chance.random(), after })
    return [{ type: 'delivery-tried', v: 1, message: message.id, to, outcome, next }]
  })
  if (why !== null) await pauseReceiver(workspace, to, why)
}

export function post(
  { world }: Pick<Workspace, 'world'>,
  { allowPrivate }: Pick<WebhookSettings, 'allowPrivate'>,
  { url, secret }: Pick<Receiver, 'url' | 'secret'>,
  id: string,
  body: string,
  signal: AbortSignal,
): Promise<DeliveryTry & { readonly after: number }> {
  return world.postWebhook({ url, id, at: world.clock(), body, secret, allowPrivate }, signal)
}
