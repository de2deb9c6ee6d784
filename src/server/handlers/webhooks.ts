import type { Workspace } from '../../workspace/core/open.ts'
import {
  addReceiver,
  allowPrivateReceivers,
  changeReceiver,
  removeReceiver,
  sendAgain,
  testReceiver,
  viewWebhooks,
} from '../../workspace/outbox/receivers.ts'
import type { Handlers } from '../api.ts'

type WebhookRoutes =
  | 'webhooks'
  | 'allowPrivateReceivers'
  | 'addReceiver'
  | 'changeReceiver'
  | 'removeReceiver'
  | 'testReceiver'
  | 'sendAgain'

export function webhookHandlers(workspace: Workspace): Pick<Handlers, WebhookRoutes> {
  return {
    webhooks: ({ actor }) => viewWebhooks(workspace, actor),
    allowPrivateReceivers: ({ actor, body }) => allowPrivateReceivers(workspace, actor, body),
    addReceiver: ({ actor, body }) => addReceiver(workspace, actor, body),
    changeReceiver: ({ actor, params, body }) => changeReceiver(workspace, actor, { ...params, ...body }),
    removeReceiver: ({ actor, params }) => removeReceiver(workspace, actor, params),
    testReceiver: ({ actor, params }) => testReceiver(workspace, actor, params),
    sendAgain: ({ actor, params }) => sendAgain(workspace, actor, params),
  }
}
