import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { withoutPostgres } from '../stores/postgres/testing/database.ts'
import { visitorOf } from './testing/server.ts'
import {
  type Acknowledged,
  editUntilTaken,
  holdAcknowledged,
  importSentences,
  startTwoServers,
} from './testing/two-servers.ts'

const rounds = 100

test('a hundred rounds, one of two servers killed in each: nothing acknowledged is lost, nothing doubled', {
  skip: await withoutPostgres(),
}, async (t) => {
  const two = await startTwoServers()
  let done = false
  try {
    const { document, segments } = await importSentences(visitorOf(two.servers[0].address, two.cookie), 40)
    const acknowledged: Acknowledged[] = []
    const writers = [0, 1, 0, 1].map(async (prefer, writer) => {
      for (let count = 0; !done; count++) {
        const segment = segments[(count * 4 + writer) % segments.length] ?? ''
        const edit = { segment, text: `Writer ${writer}, edit ${count}.` }
        acknowledged.push(await editUntilTaken(two, document, edit, prefer === 0 ? 0 : 1))
      }
    })
    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.length
      while (acknowledged.length < before + 10) await wait(2)
      await wait((round * 7) % 23)
      await two.replace(round % 2 === 0 ? 0 : 1)
      if (round % 10 === 9) t.diagnostic(`${round + 1} rounds, ${acknowledged.length} edits acknowledged`)
    }
    done = true
    await Promise.all(writers)
    t.diagnostic(`${acknowledged.length} edits were acknowledged`)
    assert.ok(acknowledged.length >= rounds * 10)
    await holdAcknowledged(two.database, document, acknowledged)
  } finally {
    done = true
    await two.end()
  }
})
