import type { Receiver, WebhookSettings } from '../../model/outbox.ts'
import { webhookSettings as schema } from '../../schemas/outbox.ts'
import type { Workspace } from '../core/open.ts'
import { webhooksName } from '../core/outbox-bell.ts'
import { readStored } from '../core/stored.ts'

const initial: WebhookSettings = { allowPrivate: false, receivers: [] }

/** The receivers with their secrets: for whoever sends to them, never for a page. */
export async function webhookSettings({ world }: Pick<Workspace, 'world'>): Promise<WebhookSettings> {
  return (await readStored(world.settings, webhooksName, schema)) ?? initial
}

/** Changes the settings as they are now, and tells whoever sends. Gives what `change` gives beside them. */
export async function changeWebhooks<T>(
  workspace: Workspace,
  change: (settings: WebhookSettings) => { readonly settings: WebhookSettings; readonly result: T },
): Promise<T> {
  const result = await workspace.turns.take(webhooksName, async () => {
    const changed = change(await webhookSettings(workspace))
    await workspace.world.settings.set(webhooksName, changed.settings)
    return changed.result
  })
  workspace.bell.ring()
  return result
}

/** Pauses a receiver unless it is paused. */
export async function pauseReceiver(
  workspace: Workspace,
  id: string,
  why: NonNullable<Receiver['paused']>['why'],
): Promise<void> {
  const paused = { at: workspace.world.clock(), why }
  await changeWebhooks(workspace, (settings) => ({
    settings: {
      ...settings,
      receivers: settings.receivers.map((receiver) =>
        receiver.id === id && !receiver.paused ? { ...receiver, paused } : receiver,
      ),
    },
    result: null,
  }))
}
