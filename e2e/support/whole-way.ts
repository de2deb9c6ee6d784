import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SignOffSheet } from '../../src/contract/views/signing.ts'
import type { Person, Role } from '../../src/model/people.ts'
import { type Colleague, password } from './colleague.ts'
import {
  activeAt,
  activeRowOf,
  editorOf,
  idsOf,
  mendFromMemory,
  openSegment,
  rowOf,
  sampleOf,
  savedAs,
  select,
  send,
  signOnPage,
  stepRest,
  textOf,
} from './desk.ts'
import type { House } from './house.ts'
import { readWithoutScripts } from './reader.ts'
import { bytesUnder, verify } from './site.ts'
import { smallFile } from './small-document.ts'

const shared = new URL('../../../shared/', import.meta.url)
/** Why there is no real document; false where there is one. */
export const withoutPressConference = existsSync(shared) ? false : 'the real document is not at ../shared'

/** The sample and a small document: everything by the page, from the import to the second release. */
export async function fromSample(house: House): Promise<void> {
  const staff = await openOffice(house)
  const { translator } = staff
  const imported = await importByPage(translator, 'bridges.txt', Buffer.from(smallFile), { blocks: 4, segments: 5 })
  await draftByPage(translator, imported)
  const { page, say } = translator
  await page.getByText(say('drafting.without', { engine: say('engine.memory'), count: 5 })).waitFor()

  await translator.goto('/')
  const { documents } = await translator.given('GET', '/api/documents')
  const sample = documents.find(({ id }: { id: string }) => id !== imported)
  await page.getByRole('link', { name: sample.title }).click()
  await draftByPage(translator, sample.id)
  await mendByKeys(translator, sample.id)
  await mendFromMemory(translator, sample.id)
  await wholeWay(house, staff, sample.id)
}

/** The same with the real document, which has a finished translation: corrected by hand, and on to the second release. */
export async function fromPressConference(house: House): Promise<void> {
  const staff = await openOffice(house)
  const { translator } = staff
  await sampleOf(translator)
  const read = (path: string) => new Uint8Array(readFileSync(new URL(path, shared)))
  const memory = read('golden/press-conference.tmx')
  const taken = await translator.given('POST', '/api/memory?filename=press-conference.tmx', memory)
  assert.deepEqual(taken, { pairs: 187, skipped: 0, codes: 0, notices: [] })
  const text = Buffer.from(read('input/press-conference.zh.txt'))
  const document = await importByPage(translator, 'press-conference.zh.txt', text, { blocks: 75, segments: 187 })
  await draftByPage(translator, document)
  await correctByHand(translator, document, 5)
  await wholeWay(house, staff, document)
}

interface Staff {
  readonly translator: Colleague
  readonly reviser: Colleague
  readonly approver: Colleague
}

/**
 * Everyone signs in by a one-time link. The translator may revise and sign too, and the reviser sign: so it is four
 * eyes that refuse them later, and not a role they lack.
 */
async function openOffice(house: House): Promise<Staff> {
  const enter = async (role: Role) => {
    const colleague = await house.visitor()
    await colleague.acceptInvitation(house.invitationOf(role))
    return colleague
  }
  const admin = await enter('administrator')
  const people: readonly Person[] = (await admin.given('GET', '/api/people')).people
  const give = async (login: string, roles: readonly Role[]) => {
    const person = people.find((one) => one.login === login) ?? assert.fail(login)
    await admin.given('PUT', `/api/people/${person.id}`, { name: person.name, active: true, roles })
  }
  await give('translator', ['translator', 'reviser', 'approver'])
  await give('reviser', ['reviser', 'approver'])
  return {
    translator: await enter('translator'),
    reviser: await enter('reviser'),
    approver: await enter('approver'),
  }
}

