import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request as begin, createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import express, { type ErrorRequestHandler } from 'express'
import { digestBytes } from './digest.ts'
import { fileBody } from './file-body.ts'

const app = express()
const seen: unknown[] = []
app.post('/', fileBody(100_000), (request, response) => {
  seen.push(request.body)
  const bytes: unknown = request.body
  response.send(bytes instanceof Uint8Array ? digestBytes(bytes) : 'nothing')
})
app.post('/few', fileBody(100_000, 150_000), (request, response) => response.send(digestBytes(request.body)))
const asStatus: ErrorRequestHandler = (error, _request, response, _next) => {
  seen.push(error.type)
  response.status(error.status).send(error.type)
}
app.use(asStatus)
const server = createServer(app).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
after(() => server.close())

const octets = { 'content-type': 'application/octet-stream' }

async function send(
  pieces: readonly Buffer[],
  headers: Record<string, string | number>,
  path = '/',
): Promise<[number, string]> {
  const call = begin({ port, path, method: 'POST', headers })
  const answer = once(call, 'response')
  for (const piece of pieces) await new Promise((done) => call.write(piece, done))
  call.end()
  const [response] = (await answer) as [IncomingMessage]
  return [response.statusCode ?? 0, await text(response)]
}

const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, at) => at % 251))

for (const length of [0, 1, 70_000, 100_000]) {
  test(`a file of ${length} bytes comes as it was sent, with its length declared and without`, async () => {
    const file = bytesOf(length)
    const pieces = [file.subarray(0, 1000), file.subarray(1000, 1001), file.subarray(1001)]
    const whole: [number, string] = [200, digestBytes(file)]
    assert.deepEqual(await send(pieces, { ...octets, 'content-length': length }), whole)
    assert.deepEqual(await send(pieces, octets), whole)
  })
}

test('more than may come is refused, declared or not, and the server goes on', async () => {
  const file = bytesOf(100_001)
  assert.deepEqual(await send([file], { ...octets, 'content-length': file.length }), [413, 'entity.too.large'])
  assert.deepEqual(await send([file, file, file], octets), [413, 'entity.too.large'])
  assert.deepEqual(await send([bytesOf(2)], octets), [200, digestBytes(bytesOf(2))])
})

test('a compressed body is refused, and of another type none is read', async () => {
  const packed = gzipSync(bytesOf(1000))
  assert.deepEqual(await send([packed], { ...octets, 'content-encoding': 'gzip' }), [415, 'encoding.unsupported'])
  assert.deepEqual(await send([bytesOf(10)], { 'content-type': 'text/plain' }), [200, 'nothing'])
})

test('a body that breaks off reaches no handler', async () => {
  seen.length = 0
  const call = begin({ port, method: 'POST', headers: { ...octets, 'content-length': 5000 } })
  call.on('error', () => undefined)
  await new Promise((done) => call.write(bytesOf(100), done))
  call.destroy()
  while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.deepEqual(seen, ['request.aborted'])
})

test('of files that come at once those are refused for which there is no room, and room comes back with each answer', async () => {
  const file = bytesOf(100_000)
  const whole = digestBytes(file)
  const slow = begin({ port, path: '/few', method: 'POST', headers: octets })
  const answered = once(slow, 'response')
  await new Promise((done) => slow.write(file, done))
  let other = await send([file], octets, '/few')
  // What was written has come when the other is refused.
  while (other[0] === 200) other = await send([file], octets, '/few')
  assert.deepEqual(other, [503, 'files.too.many'])
  slow.end()
  const [response] = (await answered) as [IncomingMessage]
  assert.deepEqual([response.statusCode, await text(response)], [200, whole])
  for (let count = 0; count < 3; count++) assert.deepEqual(await send([file], octets, '/few'), [200, whole])
})
