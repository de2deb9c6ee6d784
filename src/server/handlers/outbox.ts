import type { Workspace } from '../../workspace/core/open.ts'
import { noticeHandlers } from './notices.ts'
import { webhookHandlers } from './webhooks.ts'

/** What is told, to whomever. */
export function outboxHandlers(workspace: Workspace) {
  return { ...webhookHandlers(workspace), ...noticeHandlers(workspace) }
}
