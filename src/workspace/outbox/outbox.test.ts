import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outboxLimits, type WebhookKind, webhookKinds } from '../../model/outbox.ts'
import type { Person } from '../../model/people.ts'
import type { PostOutcome, WebhookPost } from '../../ports/webhook.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openWorkspace, type Workspace } from '../core/open.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { changeShelf } from '../documents/shelf.ts'
import { codeOf, given, openOffice, textFile } from '../fixtures/office.ts'
import { collect } from './collect.ts'
import { deliver, dueDeliveries } from './deliver.ts'
import {
  addReceiver,
  allowPrivateReceivers,
  changeReceiver,
  removeReceiver,
  sendAgain,
  testReceiver,
  viewWebhooks,
} from './receivers.ts'

const text = '道路建设\n第一句话。第二句话。第三句话。\n'
const room = 'https://office.example'
const never = new AbortController().signal
const answered = (status: number): PostOutcome =>
  status < 300 ? { type: 'delivered', status, after: 0 } : { type: 'failed', fault: 'refused', status, after: 0 }

/** An office with a receiver at the end of a wire, which answers as it is told, and a clock that can be put forward. */
async function officeWithReceiver(kinds: readonly WebhookKind[] = webhookKinds) {
  const posts: WebhookPost[] = []
  const answers: PostOutcome[] = []
  let [seconds, killed] = [0, false]
  const office = await openOffice(createMemoryDoors(), {
    clock: () => new Date(Date.UTC(2026, 2, 1, 8, 0, seconds++)).toISOString(),
    async postWebhook(post) {
      posts.push(post)
      if (killed) throw new Error('killed')
      return answers.shift() ?? answered(204)
    },
  })
  const { workspace, admin } = office
  const { receiver, secret } = given(await addReceiver(workspace, admin, { url: 'https://one.example/hook', kinds }))
  const sendDue = async (on: Workspace = workspace) => {
    for (const deliveries of (await dueDeliveries(on)).due.values())
      for (const delivery of deliveries) await deliver(on, delivery, room, never)
  }
  return {
    ...office,
    receiver,
    secret,
    posts,
    answers,
    later: (milliseconds: number) => {
      seconds += milliseconds / 1000
    },
    kill: (on: boolean) => {
      killed = on
    },
    sendDue,
    view: async () => given(await viewWebhooks(workspace, admin)),
  }
}

async function confirm(workspace: Workspace, actor: Person, document: string, segment: string): Promise<void> {
  const command = { type: 'translate', segment, base: 0, target: ['Words.'] } as const
  given(await changeSegment(workspace, actor, { document, command }))
}

const kindsOf = (posts: readonly WebhookPost[]) => posts.map(({ body }) => JSON.parse(body).type)

test('a receiver is told what happens after it came: confirmed sentences together', async () => {
  const { workspace, world, translator, posts, sendDue, view } = await officeWithReceiver()
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  for (const segment of ['b2.s1', 'b2.s2']) await confirm(workspace, translator, id, segment)
  given(await changeShelf(workspace, translator, { document: id, command: { type: 'rename-document', name: 'x' } }))
  await collect(workspace, new Map(), null, { all: true })
  await sendDue()
  assert.deepEqual(kindsOf(posts), ['document.imported', 'sentences.confirmed'])
  const body = JSON.parse(posts[1]?.body ?? '')
  assert.equal(body.id, posts[1]?.id)
  assert.deepEqual(body.data, {
    document: { id, title: '道路建设', url: `${room}/d/${id}` },
    entries: { from: 3, to: 5 },
    by: [translator.id],
    sentences: 2,
  })
  const { deliveries } = await view()
  assert.deepEqual(
    deliveries.map(({ state, tries }) => [state, tries]),
    [
      ['delivered', 1],
      ['delivered', 1],
    ],
  )
  // Another process that knows nothing but the journals finds nothing more to tell.
  const other = openWorkspace(world)
  await collect(other, new Map(), null, { all: true })
  assert.equal((await other.outbox.read()).state.waiting.size, 0)
})

test('what is older than the receiver is not told, and what it is not to be told neither', async () => {
  const office = await officeWithReceiver(['document.signed'])
  const { workspace, admin, translator, posts, sendDue } = office
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  await confirm(workspace, translator, id, 'b2.s1')
  given(await addReceiver(workspace, admin, { url: 'https://two.example/hook', kinds: webhookKinds }))
  await confirm(workspace, translator, id, 'b2.s2')
  await collect(workspace, new Map(), null, { all: true })
  await sendDue()
  assert.deepEqual(kindsOf(posts), ['sentences.confirmed'])
  assert.equal(JSON.parse(posts[0]?.body ?? '').data.sentences, 1)
})