async function importByPage(
  { page, say, goto }: Colleague,
  name: string,
  buffer: Buffer,
  counts: { readonly blocks: number; readonly segments: number },
): Promise<string> {
  await goto('/')
  await page
    .getByLabel(say('documents.choose'), { exact: true })
    .setInputFiles({ name, mimeType: 'text/plain', buffer })
  // It is looked at before anything is kept.
  await page.getByRole('button', { name: say('looking.import', { count: counts.segments }) }).click()
  const notice = page.locator('.imported li').filter({ hasText: say('documents.imported', counts) })
  await notice.getByRole('link').click()
  await page.waitForURL(/\/d\/[a-z0-9]+\/b1\.s1$/)
  return new URL(page.url()).pathname.split('/')[2] ?? assert.fail()
}

/** Presses the button, and reads what came of it: the run itself can be over before the page has drawn its progress. */
async function draftByPage({ page, say, given }: Colleague, document: string): Promise<void> {
  await page.getByRole('button', { name: say('drafting.start') }).click()
  await page.locator('.drafting .outcomes').waitFor()
  const { drafting } = await given('GET', `/api/documents/${document}`)
  assert.equal(drafting.running, false)
  assert.equal(drafting.done, drafting.total)
  const { done, total } = drafting
  await page.getByText(say('drafting.finished', { engine: say('engine.memory'), done, count: total })).waitFor()
}

/** The slips planted in the sample for which the checks know the cure: two keys put it in. */
async function mendByKeys(translator: Colleague, document: string): Promise<void> {
  const { page } = translator
  const { findings } = await translator.given('GET', `/api/documents/${document}/findings`)
  const curable = findings.filter(({ fix, target }: { fix?: string; target?: object }) => fix !== undefined && target)
  assert.ok(curable.length >= 2)
  for (const { segment, target, fix } of curable) {
    const before = textOf((await translator.segment(document, segment)).target)
    await openSegment(translator, document, segment)
    await activeRowOf(page).locator('.findings li').waitFor()
    await editorOf(page).focus()
    await page.keyboard.press('F2')
    await page.keyboard.press('f')
    await savedAs(translator, document, segment, before.slice(0, target.from) + fix + before.slice(target.to))
    await activeRowOf(page).locator('.findings li').waitFor({ state: 'detached' })
  }
}

/** Corrections typed into sentences of any document, that change neither figure nor term. */
async function correctByHand(translator: Colleague, document: string, count: number): Promise<void> {
  const { page } = translator
  const view = await translator.document(document)
  const plainEnd = idsOf(view).filter((id) => /[a-z]\.$/.test(textOf(view.state.segments[id]?.target)))
  const chosen = plainEnd.filter((_, index) => index % 7 === 0).slice(0, count)
  assert.equal(chosen.length, count)
  for (const id of chosen) {
    const before = textOf(view.state.segments[id]?.target)
    await openSegment(translator, document, id)
    await select(page, before.length - 1, before.length - 1)
    await page.keyboard.type(', as said')
    await savedAs(translator, document, id, `${before.slice(0, -1)}, as said.`)
  }
}

interface Planted {
  readonly segment: string
  readonly right: string
  /** Where the right words were taken out, and what stands there now. */
  readonly at: number
  readonly wrong: string
}

const sums = /(\d[\d.]*) (?:billion|million) yuan/
const termsThatBlock = [['千万工程', 'Green Rural Revival Program']] as const

