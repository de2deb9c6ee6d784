import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import type { WebhookPost } from '../../ports/webhook.ts'
import { startReceiver } from '../testing/receiver.ts'
import { reachableAs } from './addresses.ts'
import { createPostWebhook, signedHeaders } from './webhook.ts'

const key = Buffer.from('an office keeps this to itself')
const secret = `whsec_${key.toString('base64')}`
const never = new AbortController().signal

function to(url: string, more: Partial<WebhookPost> = {}): WebhookPost {
  const at = '2026-03-01T08:00:00.900Z'
  return { url, id: 'msg_1', at, body: '{"type":"test"}', secret, allowPrivate: true, ...more }
}

test('a message is signed as Standard Webhooks has it', async () => {
  const receiver = await startReceiver()
  const outcome = await createPostWebhook()(to(receiver.url), never)
  assert.deepEqual(outcome, { type: 'delivered', status: 204, after: 0 })
  const { headers, body } = await receiver.first(() => true)
  assert.equal(headers['webhook-id'], 'msg_1')
  assert.equal(headers['webhook-timestamp'], '1772352000')
  const signed = createHmac('sha256', key).update(`msg_1.1772352000.${body}`).digest('base64')
  assert.equal(headers['webhook-signature'], `v1,${signed}`)
  assert.equal(headers['content-type'], 'application/json')
  await receiver.stop()
})

test('the example of the specification has the signature that it says', () => {
  // standard-webhooks, spec/standard-webhooks.md, "Signature scheme": the message of its libraries' tests.
  const headers = signedHeaders({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: new Date(1614265330 * 1000).toISOString(),
    body: '{"test": 2432232314}',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  })
  assert.equal(headers['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('what a receiver does wrong is told apart, and no redirect is followed', async () => {
  const receiver = await startReceiver()
  const other = await startReceiver()
  const post = createPostWebhook({ within: 300 })
  const outcomeOf = async (answer: (typeof receiver.answers)[number]) => {
    receiver.answers.push(answer)
    const { type: _, ...outcome } = await post(to(receiver.url), never)
    return outcome
  }
  assert.deepEqual(await outcomeOf(500), { fault: 'refused', status: 500, after: 0 })
  assert.deepEqual(await outcomeOf(410), { fault: 'refused', status: 410, after: 0 })
  assert.deepEqual(await outcomeOf('hang'), { fault: 'timeout', status: 0, after: 0 })
  assert.deepEqual(await outcomeOf('close'), { fault: 'unreachable', status: 0, after: 0 })
  assert.deepEqual(await outcomeOf((response) => response.writeHead(302, { location: other.url }).end()), {
    fault: 'redirected',
    status: 302,
    after: 0,
  })
  assert.deepEqual(await outcomeOf((response) => response.writeHead(503, { 'retry-after': '120' }).end()), {
    fault: 'refused',
    status: 503,
    after: 120_000,
  })
  assert.equal(other.received.length, 0)
  // An answer without an end is not waited for.
  assert.deepEqual(await outcomeOf((response) => response.writeHead(200).write('x')), { status: 200, after: 0 })
  await receiver.stop()
  await other.stop()
  assert.deepEqual(await post(to(receiver.url), never), {
    type: 'failed',
    fault: 'unreachable',
    status: 0,
    after: 0,
  })
})

test('this machine and private networks are reached only where that is allowed, by whatever name', async () => {
  const receiver = await startReceiver()
  const post = createPostWebhook()
  const { port } = new URL(receiver.url)
  const faultAt = async (url: string, allowPrivate = false) => {
    const outcome = await post(to(url, { allowPrivate }), never)
    return outcome.type === 'failed' ? outcome.fault : outcome.type
  }
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '10.0.0.1']) {
    assert.equal(await faultAt(`http://${host}:${port}/`), 'address-private', host)
  }
  for (const host of ['169.254.169.254', '[fe80::1]', '0.0.0.0', '[::]', '224.0.0.1', '[64:ff9b::7f00:1]']) {
    assert.equal(await faultAt(`http://${host}:${port}/`, true), 'address-private', host)
  }
  assert.equal(await faultAt('http://93.184.215.14/', true), 'address-open', 'nothing goes in the open')
  assert.equal(receiver.received.length, 0)
  assert.equal(await faultAt(`http://localhost:${port}/`, true), 'delivered')
  await receiver.stop()
})

test('an address is public, private or no address of a receiver', () => {
  const expected = {
    '93.184.215.14': 'public',
    '2606:2800:21f:cb07:6820:80da:af6b:8b2c': 'public',
    '192.168.1.1': 'private',
    '172.31.255.255': 'private',
    '172.32.0.1': 'public',
    '100.64.0.1': 'private',
    'fd00::1': 'private',
    '::ffff:10.0.0.1': 'private',
    '::ffff:169.254.169.254': 'never',
    '255.255.255.255': 'never',
    '2002:7f00:1::': 'never',
    '::1': 'private',
    '::7f00:1': 'never',
    '::a9fe:a9fe': 'never',
    '100.100.100.200': 'never',
    '168.63.129.16': 'never',
    '::ffff:168.63.129.16': 'never',
    'fd00:ec2::254': 'never',
    'fd00:ec2::255': 'private',
    'no address': 'never',
  }
  for (const [address, reach] of Object.entries(expected)) assert.equal(reachableAs(address), reach, address)
})
