import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeLimits, usualChoices } from '../../model/notice.ts'
import type { DeliveryTry } from '../../model/outbox.ts'
import type { Person } from '../../model/people.ts'
import type { OutgoingMail } from '../../ports/mail.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openWorkspace, type Workspace } from '../core/open.ts'
import { assignWork } from '../documents/assign.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, openOffice, segmentOf, textFile } from '../fixtures/office.ts'
import { changePerson } from '../people/people.ts'
import { changeChoices } from './choices.ts'
import { dueMails, queueMails, sendMail } from './mail.ts'
import { changeMail, testMail, viewMail } from './mail-settings.ts'
import { countNotices, readNotices, viewNotices } from './notices.ts'
import { beginDay, beginNotices, newWalks, tellPeople } from './tell-people.ts'

const text = '道路建设\n第一句话。第二句话。\n'
const room = 'https://office.example'
const never = new AbortController().signal
const server = {
  on: true,
  host: 'mail.example',
  port: 587,
  tls: 'starttls',
  user: 'office',
  from: 'duizhao@office.example',
  password: 'sesame',
} as const

/** An office with a mail server at the end of a wire, which takes what it is told to take, and a clock that can be put forward. */
async function officeWithMail() {
  const mails: OutgoingMail[] = []
  const answers: (DeliveryTry | 'killed')[] = []
  let seconds = 0
  const office = await openOffice(createMemoryDoors(), {
    clock: () => new Date(Date.UTC(2026, 2, 1, 8, 0, seconds++)).toISOString(),
    async sendMail(mail) {
      mails.push(mail)
      const answer = answers.shift() ?? { type: 'delivered', status: 250 }
      if (answer === 'killed') throw new Error('killed')
      return answer
    },
  })
  const { workspace, admin } = office
  await beginNotices(workspace)
  const choose = (who: Person, changes: Partial<typeof usualChoices> = {}) =>
    changeChoices(workspace, who, {
      ...usualChoices,
      address: `${who.login}@office.example`,
      language: 'en',
      ...changes,
    })
  return {
    ...office,
    mails,
    answers,
    choose,
    turnOn: async () => given(await changeMail(workspace, admin, server)),
    later(milliseconds: number) {
      seconds += milliseconds / 1000
    },
    tell: (on: Workspace = workspace) => tellPeople(on, newWalks(), null),
    async send(on: Workspace = workspace) {
      await queueMails(on)
      for (const { id } of (await dueMails(on)).due) await sendMail(on, id, room, never)
    },
    kinds: async (who: Person) => given(await viewNotices(workspace, who)).notices.map(({ kind }) => kind),
    async returned(document: string, segment: string, reviser: Person) {
      const base = (await segmentOf(workspace, document, segment)).version
      const command = { type: 'return', segment, base, reason: 'The figure.' } as const
      given(await changeSegment(workspace, reviser, { document, command }))
    },
  }
}

async function translate(workspace: Workspace, actor: Person, document: string, segment: string): Promise<void> {
  const base = (await segmentOf(workspace, document, segment)).version
  const command = { type: 'translate', segment, base, target: ['Words.'] } as const
  given(await changeSegment(workspace, actor, { document, command }))
}

test('people are told what concerns them, once, and what they have seen stays seen', async () => {
  const { workspace, world, translator, reviser, approver, tell, kinds, returned } = await officeWithMail()
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  given(await assignWork(workspace, reviser, { document: id, step: 'translate', person: translator.id, due: null }))
  for (const segment of ['b2.s1', 'b2.s2']) await translate(workspace, translator, id, segment)
  for (const segment of ['b2.s1', 'b2.s2']) await returned(id, segment, reviser)
  // Whoever tells, and however many at once, each notice is made once.
  await Promise.all([tell(), tell(openWorkspace(world)), tell()])
  await tell(openWorkspace(world))
  const view = given(await viewNotices(workspace, translator))
  assert.deepEqual(
    view.notices.map(({ kind, name, title, count, segment, read }) => ({ kind, name, title, count, segment, read })),
    [
      { kind: 'returned', name: reviser.name, title: '道路建设', count: 2, segment: 'b2.s1', read: false },
      { kind: 'assigned', name: reviser.name, title: '道路建设', count: undefined, segment: undefined, read: false },
    ],
  )
  assert.deepEqual([await kinds(reviser), await kinds(approver)], [[], []])
  const first = view.notices[0]?.id ?? ''
  assert.deepEqual(given(await readNotices(workspace, translator, { notices: [first, 'none'] })), { unread: 1 })
  assert.deepEqual(given(await readNotices(workspace, reviser, { notices: [first] })), { unread: 0 })
  await tell(openWorkspace(world))
  assert.deepEqual(given(await countNotices(openWorkspace(world), translator)), { unread: 1 })
})

