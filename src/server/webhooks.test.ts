import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { webhookKinds } from '../model/outbox.ts'
import { startReceiver } from './testing/receiver.ts'
import { type ServedProcess, serveProcess } from './testing/serve-process.ts'
import { testServer, type Visitor, visitorOf } from './testing/server.ts'

async function given(visitor: Visitor, method: string, path: string, body?: unknown) {
  const answer = await visitor.send(method, path, body)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

const bytesOf = (count: number) => new TextEncoder().encode(`渡口通知\n今年修缮渡口${count}处。\n`)
const typeOf = ({ body }: { readonly body: string }) => JSON.parse(body).type
const place = 'private'

test('a server whose receivers fail, hang, close and answer late loses nothing and doubles nothing, killed or not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-hooks-'))
  const receiver = await startReceiver()
  const prepared = await testServer({ folder })
  const admin = await prepared.signIn('administrator')
  const translator = await prepared.signIn('translator')
  await given(admin, 'PUT', `/api/webhooks/${place}`, { allow: true })
  await given(admin, 'POST', '/api/webhooks', { url: receiver.url, kinds: [...webhookKinds] })
  await prepared.stop()

  const documents = new Set<string>()
  const bring = async ({ address }: ServedProcess, count: number) => {
    const as = visitorOf(address, translator.cookie)
    documents.add((await given(as, 'POST', `/api/documents?filename=n${count}.txt`, bytesOf(count))).id)
  }
  let server = await serveProcess(folder)
  try {
    // It hangs: the server is killed while it waits for the answer, and has no record of it.
    receiver.answers.push('hang')
    await bring(server, 1)
    const hung = await receiver.first(({ body }) => typeOf({ body }) === 'document.imported')
    await server.kill()
    server = await serveProcess(folder)
    await receiver.first((one) => one !== hung && one.id === hung.id)
    // Killed directly after a document is acknowledged: its message may not even be queued.
    await bring(server, 2)
    await server.kill()
    server = await serveProcess(folder)
    const second = [...documents][1] ?? ''
    await receiver.first(({ body }) => JSON.parse(body).data.document.id === second)
    // It fails and closes the connection, and is sent the rest all the same.
    receiver.answers.push(500, 'close')
    await bring(server, 3)
    await bring(server, 4)
    const fourth = [...documents][3] ?? ''
    await receiver.first(({ body }) => JSON.parse(body).data.document.id === fourth)
    const administrator = visitorOf(server.address, admin.cookie)
    for (;;) {
      const { deliveries } = await given(administrator, 'GET', '/api/webhooks')
      if (
        deliveries.length === documents.size &&
        deliveries.every(({ state }: { state: string }) => state !== 'waiting')
      )
        break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const ids = new Map(receiver.received.map(({ id, body }) => [JSON.parse(body).data.document.id, id]))
    assert.deepEqual(new Set(ids.keys()), documents, 'every document is told')
    assert.equal(new Set(receiver.received.map(({ id }) => id)).size, documents.size, 'each under one id')
    const bodies = new Set(receiver.received.map(({ id, body }) => `${id} ${body.replace(/:\d+\/d\//, '')}`))
    assert.equal(bodies.size, documents.size, 'and with the same words on every try')
  } finally {
    await server.kill()
    await receiver.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
