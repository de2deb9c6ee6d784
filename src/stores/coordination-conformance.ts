import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Coordination, News } from '../ports/coordination.ts'

/** Two servers of one workspace. */
export interface TwoServers {
  readonly first: Coordination
  readonly second: Coordination
}

const laws: Readonly<Record<string, (servers: TwoServers) => Promise<void>>> = {
  'tasks of one name run one after the other, over all servers': async ({ first, second }) => {
    let running = 0
    let most = 0
    const task = async () => {
      running += 1
      most = Math.max(most, running)
      await wait(3)
      running -= 1
      return 'done'
    }
    const all = [first, second, first, second, second, first].map((server) => server.take('site', task))
    assert.deepEqual(new Set(await Promise.all(all)), new Set(['done']))
    assert.equal(most, 1)
  },

  'tasks of one name and one server run in the order in which they came': async ({ first }) => {
    const order: number[] = []
    await Promise.all([1, 2, 3].map((number) => first.take('site', async () => void order.push(number))))
    assert.deepEqual(order, [1, 2, 3])
  },

  'tasks of different names do not wait for one another': async ({ first, second }) => {
    await first.take('one', () => second.take('two', () => first.take('three', async () => undefined)))
  },

  'a task that fails lets go': async ({ first, second }) => {
    await assert.rejects(
      first.take('site', () => Promise.reject(new Error('it failed'))),
      /it failed/,
    )
    assert.equal(await second.take('site', async () => 1), 1)
  },

  'what is held is not held twice, until it is released': async ({ first, second }) => {
    const hold = await first.hold('drafting/d1')
    assert.ok(hold)
    assert.equal(hold.lost.aborted, false)
    assert.equal(await second.hold('drafting/d1'), null)
    assert.equal(await first.hold('drafting/d1'), null)
    const other = await second.hold('drafting/d2')
    assert.ok(other)
    await hold.release()
    await hold.release()
    const next = await second.hold('drafting/d1')
    assert.ok(next)
    assert.equal(await first.hold('drafting/d1'), null)
    await Promise.all([next.release(), other.release()])
  },

  'of those who want to hold at once one does': async ({ first, second }) => {
    const holds = await Promise.all([first, second, first, second].map((server) => server.hold('x')))
    assert.equal(holds.filter((hold) => hold !== null).length, 1)
  },

  'a task waits for what is held, here and elsewhere': async ({ first, second }) => {
    const hold = await first.hold('x')
    const order: string[] = []
    const tasks = [first, second].map((server) => server.take('x', async () => void order.push('task')))
    await wait(60)
    order.push('released')
    await hold?.release()
    await Promise.all(tasks)
    assert.deepEqual(order, ['released', 'task', 'task'])
  },

  'the others hear what is told, in order, and who tells does not': async ({ first, second }) => {
    const heard: News[] = []
    const own: News[] = []
    first.listen((news) => own.push(news))
    const stop = second.listen((news) => heard.push(news))
    const body = { name: '陈 "x"\n', list: [1, null] }
    first.tell('presence', body)
    first.tell('presence', 2)
    while (heard.length < 2) await wait(2)
    assert.deepEqual(heard, [
      { type: 'message', topic: 'presence', body },
      { type: 'message', topic: 'presence', body: 2 },
    ])
    stop()
    let last: News | undefined
    second.listen((news) => {
      last = news
    })
    first.tell('presence', 3)
    while (last === undefined) await wait(2)
    assert.equal(heard.length, 2)
    assert.deepEqual(own, [])
  },
}

/** What every implementation of coordination has to do. `open` gives two servers of a new workspace. */
export function coordinationConformance(name: string, open: () => Promise<TwoServers>): void {
  for (const [law, check] of Object.entries(laws)) test(`${name}: ${law}`, async () => check(await open()))
}
