import type { WebhooksView } from '../../contract/views/webhooks.ts'
import type { OutboxEvent } from '../../model/event.ts'
import {
  type Delivery,
  type DeliveryTry,
  outboxLimits,
  type Receiver,
  type WebhookKind,
  type WebhookSettings,
  webhookKinds,
} from '../../model/outbox.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { deliveryKey } from '../../review/telling/outbox-state.ts'
import { admit, refusalOfDamage } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { tellUpToNow } from './collect.ts'
import { post } from './deliver.ts'
import { changeWebhooks, webhookSettings } from './settings.ts'

type Stored = WebhookSettings['receivers'][number]

/** The receivers without their secrets, and what was and is sent to them, the newest first. */
export async function viewWebhooks(workspace: Workspace, actor: Person): Promise<WebhooksView | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  const { allowPrivate, receivers } = await webhookSettings(workspace)
  const page = await workspace.outbox.read().catch(refusalOfDamage)
  if (isRefusal(page)) return page
  const { waiting, ended, failing } = page.state
  const all = [...ended, ...waiting.values()]
  return {
    allowPrivate,
    receivers: receivers.map((receiver) => ({
      ...shown(receiver),
      waiting: [...waiting.values()].filter(({ to }) => to === receiver.id).length,
      failingSince: failing.get(receiver.id) ?? null,
    })),
    deliveries: newest(all).slice(0, outboxLimits.ended),
  }
}

function newest(deliveries: readonly Delivery[]): readonly Delivery[] {
  const last = ({ last, since }: Delivery) => last?.at ?? since
  return deliveries.toSorted((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0))
}

function shown({ secret: _, ...receiver }: Stored): Receiver {
  return receiver
}

/**
 * Adds a receiver of what happens from now on. The secret is given once. Refuses an address that is no HTTPS address, or an
 * HTTP address where that is not allowed, and more receivers than there may be.
 */
export async function addReceiver(
  workspace: Workspace,
  actor: Person,
  asked: { readonly url: string; readonly kinds: readonly WebhookKind[] },
): Promise<{ readonly receiver: Receiver; readonly secret: string } | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  await tellUpToNow(workspace)
  const { clock, newId, secrets } = workspace.world
  return changeWebhooks<{ readonly receiver: Receiver; readonly secret: string } | Refusal>(workspace, (settings) => {
    const wrong = refusalOf(asked, settings.allowPrivate)
    if (wrong) return { settings, result: wrong }
    const most = outboxLimits.receivers
    if (settings.receivers.length >= most)
      return { settings, result: refuse('receivers-too-many', { most: String(most) }) }
    const receiver = { id: newId(), url: asked.url, kinds: inOrder(asked.kinds), madeAt: clock() }
    // Base64 of the characters that are the same in both alphabets but for two.
    const secret = `whsec_${secrets.newToken().replaceAll('-', '+').replaceAll('_', '/')}`
    return {
      settings: { ...settings, receivers: [...settings.receivers, { ...receiver, secret }] },
      result: { receiver, secret },
    }
  })
}

/** Changes where a receiver is and what it is told, and pauses or resumes it; what waited for it meanwhile is sent then. */
export async function changeReceiver(
  workspace: Workspace,
  actor: Person,
  asked: {
    readonly receiver: string
    readonly url: string
    readonly kinds: readonly WebhookKind[]
    readonly paused: boolean
  },
): Promise<{ readonly receiver: Receiver } | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  await tellUpToNow(workspace)
  const { clock } = workspace.world
  const changed = await changeWebhooks<Receiver | Refusal>(workspace, (settings) => {
    const before = settings.receivers.find(({ id }) => id === asked.receiver)
    if (before === undefined) return { settings, result: refuse('receiver-unknown') }
    const wrong = before.url === asked.url ? null : refusalOf(asked, settings.allowPrivate)
    if (wrong) return { settings, result: wrong }
    const { paused = { at: clock(), why: 'person' as const }, ...rest } = before
    const after = { ...rest, url: asked.url, kinds: inOrder(asked.kinds), ...(asked.paused && { paused }) }
    return {
      settings: { ...settings, receivers: settings.receivers.map((one) => (one === before ? after : one)) },
      result: shown(after),
    }
  })
  if (isRefusal(changed)) return changed
  if (!asked.paused) await record(workspace, actor, { type: 'receiver-resumed', v: 1, to: asked.receiver })
  return { receiver: changed }
}

