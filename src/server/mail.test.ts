import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { usualChoices } from '../model/notice.ts'
import { startMailServer } from './testing/mail-server.ts'
import { serveProcess } from './testing/serve-process.ts'
import { testServer, type Visitor, visitorOf } from './testing/server.ts'

async function given(visitor: Visitor, method: string, path: string, body?: unknown) {
  const answer = await visitor.send(method, path, body)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

test('a mail server that hangs while the server is killed, and then refuses, gets one e-mail under one id in the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-mail-'))
  const mail = await startMailServer()
  const prepared = await testServer({ folder })
  const [admin, translator, reviser] = [
    await prepared.signIn('administrator'),
    await prepared.signIn('translator'),
    await prepared.signIn('reviser'),
  ]
  const settings = {
    on: true,
    host: '127.0.0.1',
    port: mail.port,
    tls: 'none',
    user: '',
    from: 'duizhao@office.example',
  }
  await given(admin, 'PUT', '/api/mail', settings)
  const choices = { ...usualChoices, address: 'ann@office.example', language: 'en' }
  await given(translator, 'PUT', '/api/notices/choices', choices)
  const { person } = await given(translator, 'GET', '/api/session')
  const bytes = new TextEncoder().encode('渡口通知\n今年修缮渡口四处。\n')
  const { id } = await given(translator, 'POST', '/api/documents?filename=n.txt', bytes)
  await prepared.stop()

  mail.answers.push('hang', 451)
  let server = await serveProcess(folder)
  try {
    const as = ({ cookie }: Visitor) => visitorOf(server.address, cookie)
    const work = { step: 'translate', person: person.id, due: null }
    await given(as(reviser), 'POST', `/api/documents/${id}/assignments`, work)
    await mail.first(() => true)
    await server.kill()
    server = await serveProcess(folder)
    for (;;) {
      const { mails } = await given(as(admin), 'GET', '/api/mail')
      if (mails.length === 1 && mails[0].state === 'delivered') break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    assert.equal(mail.received.length, 3)
    assert.equal(new Set(mail.received.map((one) => one.id)).size, 1, 'under one id')
    assert.ok(mail.received.every(({ to }) => to.join() === 'ann@office.example'))
    const { notices, unread } = await given(as(translator), 'GET', '/api/notices')
    assert.deepEqual([notices.map(({ kind }: { kind: string }) => kind), unread], [['assigned'], 1])
  } finally {
    await server.kill()
    await mail.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