async function plant(translator: Colleague, document: string): Promise<{ figure: Planted; term: Planted }> {
  const { page, say } = translator
  const view = await translator.document(document)
  const rows = idsOf(view).map((id) => ({
    id,
    source: textOf(view.state.segments[id]?.source),
    target: textOf(view.state.segments[id]?.target),
  }))
  const write = async (id: string, right: string, words: string, wrong: string): Promise<Planted> => {
    const at = right.indexOf(words)
    await openSegment(translator, document, id)
    await select(page, at, at + words.length)
    if (wrong === '') await page.keyboard.press('Delete')
    else await page.keyboard.insertText(wrong)
    await savedAs(translator, document, id, right.slice(0, at) + wrong + right.slice(at + words.length))
    return { segment: id, right, at, wrong }
  }

  const sum = rows.find(({ target }) => sums.test(target)) ?? assert.fail('no sum of money')
  const [whole = '', number = ''] = sums.exec(sum.target) ?? []
  const tenfold = String(Math.round(Number(number) * 1000) / 100)
  const figure = await write(sum.id, sum.target, whole, whole.replace(number, tenfold))
  await activeRowOf(page).locator('.findings li.error').getByText(say('finding.topic.figure')).waitFor()

  const [form, english] = termsThatBlock.find(([form, english]) =>
    rows.some(({ source, target }) => source.includes(form) && target.includes(english)),
  ) ?? ['', '']
  const spoken = rows.find((row) => row.source.includes(form) && row.target.split(english).length === 2)
  assert.ok(english !== '' && spoken, 'no approved term')
  const term = await write(spoken.id, spoken.target, english, '')
  await activeRowOf(page)
    .locator('.findings li.error')
    .getByText(say('findings:term-missing', { term: form, expected: english }))
    .waitFor()
  return { figure, term }
}

async function wholeWay(house: House, staff: Staff, document: string): Promise<void> {
  const { translator, reviser, approver } = staff
  const base = `/api/documents/${document}`
  const { figure, term } = await plant(translator, document)

  // Confirming: a handful by the one key, the long rest by the API.
  const view = await translator.document(document)
  await confirmByKey(translator, document, idsOf(view).slice(0, 5), 'translated')
  await stepRest(translator, document, 'translate')

  // Both slips block: the reviser is refused by page and API, and so is the signature.
  for (const { segment } of [figure, term]) await seeBlocked(reviser, document, segment)
  const sheet: SignOffSheet = await approver.given('GET', `${base}/sign-off`)
  assert.deepEqual(
    sheet.open.filter(({ reason }) => reason === 'error').map(({ segment, code }) => [segment, code]),
    [
      [figure.segment, 'quantity-changed'],
      [term.segment, 'term-missing'],
    ].sort(([a = ''], [b = '']) => idsOf(view).indexOf(a) - idsOf(view).indexOf(b)),
  )
  await refused(approver, 'POST', `${base}/sign-off`, { sequence: sheet.sequence, password }, 409, 'sign-off-open')
  await approver.goto(`/d/${document}/sign-off`)
  await approver.page.getByText(approver.say('signOff.reason.error', { count: 2 })).waitFor()
  assert.equal(await approver.page.getByRole('button', { name: approver.say('signOff.sign') }).count(), 0)

  // The reviser sends one back with a reason; the translator mends both with two keys each.
  await sendBack(reviser, document, figure.segment, 'Look at the sum again.')
  await mendByMenu(translator, document, figure)
  await mendByMenu(translator, document, term)

  // The translator may not revise what they wrote, though they have the role.
  const { number, id: mine } = await seeOwn(translator, document, figure.segment)
  assert.ok(number > 0)
  assert.deepEqual(codeOf(await send(translator, document, mine, 'revise')), [403, 'own-segment'])

  await confirmByKey(reviser, document, idsOf(view).slice(0, 5), 'reviewed')
  await stepRest(reviser, document, 'revise')

  // Neither of them may sign: the third does, and publishes.
  for (const author of [translator, reviser]) {
    await author.goto(`/d/${document}/sign-off`)
    await author.page.getByText(author.say('refusals:own-document')).first().waitFor()
    const { sequence } = await author.given('GET', `${base}/sign-off`)
    await refused(author, 'POST', `${base}/sign-off`, { sequence, password }, 403, 'own-document')
  }
  await refused(approver, 'POST', `${base}/releases`, {}, 409, 'not-signed')
  await signByPage(approver, document)
  await publishByPage(approver, document, 1)

  const [first = assert.fail(), changed = assert.fail()] = idsOf(view).slice(-2)
  await readWithoutScripts(house, `/published/d/${document}/v1/`, await approver.document(document), first)
  const published = bytesUnder(house.site, `d/${document}/v1/`)
  const served = await bytesOf(house, `/published/d/${document}/v1/`)
  assert.ok(published.size >= 3)

  // One edit: unsigned, visibly, and nothing is published over it.
  const before = textOf((await translator.segment(document, changed)).target)
  await unsign(staff, document, changed)
  await refused(approver, 'POST', `${base}/releases`, {}, 409, 'not-signed')
  await openSegment(translator, document, changed)
  await confirmByKey(translator, document, [changed], 'translated')
  await confirmByKey(reviser, document, [changed], 'reviewed')
  await signByPage(approver, document)
  await publishByPage(approver, document, 2)

  // The first release stays as it was; the second says what changed.
  assert.deepEqual(bytesUnder(house.site, `d/${document}/v1/`), published)
  assert.equal(await bytesOf(house, `/published/d/${document}/v1/`), served)
  await readErrata(house, document, changed, `Now ${before}`)

  assert.deepEqual(verify(house.site).problems, [])
  const page = join(house.site, 'd', document, 'v1', 'index.html')
  const bytes = readFileSync(page)
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
  writeFileSync(page, bytes)
  const { problems } = verify(house.site)
  assert.ok(problems.some(({ code, path }) => code === 'file-changed' && path === `d/${document}/v1/index.html`))
}