test('two processes that tell the same at once queue each message once', async () => {
  const { workspace, world, translator } = await officeWithReceiver()
  const other = openWorkspace(world)
  for (let round = 0; round < 5; round++) {
    await importDocument(workspace, translator, textFile(`${text}第${round}份。`, `r${round}.txt`))
  }
  const all = { all: true }
  await Promise.all([collect(workspace, new Map(), null, all), collect(other, new Map(), null, all)])
  const entries = await world.journals.read('outbox', 0)
  const queued = entries.flatMap(({ event }) => (event.type === 'messages-queued' ? event.messages : []))
  assert.equal(queued.length, 5)
  assert.equal(new Set(queued.map(({ message }) => message.id)).size, 5)
})

test('a process that is killed between the answer and the record sends the same id again, and no other', async () => {
  const { workspace, world, translator, posts, sendDue, kill } = await officeWithReceiver()
  given(await importDocument(workspace, translator, textFile(text)))
  await collect(workspace, new Map(), null)
  kill(true)
  await assert.rejects(sendDue())
  kill(false)
  const other = openWorkspace(world)
  await collect(other, new Map(), null)
  await sendDue(other)
  await sendDue(other)
  assert.equal(posts.length, 2)
  assert.deepEqual(posts[0]?.id, posts[1]?.id)
  assert.equal(posts[0]?.body, posts[1]?.body)
})

test('what is refused is tried again later, for three days, and can be sent again after that', async () => {
  const office = await officeWithReceiver()
  const { workspace, admin, translator, receiver, posts, answers, later, sendDue, view } = office
  given(await importDocument(workspace, translator, textFile(text)))
  await collect(workspace, new Map(), null)
  for (let tries = 0; tries < 4; tries++) {
    answers.push(answered(500))
    await sendDue()
    await sendDue()
    assert.equal(posts.length, tries + 1, 'not before its time')
    later(6 * 60 * 60 * 1000)
  }
  later(outboxLimits.patience)
  answers.push(answered(500))
  await sendDue()
  const [failing] = (await view()).receivers
  assert.equal(failing?.paused?.why, 'failing')
  assert.equal(failing?.waiting, 1, 'what waits stays')
  await sendDue()
  assert.equal(posts.length, 5, 'nothing goes to a receiver that is paused')
  given(await importDocument(workspace, translator, textFile(`${text}又一份。`, 'more.txt')))
  await collect(workspace, new Map(), null)
  assert.equal((await view()).receivers[0]?.waiting, 2)
  const { id, url, kinds } = receiver
  given(await changeReceiver(workspace, admin, { receiver: id, url, kinds, paused: false }))
  await sendDue()
  const ids = posts.map((post) => post.id)
  assert.equal(new Set(ids).size, 2)
  assert.deepEqual((await view()).receivers[0]?.waiting, 0)
  const message = ids[0] ?? ''
  given(await sendAgain(workspace, admin, { receiver: id, message }))
  await sendDue()
  assert.equal(posts.at(-1)?.id, message)
  assert.equal(codeOf(await sendAgain(workspace, admin, { receiver: id, message: 'msg_none' })), 'delivery-unknown')
})

test('a receiver that says it is gone is paused, and one that is removed gets nothing', async () => {
  const { workspace, admin, translator, receiver, posts, answers, sendDue, view } = await officeWithReceiver()
  given(await importDocument(workspace, translator, textFile(text)))
  await collect(workspace, new Map(), null)
  answers.push(answered(410))
  await sendDue()
  assert.equal((await view()).receivers[0]?.paused?.why, 'gone')
  given(await removeReceiver(workspace, admin, { receiver: receiver.id }))
  assert.equal(codeOf(await removeReceiver(workspace, admin, { receiver: receiver.id })), 'receiver-unknown')
  await sendDue()
  assert.equal(posts.length, 1)
  assert.deepEqual(await view(), { allowPrivate: false, receivers: [], deliveries: [] })
})

test('only administrators name receivers; http:// is for where it is allowed, and a secret is shown once', async () => {
  const { workspace, admin, translator, receiver, secret, posts, view } = await officeWithReceiver()
  const add = (actor: Person, url: string) => addReceiver(workspace, actor, { url, kinds: ['document.signed'] })
  assert.equal(codeOf(await add(translator, 'https://x.example')), 'role-missing')
  for (const url of [
    'x.example',
    'ftp://x.example',
    'https://me:you@x.example',
    'https://:you@x.example',
    'https://x.example/#here',
  ])
    assert.equal(codeOf(await add(admin, url)), 'bad-request', url)
  assert.equal(codeOf(await add(admin, 'http://127.0.0.1')), 'receiver-open')
  given(await allowPrivateReceivers(workspace, admin, { allow: true }))
  given(await add(admin, 'http://127.0.0.1'))
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{32}$/)
  assert.ok(!JSON.stringify(await view()).includes(secret))
  const { outcome } = given(await testReceiver(workspace, admin, { receiver: receiver.id }))
  assert.deepEqual(outcome, { type: 'delivered', status: 204 })
  assert.deepEqual(kindsOf(posts), ['test'])
  for (let count = 2; count < outboxLimits.receivers; count++) given(await add(admin, 'https://x.example'))
  assert.equal(codeOf(await add(admin, 'https://x.example')), 'receivers-too-many')
})
