import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import type { OutgoingMail } from '../../ports/mail.ts'
import { startMailServer } from '../testing/mail-server.ts'
import { createSendMail } from './mail.ts'

const never = new AbortController().signal

function mailTo(port: number, changes: Partial<OutgoingMail> = {}, server: Partial<OutgoingMail['server']> = {}) {
  return {
    server: { on: true, host: '127.0.0.1', port, tls: 'none', user: '', from: 'duizhao@office.example', ...server },
    to: 'ann@office.example',
    id: 'mail_1',
    at: '2026-03-01T08:00:00.000Z',
    subject: '王宁退回了您的 2 个句段',
    text: '渡口通知\n',
    html: '<p>渡口通知</p>',
    ...changes,
  } satisfies OutgoingMail
}

test('an e-mail is plain text with simple HTML, under an id that stays the same', async () => {
  const server = await startMailServer()
  const send = createSendMail()
  for (const _ of [1, 2]) assert.deepEqual(await send(mailTo(server.port), never), { type: 'delivered', status: 250 })
  const [first, second] = server.received
  assert.deepEqual([first?.from, first?.to], ['duizhao@office.example', ['ann@office.example']])
  assert.equal(first?.id, '<mail_1@office.example>')
  assert.equal(second?.id, first?.id)
  for (const header of [/^content-type: multipart\/alternative/im, /^auto-submitted: auto-generated/im])
    assert.match(first?.source ?? '', header)
  assert.match(first?.source ?? '', /^date: Sun, 01 Mar 2026 08:00:00 \+0000/im)
  await server.stop()
})

test('nothing that somebody typed becomes a header or another address', async () => {
  const server = await startMailServer()
  const send = createSendMail()
  const subject = 'A\r\nBcc: eve@evil.example\r\n\r\nB\u0000'
  assert.equal(
    (await send(mailTo(server.port, { subject, text: '.\r\n.\r\nRCPT TO:<eve@evil.example>' }), never)).type,
    'delivered',
  )
  const [mail] = server.received
  assert.deepEqual(mail?.to, ['ann@office.example'])
  const [head = ''] = (mail?.source ?? '').split('\r\n\r\n')
  assert.doesNotMatch(head, /^bcc:/im)
  await server.stop()
})

test('what a server does wrong is told apart', async () => {
  const server = await startMailServer()
  const send = createSendMail({ within: 400 })
  const outcome = async (mail: OutgoingMail) => {
    const { type: _, ...rest } = await send(mail, never)
    return rest
  }
  server.answers.push(451)
  assert.deepEqual(await outcome(mailTo(server.port)), { fault: 'refused', status: 451 })
  server.answers.push(554)
  assert.deepEqual(await outcome(mailTo(server.port)), { fault: 'refused', status: 554 })
  server.addresses.push(550)
  assert.deepEqual(await outcome(mailTo(server.port)), { fault: 'recipient-refused', status: 550 })
  server.addresses.push(450)
  assert.deepEqual(await outcome(mailTo(server.port)), { fault: 'recipient-refused', status: 450 })
  server.answers.push('hang')
  assert.deepEqual(await outcome(mailTo(server.port)), { fault: 'timeout', status: 0 })
  server.answers.push('cut')
  assert.deepEqual(await outcome(mailTo(server.port)), { fault: 'unreachable', status: 0 })
  assert.deepEqual(await outcome(mailTo(server.port, {}, { tls: 'starttls' })), { fault: 'no-tls', status: 500 })
  await server.stop()
  assert.deepEqual(await outcome(mailTo(server.port)), { fault: 'unreachable', status: 0 })
  // A server that takes the connection and never says a word.
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  const port = typeof address === 'object' && address ? address.port : 0
  assert.deepEqual(await outcome(mailTo(port)), { fault: 'timeout', status: 0 })
  silent.close()
})

test('a password is asked for, and a certificate that nobody knows is not trusted', async () => {
  const server = await startMailServer({ password: 'right', tls: true })
  const send = createSendMail()
  const signedIn = (password: string) => send(mailTo(server.port, {}, { user: 'office', password }), never)
  assert.deepEqual(await signedIn('wrong'), { type: 'failed', fault: 'sign-in-refused', status: 535 })
  assert.deepEqual(await signedIn('right'), { type: 'delivered', status: 250 })
  const trusted = await send(mailTo(server.port, {}, { tls: 'starttls' }), never)
  assert.deepEqual(trusted, { type: 'failed', fault: 'not-trusted', status: 0 })
  assert.equal(server.received.length, 1)
  await server.stop()
})

test('no service of a cloud is reached, and nothing goes to a public address in the open', async () => {
  const send = createSendMail()
  const faultAt = async (host: string) => {
    const outcome = await send(mailTo(25, {}, { host }), never)
    return outcome.type === 'failed' ? outcome.fault : outcome.type
  }
  for (const host of ['169.254.169.254', '100.100.100.200', 'fd00:ec2::254', '0.0.0.0', '::ffff:169.254.169.254'])
    assert.equal(await faultAt(host), 'address-private', host)
  assert.equal(await faultAt('93.184.215.14'), 'address-open')
})

test('an aborted signal is thrown', async () => {
  const server = await startMailServer()
  const ended = new AbortController()
  server.answers.push('hang')
  const sent = createSendMail()(mailTo(server.port), ended.signal)
  await server.first(() => true)
  ended.abort()
  await assert.rejects(sent)
  await server.stop()
})