function codeOf({ status, body }: Awaited<ReturnType<Colleague['api']>>): readonly [number, string] {
  return [status, body.refusal?.code]
}

async function refused(who: Colleague, method: string, path: string, body: object, status: number, code: string) {
  assert.deepEqual(codeOf(await who.api(method, path, body)), [status, code], `${method} ${path}`)
}

/** Goes through segments with the confirming key alone; each press goes on to the next. */
async function confirmByKey(
  who: Colleague,
  document: string,
  ids: readonly string[],
  state: 'translated' | 'reviewed',
): Promise<void> {
  const [first = assert.fail()] = ids
  await openSegment(who, document, first)
  await rowOf(who.page, first).locator('textarea, .reading').focus()
  for (const id of ids) {
    await activeAt(who.page, id)
    await who.page.keyboard.press('Control+Enter')
    await who.page.locator(`.segment[id="${id}"][data-look="${state}"]`).waitFor()
  }
  for (const id of ids) assert.equal((await who.segment(document, id)).state, state)
}

/** A reviser before a sentence with an error: page and API say the same no. */
async function seeBlocked(reviser: Colleague, document: string, segment: string): Promise<void> {
  const { page, say } = reviser
  await openSegment(reviser, document, segment)
  const row = activeRowOf(page)
  await row.locator('.findings li.error').waitFor()
  const number = (await row.locator('.gutter a').innerText()).trim()
  const words = say('refusals:segment-has-errors', { segment: say('document.segmentInWords', { number }), count: 1 })
  await row.getByText(words).waitFor()
  assert.ok(await row.getByRole('button', { name: say('step.revise.first') }).isDisabled())
  await row.locator('.reading').focus()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByText(words).waitFor()
  assert.deepEqual(codeOf(await send(reviser, document, segment, 'revise')), [409, 'segment-has-errors'])
  assert.equal((await reviser.segment(document, segment)).state, 'translated')
}

async function sendBack(reviser: Colleague, document: string, segment: string, reason: string): Promise<void> {
  const { page, say } = reviser
  await openSegment(reviser, document, segment)
  await rowOf(page, segment).locator('.reading').focus()
  await page.keyboard.press('F2')
  await page.keyboard.press('r')
  await page.getByRole('dialog').getByLabel(say('reason.label')).fill(reason)
  await page.keyboard.press('Control+Enter')
  await page.locator(`.segment[id="${segment}"][data-look="returned"]`).waitFor()
  assert.equal((await reviser.segment(document, segment)).returned?.reason, reason)
}

