import type { Hold } from '../../ports/coordination.ts'
import { isDue } from '../../review/telling/retry.ts'
import type { Workspace } from '../core/open.ts'
import { collect, type Dues, recordWalked, type Walks } from './collect.ts'
import { deliver, dueDeliveries } from './deliver.ts'
import { dueMails, queueMails, sendMail } from './mail.ts'
import { beginDay, beginNotices, type NoticeWalks, newWalks, recordLooked, tellPeople } from './tell-people.ts'

/** Between two looks at documents that grow, so that an editor at work costs one look a second. */
const pace = 1_000
/** How long another server that sends is left alone before it is asked for its place. */
const patience = 10_000
/** Nothing is waited for longer than this at once. */
const longest = 60_000
/** Where what came of a message could not be recorded, nothing more goes that way for so long; each time four times as long. */
const unrecorded = { first: 5_000, longest: 60 * 60 * 1000 } as const
/** The way of e-mail among those to receivers. */
const mailWay = 'mail'

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

/** What a way out sends: to one receiver, or by e-mail; one message after the other. */
type Way = readonly ((signal: AbortSignal) => Promise<void>)[]

/** One round after the other: what has grown is told and queued, and what is due is sent, each way one at a time. */
async function sendWhileHeld(
  workspace: Workspace,
  room: string,
  signal: AbortSignal,
  lost: AbortSignal,
): Promise<void> {
  const { bell, world } = workspace
  const walks: Walks = new Map()
  const people = newWalks()
  const alarm = createAlarm(bell.listen, world.chance.wait)
  const ways = createWays(workspace, alarm.ring, signal)
  let waiting: Dues = new Map()
  bell.putBack(null)
  try {
    await beginNotices(workspace)
    while (!signal.aborted) {
      waiting = await collectGrown(workspace, walks, people, waiting)
      await beginDay(workspace)
      const queued = await queueMails(workspace)
      const { due, next } = await dueDeliveries(workspace)
      for (const [to, deliveries] of due)
        ways.send(
          to,
          deliveries.map((delivery) => (until) => deliver(workspace, delivery, room, until)),
        )
      const mails = await dueMails(workspace)
      ways.send(
        mailWay,
        mails.due.map(
          ({ id }) =>
            (until) =>
              sendMail(workspace, id, room, until),
        ),
      )
      const first = [...waiting.values(), next, queued, mails.next, ways.next()].filter((at) => at !== null).sort()[0]
      await alarm.wait(millisecondsUntil(first, world.clock()), signal)
    }
  } finally {
    alarm.stop()
    await ways.settled()
    if (!lost.aborted) {
      await recordWalked(workspace, walks)
      await recordLooked(workspace, people)
    }
  }
}

/**
 * The ways out, each with one message after the other. One on which something could not be recorded, since the disk takes
 * nothing, is left alone for a time that grows: what was taken would be sent again and again.
 */
function createWays({ world }: Workspace, ring: () => void, signal: AbortSignal) {
  const sending = new Map<string, Promise<void>>()
  const left = new Map<string, { readonly times: number; readonly until: string }>()

  async function sendAll(name: string, way: Way): Promise<void> {
    try {
      for (const send of way) {
        if (signal.aborted) return
        await send(signal)
      }
      left.delete(name)
    } catch (fault) {
      if (signal.aborted) return
      const times = left.get(name)?.times ?? 0
      const wait = Math.min(unrecorded.first * 4 ** times, unrecorded.longest)
      left.set(name, { times: times + 1, until: new Date(Date.parse(world.clock()) + wait).toISOString() })
      world.report(fault)
    }
  }

  return {
    send(name: string, way: Way): void {
      const until = left.get(name)?.until
      if (way.length === 0 || sending.has(name) || (until !== undefined && !isDue(until, world.clock()))) return
      const sent = sendAll(name, way)
      sending.set(name, sent)
      void sent.finally(() => {
        sending.delete(name)
        ring()
      })
    },
    /** When the first way that is left alone may be tried again; null for none. One whose time has come is no reason to wake. */
    next: () => {
      const now = world.clock()
      const later = [...left.values()].map(({ until }) => until).filter((until) => !isDue(until, now))
      return later.sort()[0] ?? null
    },
    settled: () => Promise.all(sending.values()),
  }
}

/** Looks at the documents that have grown, and those whose confirmed sentences are due. */
async function collectGrown(workspace: Workspace, walks: Walks, people: NoticeWalks, waiting: Dues): Promise<Dues> {
  const grown = workspace.bell.take()
  const now = workspace.world.clock()
  const due = [...waiting].filter(([, at]) => at <= now).map(([document]) => document)
  const documents = grown === null ? null : new Set([...grown, ...due])
  try {
    await tellPeople(workspace, people, grown)
    const dues = await collect(workspace, walks, documents)
    if (documents === null) return dues
    return new Map([...[...waiting].filter(([document]) => !documents.has(document)), ...dues])
  } catch (fault) {
    workspace.bell.putBack(grown)
    throw fault
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
