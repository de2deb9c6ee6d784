import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import express from 'express'
import type { DocumentNews } from '../contract/views/documents.ts'
import type { DocumentEvent, Entry } from '../model/event.ts'
import { createPause } from './pause.ts'
import { createListeners, openStream } from './stream.ts'

/** What each stream is told. */
let begin: (tell: (news: DocumentNews) => void) => void = () => {}
const app = express()
app.get('/', (request, response) => {
  const listen = (tell: (news: DocumentNews) => void) => {
    begin(tell)
    return () => {}
  }
  openStream(request, response, listen, { pause: createPause(), report: assert.ifError })
})
const server = createServer(app).listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => {
  server.closeAllConnections()
  server.close()
})

/** The messages of a stream, as they come. */
async function* messages(): AsyncGenerator<DocumentNews> {
  const { port } = server.address() as AddressInfo
  const { body } = await fetch(`http://127.0.0.1:${port}/`)
  assert.ok(body)
  let text = ''
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const events = `${text}${piece}`.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) yield JSON.parse(event.slice('data: '.length))
  }
  throw new Error('the stream ended')
}

function entriesOf(count: number): readonly Entry<DocumentEvent>[] {
  return Array.from({ length: count }, (_, index) => {
    const event: DocumentEvent = {
      type: 'comment-added',
      v: 1,
      segment: 'b1.s1',
      comment: `c${index}`,
      text: '一\n'.repeat(200),
    }
    return { sequence: index + 1, at: '', by: '', previous: '', hash: '', event }
  })
}

test('whoever has much to catch up on gets all of it, in messages of some entries each, and then what is new', async () => {
  const entries = entriesOf(12_000)
  const present: DocumentNews = { type: 'present', people: [{ name: 'Tan Yue', segment: null }] }
  begin = (tell) => {
    tell({ type: 'entries', entries })
    tell(present)
  }
  const arrived: Entry[] = []
  for await (const news of messages()) {
    if (news.type !== 'entries') {
      assert.deepEqual(news, present)
      break
    }
    assert.ok(news.entries.length <= 10_000)
    for (const entry of news.entries) arrived.push(entry)
  }
  assert.deepEqual(arrived, entries)
})

test('a message that is long in itself arrives whole', async () => {
  const news: DocumentNews = { type: 'terms', terms: [], covered: [], words: [`'"\\\u2028\n`.repeat(1_000_000)] }
  begin = (tell) => tell(news)
  for await (const arrived of messages()) {
    assert.deepEqual(arrived, news)
    break
  }
})

test('one person listens to so many documents at once and no more, and another is not hindered', () => {
  const listeners = createListeners(2)
  const ends = [listeners.begin('a'), listeners.begin('a')]
  assert.equal(listeners.begin('a'), null)
  assert.notEqual(listeners.begin('b'), null)
  ends[0]?.()
  assert.notEqual(listeners.begin('a'), null)
})