/** The translator mends what was planted: the cursor where the words belong, then the key that the finding names. */
async function mendByMenu(translator: Colleague, document: string, { segment, right, at }: Planted): Promise<void> {
  const { page } = translator
  await openSegment(translator, document, segment)
  const cure = activeRowOf(page).locator('.findings li.error .mend button').first().locator('.key-cap').last()
  const [first = '', key = ''] = (await cure.innerText()).trim().split(' ')
  await select(page, at, at)
  if (first === 'Ctrl') await page.keyboard.press(`Control+${key}`)
  else {
    await page.keyboard.press('F2')
    await page.keyboard.press(key.toLowerCase())
  }
  await activeRowOf(page).locator('.findings li.error').waitFor({ state: 'detached' })
  await savedAs(translator, document, segment, right)
  await confirmByKey(translator, document, [segment], 'translated')
}

/** Their own confirmed sentence: no step but on to the next, and the reason why. */
async function seeOwn(who: Colleague, document: string, segment: string): Promise<{ number: number; id: string }> {
  const { page, say } = who
  await openSegment(who, document, segment)
  const row = activeRowOf(page)
  const number = (await row.locator('.gutter a').innerText()).trim()
  await row.getByText(say('refusals:own-segment', { segment: say('document.segmentInWords', { number }) })).waitFor()
  await row
    .getByRole('button', { name: say('step.next'), exact: false })
    .first()
    .waitFor()
  return { number: Number(number), id: segment }
}

async function signByPage(approver: Colleague, document: string): Promise<void> {
  await approver.goto(`/d/${document}/sign-off`)
  await signOnPage(approver)
}

async function publishByPage({ page, say }: Colleague, document: string, number: number): Promise<void> {
  const name = number === 1 ? say('signOff.publish') : say('signOff.publishAgain', { number })
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByText(say('signOff.published')).waitFor()
  const link = page.getByRole('link', { name: say('signOff.release', { number }) })
  assert.equal(await link.getAttribute('href'), `/published/d/${document}/v${number}/`)
}

/** An edit after the signature, seen by whoever has the document open and by the approver. */
async function unsign({ translator, reviser, approver }: Staff, document: string, segment: string): Promise<void> {
  await reviser.goto(`/d/${document}`)
  await reviser.page.locator('section.segment.active').waitFor()
  const before = textOf((await translator.segment(document, segment)).target)
  await openSegment(translator, document, segment)
  await rowOf(translator.page, segment).locator('.reading').focus()
  await translator.page.keyboard.press('F2')
  await translator.page.keyboard.press('e')
  await editorOf(translator.page).waitFor()
  await select(translator.page, 0, 0)
  await translator.page.keyboard.type('Now ')
  await savedAs(translator, document, segment, `Now ${before}`)
  for (const { page, say } of [translator, reviser]) await page.getByText(say('document.unsigned')).waitFor()
  await approver.goto(`/d/${document}/sign-off`)
  await approver.page
    .locator('.standing.changed')
    .getByText(approver.say('signOff.noLonger', { count: 1 }))
    .waitFor()
}

async function readErrata(house: House, document: string, segment: string, now: string): Promise<void> {
  const { page, context } = await house.visitor({ javaScriptEnabled: false })
  for (const path of ['v1/', 'v2/', '']) {
    const answer = await page.goto(`/published/d/${document}/${path}`)
    assert.equal(answer?.status(), 200, path)
  }
  const erratum = page.locator('.errata li').filter({ has: page.locator(`a[href$="#${segment.replace('.', '-')}"]`) })
  assert.equal(await page.locator('.errata li').count(), 1)
  assert.equal(await erratum.count(), 1)
  assert.match(await erratum.locator('ins').innerText(), /Now/)
  assert.equal((await erratum.locator('p').last().innerText()).trim(), now)
  await context.close()
}

async function bytesOf(house: House, path: string): Promise<string> {
  return Buffer.from(await (await fetch(new URL(path, house.address))).arrayBuffer()).toString('hex')
}