test('what happened before people were told is not told, and what they do not want neither', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, reviser } = office
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  const assign = () =>
    assignWork(workspace, reviser, { document: id, step: 'translate', person: translator.id, due: null })
  given(await assign())
  await beginNotices(workspace)
  await tellPeople(workspace, newWalks(), null)
  const unread = async () => given(await countNotices(workspace, translator)).unread
  assert.equal(await unread(), 0)
  given(
    await changeChoices(workspace, translator, { ...usualChoices, ways: { ...usualChoices.ways, assigned: 'none' } }),
  )
  given(await assign())
  await tellPeople(workspace, newWalks(), null)
  assert.equal(await unread(), 0)
  given(await changeChoices(workspace, translator, usualChoices))
  given(await assign())
  await tellPeople(workspace, newWalks(), null)
  assert.equal(await unread(), 1)
})

test('an e-mail says what happened in its reader’s language, with a link, and is sent once', async () => {
  const { workspace, world, translator, reviser, mails, choose, turnOn, later, tell, send } = await officeWithMail()
  await turnOn()
  given(await choose(translator, { language: 'zh-CN' }))
  const { id } = given(
    await importDocument(workspace, translator, textFile('渡口\r\nBcc: x@evil.example\n第一句话。\n')),
  )
  given(
    await assignWork(workspace, reviser, { document: id, step: 'translate', person: translator.id, due: '2026-03-09' }),
  )
  await tell()
  await send()
  assert.equal(mails.length, 0, 'it waits for more of its kind')
  later(noticeLimits.gathering)
  await send()
  await send(openWorkspace(world))
  assert.equal(mails.length, 1)
  const [mail] = mails
  assert.equal(mail?.to, `${translator.login}@office.example`)
  assert.equal(mail?.server.password, 'sesame')
  assert.equal(mail?.subject, `${reviser.name}请您最迟于 2026-03-09 翻译 · 渡口`)
  assert.ok(mail?.text.includes(`${room}/d/${id}\n`))
  assert.ok(mail?.html.includes(`<a href="${room}/d/${id}" lang="zh-CN">渡口</a>`))
  assert.match(mail?.html ?? '', /<html lang="zh-CN">/)
})

test('a daily e-mail comes in the morning, and what was seen before is not in it', async () => {
  const { workspace, translator, reviser, mails, choose, turnOn, later, tell, send, returned } = await officeWithMail()
  await turnOn()
  given(await choose(translator, { ways: { ...usualChoices.ways, returned: 'daily' } }))
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  for (const segment of ['b2.s1', 'b2.s2']) await translate(workspace, translator, id, segment)
  await returned(id, 'b2.s1', reviser)
  await tell()
  const [seen] = given(await viewNotices(workspace, translator)).notices
  given(await readNotices(workspace, translator, { notices: [seen?.id ?? ''] }))
  await returned(id, 'b2.s2', reviser)
  await tell()
  await send()
  assert.equal(mails.length, 0)
  later(24 * 60 * 60 * 1000)
  await send()
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.subject ?? '', /^Duizhao: a notice/)
  assert.ok(mails[0]?.text.includes(`${room}/d/${id}/b2.s2`))
  assert.ok(!mails[0]?.text.includes('b2.s1'))
})

test('what a server does not take waits longer each time; what it refuses for good is given up; killed between, the id stays', async () => {
  const office = await officeWithMail()
  const { workspace, world, admin, translator, reviser, mails, answers, choose, turnOn, later, tell, send } = office
  await turnOn()
  given(await choose(translator))
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  given(await assignWork(workspace, reviser, { document: id, step: 'translate', person: translator.id, due: null }))
  await tell()
  later(noticeLimits.gathering)
  answers.push('killed')
  await assert.rejects(send())
  const other = openWorkspace(world)
  answers.push({ type: 'failed', fault: 'refused', status: 451 })
  await send(other)
  await send(other)
  assert.deepEqual([mails.length, new Set(mails.map((mail) => mail.id)).size], [2, 1])
  const view = given(await viewMail(other, admin))
  assert.deepEqual([view.waiting, view.mails[0]?.last?.type, view.passwordSet], [1, 'failed', true])
  assert.ok(view.failingSince !== null && !JSON.stringify(view).includes('sesame'))
  later(60_000)
  answers.push({ type: 'failed', fault: 'recipient-refused', status: 550 })
  await send(other)
  later(4 * 24 * 60 * 60 * 1000)
  await send(other)
  assert.equal(mails.length, 3)
  assert.equal(given(await viewMail(other, admin)).mails[0]?.state, 'given-up')
  // The notice is on the page all the same.
  assert.equal(given(await countNotices(other, translator)).unread, 1)
})

