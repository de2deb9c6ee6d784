import type { Delivery } from '../../model/outbox.ts'
import type { Hold } from '../../ports/coordination.ts'
import type { Workspace } from '../core/open.ts'
import { collect, type Dues, recordWalked, type Walks } from './collect.ts'
import { deliver, dueDeliveries } from './deliver.ts'

/** Between two looks at documents that grow, so that an editor at work costs one look a second. */
const pace = 1_000
/** How long another server that sends is left alone before it is asked for its place. */
const patience = 10_000
/** Nothing is waited for longer than this at once. */
const longest = 60_000

export interface Outbox {
  stop(): Promise<void>
}

/**
 * Makes messages of what is written, and sends them, as long as it runs: one server of a workspace at a time does. `room`
 * is the address of the review room.
 */
export function runOutbox(workspace: Workspace, room: string): Outbox {
  const ended = new AbortController()
  const running = keepSending(workspace, room, ended.signal).catch((fault) => {
    if (!ended.signal.aborted) workspace.world.report(fault)
  })
  return {
    async stop() {
      ended.abort()
      await running
    },
  }
}

async function keepSending(workspace: Workspace, room: string, signal: AbortSignal): Promise<void> {
  const { coordination, chance, report } = workspace.world
  while (!signal.aborted) {
    let hold: Hold | null = null
    try {
      hold = await coordination.hold('outbox')
      if (hold) await sendWhileHeld(workspace, room, eitherOf(signal, hold.lost), hold.lost)
    } catch (fault) {
      if (!signal.aborted) report(fault)
    } finally {
      await hold?.release()
    }
    await chance.wait(patience, signal).catch(() => {})
  }
}

/** One round after the other: what has grown is queued, and what is due is sent, to each receiver one at a time. */
async function sendWhileHeld(
  workspace: Workspace,
  room: string,
  signal: AbortSignal,
  lost: AbortSignal,
): Promise<void> {
  const { bell, world } = workspace
  const walks: Walks = new Map()
  const sending = new Map<string, Promise<void>>()
  const alarm = createAlarm(bell.listen, world.chance.wait)
  let waiting: Dues = new Map()
  bell.putBack(null)
  try {
    while (!signal.aborted) {
      waiting = await collectGrown(workspace, walks, waiting)
      const { due, next } = await dueDeliveries(workspace)
      for (const [to, deliveries] of due) {
        if (sending.has(to)) continue
        const sent = sendAll(workspace, deliveries, room, signal)
        sending.set(to, sent)
        void sent.finally(() => {
          sending.delete(to)
          alarm.ring()
        })
      }
      const first = [...waiting.values(), ...(next === null ? [] : [next])].sort()[0]
      await alarm.wait(millisecondsUntil(first, world.clock()), signal)
    }
  } finally {
    alarm.stop()
    await Promise.all(sending.values())
    if (!lost.aborted) await recordWalked(workspace, walks)
  }
}

/** Looks at the documents that have grown, and those whose confirmed sentences are due. */
async function collectGrown(workspace: Workspace, walks: Walks, waiting: Dues): Promise<Dues> {
  const grown = workspace.bell.take()
  const now = workspace.world.clock()
  const due = [...waiting].filter(([, at]) => at <= now).map(([document]) => document)
  const documents = grown === null ? null : new Set([...grown, ...due])
  try {
    const dues = await collect(workspace, walks, documents)
    if (documents === null) return dues
    return new Map([...[...waiting].filter(([document]) => !documents.has(document)), ...dues])
  } catch (fault) {
    workspace.bell.putBack(grown)
    throw fault
  }
}

async function sendAll(
  workspace: Workspace,
  deliveries: readonly Delivery[],
  room: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    for (const delivery of deliveries) {
      if (signal.aborted) return
      await deliver(workspace, delivery, room, signal)
    }
  } catch (fault) {
    if (!signal.aborted) workspace.world.report(fault)
  }
}

function millisecondsUntil(at: string | undefined, now: string): number {
  return at === undefined ? longest : Math.min(longest, Math.max(pace, Date.parse(at) - Date.parse(now)))
}

/** Aborted with the first of two. */
function eitherOf(one: AbortSignal, other: AbortSignal): AbortSignal {
  const either = new AbortController()
  for (const signal of [one, other]) {
    if (signal.aborted) either.abort()
    signal.addEventListener('abort', () => either.abort(), { once: true })
  }
  return either.signal
}

/** Waits until it is rung, no shorter than the pace, or for a time. */
function createAlarm(listen: (ring: () => void) => () => void, wait: Workspace['world']['chance']['wait']) {
  let rung = false
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  const stop = listen(ring)
  return {
    ring,
    stop,
    async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
      if (!rung) {
        const woken = new AbortController()
        wake = () => woken.abort()
        signal.addEventListener('abort', wake, { once: true })
        if (!signal.aborted) await wait(milliseconds, woken.signal).catch(() => {})
        signal.removeEventListener('abort', wake)
        wake = () => {}
      }
      rung = false
      await wait(pace, signal).catch(() => {})
    },
  }
}