/** Removes a receiver, and what waits for it. */
export async function removeReceiver(
  workspace: Workspace,
  actor: Person,
  { receiver }: { readonly receiver: string },
): Promise<{ readonly done: true } | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  const wasThere = await changeWebhooks(workspace, (settings) => {
    const receivers = settings.receivers.filter(({ id }) => id !== receiver)
    return { settings: { ...settings, receivers }, result: receivers.length < settings.receivers.length }
  })
  if (!wasThere) return refuse('receiver-unknown')
  return record(workspace, actor, { type: 'receiver-removed', v: 1, to: receiver })
}

/** Says whether receivers may be on this machine or in a private network, and be reached there without TLS. */
export async function allowPrivateReceivers(
  workspace: Workspace,
  actor: Person,
  { allow }: { readonly allow: boolean },
): Promise<{ readonly done: true } | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  await changeWebhooks(workspace, (settings) => ({ settings: { ...settings, allowPrivate: allow }, result: null }))
  return { done: true }
}

/** Sends a receiver a message that tells of nothing, now, and says what came of it. It is in no list. */
export async function testReceiver(
  workspace: Workspace,
  actor: Person,
  { receiver: id }: { readonly receiver: string },
): Promise<{ readonly outcome: DeliveryTry } | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  const settings = await webhookSettings(workspace)
  const receiver = settings.receivers.find((one) => one.id === id)
  if (receiver === undefined) return refuse('receiver-unknown')
  const { clock, newId } = workspace.world
  const message = `msg_test_${newId()}`
  const body = JSON.stringify({ id: message, type: 'test', timestamp: clock(), data: {} })
  const { after: _, ...outcome } = await post(
    workspace,
    settings,
    receiver,
    message,
    body,
    new AbortController().signal,
  )
  return { outcome }
}

/** Has a message sent to a receiver again, under its id, or one that waits tried now. */
export async function sendAgain(
  workspace: Workspace,
  actor: Person,
  { receiver: to, message }: { readonly receiver: string; readonly message: string },
): Promise<{ readonly done: true } | Refusal> {
  const refused = await admit(workspace, actor, 'change-settings')
  if (isRefusal(refused)) return refused
  const { state } = await workspace.outbox.read()
  const isKnown =
    state.waiting.has(deliveryKey(message, to)) ||
    state.ended.some((delivery) => delivery.to === to && delivery.message.id === message)
  if (!isKnown) return refuse('delivery-unknown')
  return record(workspace, actor, { type: 'delivery-asked', v: 1, message, to })
}

async function record(
  workspace: Workspace,
  actor: Person,
  event: OutboxEvent,
): Promise<{ readonly done: true } | Refusal> {
  const written = await workspace.outbox.write(actor.id, () => [event])
  return isRefusal(written) ? written : { done: true }
}

function inOrder(kinds: readonly WebhookKind[]): readonly WebhookKind[] {
  return webhookKinds.filter((kind) => kinds.includes(kind))
}

/** What is wrong with where a receiver is said to be, as far as its address shows; the rest shows when it is sent to. */
function refusalOf(
  { url, kinds }: { readonly url: string; readonly kinds: readonly WebhookKind[] },
  allowPrivate: boolean,
): Refusal | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hash !== '')
    return refuse('bad-request', { place: 'url' })
  // The address is shown in the settings and in backups of them: it is no place for a password.
  if (parsed.username !== '' || parsed.password !== '') return refuse('bad-request', { place: 'url' })
  if (parsed.protocol === 'http:' && !allowPrivate) return refuse('receiver-open')
  return kinds.length === 0 ? refuse('bad-request', { place: 'kinds' }) : null
}