test('without an address, with e-mail off or with a closed account nothing is sent', async () => {
  const { workspace, admin, translator, reviser, mails, choose, turnOn, later, tell, send } = await officeWithMail()
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  const assign = async () => {
    given(await assignWork(workspace, reviser, { document: id, step: 'translate', person: translator.id, due: null }))
    await tell()
    later(noticeLimits.gathering + noticeLimits.between)
  }
  given(await choose(translator))
  await assign()
  await turnOn()
  await send()
  assert.equal(mails.length, 0, 'what came before e-mail was on stays on the page')
  given(await choose(translator, { address: '' }))
  await assign()
  await send()
  assert.equal(mails.length, 0)
  given(await choose(translator))
  await assign()
  given(await changeMail(workspace, admin, { ...server, on: false }))
  await send()
  await turnOn()
  await send()
  assert.equal(mails.length, 0, 'what waited when it was turned off is not sent later')
  await assign()
  await queueMails(workspace)
  given(
    await changePerson(workspace, admin, { person: translator.id, name: 'T', roles: ['translator'], active: false }),
  )
  await send()
  assert.equal(mails.length, 0)
  const { waiting, failingSince } = given(await viewMail(workspace, admin))
  assert.deepEqual([waiting, failingSince], [0, null], 'that somebody left says nothing of the server')
})

test('due work is told in the morning, to whoever stands in too', async () => {
  const { workspace, translator, reviser, later, kinds } = await officeWithMail()
  await beginDay(workspace)
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  given(
    await assignWork(workspace, reviser, { document: id, step: 'translate', person: translator.id, due: '2026-03-03' }),
  )
  await beginDay(workspace)
  assert.deepEqual(await kinds(translator), [])
  later(24 * 60 * 60 * 1000)
  await beginDay(workspace)
  await beginDay(workspace)
  assert.deepEqual(await kinds(translator), ['due-soon'])
  later(2 * 24 * 60 * 60 * 1000)
  await beginDay(workspace)
  assert.deepEqual(await kinds(translator), ['overdue', 'due-soon'])
})

test('a server is set by administrators alone, and is a server; a password stays where it belongs', async () => {
  const { workspace, admin, translator, mails, turnOn } = await officeWithMail()
  assert.equal(codeOf(await changeMail(workspace, translator, server)), 'role-missing')
  assert.equal(codeOf(await viewMail(workspace, translator)), 'role-missing')
  for (const wrong of [
    { host: 'a b' },
    { host: '' },
    { host: 'http://x' },
    { port: 0 },
    { from: 'a@b\r\nBcc: c@d.example' },
  ])
    assert.equal(
      codeOf(await changeMail(workspace, admin, { ...server, ...wrong })),
      'bad-request',
      JSON.stringify(wrong),
    )
  await turnOn()
  const { password: _, ...rest } = server
  assert.equal(given(await changeMail(workspace, admin, rest)).passwordSet, true)
  for (const elsewhere of [{ host: 'other.example' }, { port: 2525 }, { user: 'other' }, { tls: 'none' as const }]) {
    await turnOn()
    const moved = given(await changeMail(workspace, admin, { ...rest, ...elsewhere }))
    assert.equal(moved.passwordSet, false, JSON.stringify(elsewhere))
  }
  assert.equal(codeOf(await testMail(workspace, admin, { address: 'nobody', language: 'en' })), 'bad-request')
  const { outcome } = given(await testMail(workspace, admin, { address: 'me@office.example', language: 'en' }))
  assert.deepEqual([outcome.type, mails.at(-1)?.to], ['delivered', 'me@office.example'])
  for (const address of [
    'a b@c.example',
    'a@b',
    'a@b.example\r\nBcc: c@d.example',
    '<a@b.example>',
    'a@b.example, c@d.example',
  ])
    assert.equal(
      codeOf(await changeChoices(workspace, translator, { ...usualChoices, address })),
      'bad-request',
      address,
    )
})
