import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { withoutPostgres } from '../stores/postgres/testing/database.ts'
import { visitorOf } from './testing/server.ts'
import {
  type Acknowledged,
  editUntilTaken,
  holdAcknowledged,
  importSentences,
  listenTo,
  startTwoServers,
} from './testing/two-servers.ts'

const skip = await withoutPostgres()
const two = skip ? null : await startTwoServers()
after(() => two?.end())

test('an edit on one server is seen on the other, by each in turn', { skip }, async () => {
  assert.ok(two)
  const visitors = two.servers.map(({ address }) => visitorOf(address, two.cookie))
  const [first = assert.fail(), second = assert.fail()] = visitors
  const { document, segments } = await importSentences(first, 20)
  const streams = await Promise.all(two.servers.map((server) => listenTo(server, two.cookie, document)))
  const took: number[] = []
  for (const [index, segment] of segments.entries()) {
    const [here, there] = index % 2 === 0 ? [first, streams[1]] : [second, streams[0]]
    const path = `/api/documents/${document}/segments/${segment}`
    const answer = await here.send('PUT', path, { base: 0, target: [`Sentence ${index}.`] })
    const acknowledged = performance.now()
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    const { hash } = answer.body.entries[0]
    const seen = () =>
      there?.news.find(({ news }) => news.type === 'entries' && news.entries.some((entry) => entry.hash === hash))
    for (let waited = 0; !seen() && waited < 10_000; waited += 2) await wait(2)
    took.push((seen()?.at ?? Number.POSITIVE_INFINITY) - acknowledged)
  }
  for (const { stop } of streams) stop()
  const sorted = took.toSorted((a, b) => a - b)
  console.log(
    `seen on the other after ${sorted[10]?.toFixed(1)} ms in the median, ${sorted.at(-1)?.toFixed(1)} at worst`,
  )
  assert.ok(Number.isFinite(sorted.at(-1)), 'each was seen')
})

test('both write to one document, one is killed in the middle: nothing is lost or doubled', { skip }, async () => {
  assert.ok(two)
  const { document, segments } = await importSentences(visitorOf(two.servers[0].address, two.cookie), 40)
  const acknowledged: Acknowledged[] = []
  const writers = [0, 1, 0, 1].map(async (prefer, writer) => {
    for (const [index, segment] of segments.entries()) {
      if (index % 4 !== writer) continue
      for (const round of ['a', 'b']) {
        const edit = { segment, text: `Sentence ${index}, ${round}.` }
        acknowledged.push(await editUntilTaken(two, document, edit, prefer === 0 ? 0 : 1))
      }
    }
  })
  while (acknowledged.length < 12) await wait(5)
  await two.replace(1)
  await Promise.all(writers)
  await holdAcknowledged(two.database, document, acknowledged)
  for (const { address } of two.servers) {
    const viewed = await visitorOf(address, two.cookie).send('GET', `/api/documents/${document}`)
    for (const [index, segment] of segments.entries()) {
      assert.deepEqual(viewed.body.state.segments[segment].target, [`Sentence ${index}, b.`])
    }
  }
})

test('whoever signs out on one server is signed out on the other', { skip }, async () => {
  assert.ok(two)
  const [first = assert.fail(), second = assert.fail()] = two.servers.map(({ address }) =>
    visitorOf(address, two.cookie),
  )
  assert.equal((await second.send('GET', '/api/documents')).status, 200)
  await first.send('DELETE', '/api/session')
  const isOut = async () => (await second.send('GET', '/api/documents')).status === 401
  for (let tries = 0; tries < 100 && !(await isOut()); tries++) await wait(5)
  assert.ok(await isOut())
})
