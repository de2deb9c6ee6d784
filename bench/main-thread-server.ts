/**
 * The server that `main-thread.ts` and `size.ts` measure (with the argument `room` the review room too): a child process that notes how long its main thread works without looking
 * up. It sends its address and invitations when it is ready, and answers each message with what it has noted since the
 * one before.
 */
import './server-flags.ts'
import type { Role } from '../src/model/people.ts'

/** What the parent is told once. */
export interface Ready {
  readonly address: string
  readonly invitations: readonly { readonly roles: readonly Role[]; readonly path: string }[]
}

/** Of the main thread since the last question, in milliseconds. */
export interface Holds {
  /** The most processor time of the thread between two turns of its event loop. */
  readonly processor: number
  /** The same by the clock, which other processes of the machine lengthen. */
  readonly clock: number
  /** How many turns took more than 50 ms of processor time. */
  readonly long: number
  /** All processor time of the thread. */
  readonly total: number
}

/** Others of the server are to wait no longer than this, in milliseconds. */
const bound = 50

const [folder = '', ...parts] = process.argv.slice(2)
const send = (message: Ready | Holds) => process.send?.(message)

function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

let last = { processor: processorTime(), clock: performance.now() }
let began = last.processor
let holds = { processor: 0, clock: 0, long: 0 }

// A timer that is due comes in each turn of a busy loop, so that what lies between two calls is one turn.
setInterval(() => {
  const now = { processor: processorTime(), clock: performance.now() }
  const processor = now.processor - last.processor
  const clock = now.clock - last.clock
  holds = {
    processor: Math.max(holds.processor, processor),
    clock: Math.max(holds.clock, clock),
    long: holds.long + (processor > bound ? 1 : 0),
  }
  last = now
}, 1).unref()

const { startServer } = await import('../src/server/start.ts')
const server = await startServer({
  workspace: folder,
  port: 0,
  room: parts.includes('room'),
  sample: true,
  log: 'silent',
})
if (server.type === 'held') throw new Error('the workspace is held')

process.on('message', () => {
  // A turn that has just ended is noted first.
  setTimeout(() => {
    const now = processorTime()
    send({ ...holds, total: now - began })
    holds = { processor: 0, clock: 0, long: 0 }
    began = now
  }, 5)
})
process.on('disconnect', () => process.exit())
send({ address: server.address, invitations: server.invitations })
