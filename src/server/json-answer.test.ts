import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import express from 'express'
import fc from 'fast-check'
import { sendJson } from './json-answer.ts'

/** Serves a value at `/`; `pauses` counts how often others were let go first, `ended` says when sending was over. */
async function serve(value: unknown) {
  const seen = { pauses: 0, ended: Promise.resolve() }
  const app = express()
  app.get('/', (_request, response) => {
    seen.ended = sendJson(response, value, () => {
      seen.pauses++
      return new Promise((resolve) => setImmediate(resolve))
    })
    return seen.ended
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // The cast is safe: a server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { address, seen, close }
}

const long = Object.fromEntries(
  Array.from({ length: 20_000 }, (_, at) => [`b${at}.s1`, { source: [`第${at}段“x”`], state: undefined, at }]),
)

test('what is sent is what JSON.stringify writes, with the type of JSON', async () => {
  for (const value of [
    {},
    [],
    'text',
    null,
    { a: undefined, b: [undefined, '\ud800', 1e21] },
    { long, list: [long] },
  ]) {
    const { address, close } = await serve(value)
    const response = await fetch(address)
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8')
    assert.equal(await response.text(), JSON.stringify(value))
    close()
  }
})

test('law: any value is sent as JSON.stringify writes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const { address, close } = await serve({ value })
      try {
        assert.equal(await (await fetch(address)).text(), JSON.stringify({ value }))
      } finally {
        close()
      }
    }),
    { numRuns: 30 },
  )
})

test('others go first between the pieces of a long answer, and a short one is sent at once with its length', async () => {
  const ofLong = await serve(long)
  await (await fetch(ofLong.address)).text()
  assert.ok(ofLong.seen.pauses > 5, String(ofLong.seen.pauses))
  ofLong.close()
  const ofShort = await serve({ done: true })
  const response = await fetch(ofShort.address)
  assert.equal(response.headers.get('content-length'), '13')
  assert.equal(ofShort.seen.pauses, 0)
  ofShort.close()
})

test('a reader who goes away ends the sending without a fault', async () => {
  const { address, seen, close } = await serve([long, long, long, long, long, long, long, long, long])
  const request = get(address)
  const [response] = await once(request, 'response')
  await once(response, 'data')
  request.destroy()
  await seen.ended
  close()
})
