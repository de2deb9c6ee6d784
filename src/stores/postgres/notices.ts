import * as z from 'zod'
import type { News } from '../../ports/coordination.ts'

/** Notices go over one channel of the database, each with the server that sends it. */
export const channel = 'duizhao'

const schema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('appended'), server: z.string(), journal: z.string(), sequence: z.int() }),
  z.object({ type: z.literal('stored'), server: z.string(), name: z.string() }),
  z.object({ type: z.literal('message'), server: z.string(), topic: z.string(), body: z.unknown() }),
])

export type Notice = z.infer<typeof schema>

/** PostgreSQL refuses a notice of 8,000 bytes. */
const mostBytes = 7900

/** A notice as it goes over the channel, which takes ASCII alone to be counted easily. */
export function noticeOf(notice: Notice): string {
  return JSON.stringify(notice).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Whether a notice is short enough to be sent. */
export function fitsChannel(payload: string): boolean {
  return payload.length < mostBytes
}

/** What a payload says to `server`; null for its own notices, and for what no version known here has sent. */
export function newsIn(payload: string, server: string): News | null {
  const { success, data } = schema.safeParse(jsonOf(payload))
  if (!success || data.server === server) return null
  switch (data.type) {
    case 'appended':
      return { type: 'appended', journal: data.journal, sequence: data.sequence }
    case 'stored':
      return { type: 'stored', name: data.name }
    case 'message':
      return { type: 'message', topic: data.topic, body: data.body }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
