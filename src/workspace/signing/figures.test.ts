import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../../model/refusal.ts'
import { figuresHold } from '../../review/signoff.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { changeSettings, viewSettings } from '../core/settings.ts'
import { exportDocument } from '../documents/export.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment, type PersonCommand } from '../documents/segments.ts'
import { codeOf, given, type Office, openOffice, password, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { changePerson } from '../people/people.ts'
import { publish } from '../releases/publish.ts'
import { allReleases } from '../releases/releases.ts'
import { viewFigures } from './figures.ts'
import { signOff } from './sign-off.ts'
import { signOffSheet } from './sign-off-sheet.ts'

const segment = 'b2.s1'

/** A document of two lines, translated and revised; the second says what its English is given. */
async function revisedDocument({ workspace, translator, reviser }: Office, english: string): Promise<string> {
  const text = '山村道路\n全年新建道路七十公里，投入四亿元。\n'
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  for (const [segment, target] of [
    ['b1.s1', 'Mountain Village Roads'],
    ['b2.s1', english],
  ] as const) {
    const translate = { type: 'translate', segment, base: 0, target: [target] } as const
    given(await changeSegment(workspace, translator, { document, command: translate }))
    given(await changeSegment(workspace, reviser, { document, command: { type: 'revise', segment, base: 2 } }))
  }
  return document
}

const right = 'Over the year, 70 kilometers of road were built, at a cost of 400 million yuan.'
// The value is in words that the number reader does not know: a warning, not an error.
const vague = 'Over the year, many kilometers of road were built, at a cost of 400 million yuan.'

async function sheetFor({ workspace }: Office, document: string, actor: Office['reviser']) {
  return given(await viewFigures(workspace, actor, { document }))
}

async function confirm(office: Office, document: string, actor: Office['reviser']) {
  const [line] = (await sheetFor(office, document, actor)).segments
  const command: PersonCommand = { type: 'confirm-figures', segment, figures: line?.figures ?? [] }
  return changeSegment(office.workspace, actor, { document, command })
}

async function sign({ workspace, approver }: Office, document: string) {
  const { sequence } = await stateOf(workspace, document)
  return signOff(workspace, approver, { document, sequence, password })
}

test('the sheet says who answers for each figure, and what would be refused to whoever asks', async () => {
  const office = await openOffice(createMemoryDoors())
  const { translator, reviser, approver } = office
  const document = await revisedDocument(office, right)
  const [line, ...more] = (await sheetFor(office, document, reviser)).segments
  assert.deepEqual(more, [], 'a sentence without figures has no place in it')
  assert.deepEqual([line?.id, line?.number, line?.own, line?.refusal], [segment, 2, false, null])
  assert.deepEqual(
    line?.figures.map(({ source, verdict, confirmed }) => [source, verdict, confirmed?.name, confirmed?.how]),
    [
      ['七十公里', 'same', reviser.name, 'revision'],
      ['四亿元', 'same', reviser.name, 'revision'],
    ],
  )
  const [asTranslator] = (await sheetFor(office, document, translator)).segments
  assert.equal(asTranslator?.refusal?.code, 'role-missing')
  assert.equal(codeOf(await confirm(office, document, translator)), 'role-missing')
  given(await confirm(office, document, approver))
  const [after] = (await sheetFor(office, document, approver)).segments
  assert.equal(after?.own, true)
  assert.deepEqual([after?.figures[0]?.confirmed?.name, after?.figures[0]?.confirmed?.how], [approver.name, 'checked'])
})

test('a figure that does not agree is confirmed by name before anybody signs', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, reviser, approver } = office
  const document = await revisedDocument(office, vague)
  const sheet = given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual(sheet.open, [{ segment, reason: 'figure-unconfirmed' }])
  assert.equal(codeOf(await sign(office, document)), 'sign-off-open')
  given(await confirm(office, document, reviser))
  given(await sign(office, document))
  const { confirmed } = (await stateOf(workspace, document)).signedFigures?.[0] ?? {}
  assert.deepEqual([confirmed?.name, confirmed?.how], [reviser.name, 'checked'])
})

test('what has been read is what is signed: a confirmation since then is read first', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, reviser, approver } = office
  const document = await revisedDocument(office, right)
  const { sequence } = await stateOf(workspace, document)
  given(await confirm(office, document, reviser))
  assert.equal(codeOf(await signOff(workspace, approver, { document, sequence, password })), 'sign-off-changed')
})

test('an edition carries the sheet as it was signed, whoever confirms or is renamed afterwards', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, world, admin, reviser, approver } = office
  const document = await revisedDocument(office, right)
  given(await sign(office, document))
  given(await confirm(office, document, approver))
  const renamed = { name: 'Somebody Else', roles: reviser.roles, active: true }
  given(await changePerson(workspace, admin, { person: reviser.id, ...renamed }))
  assert.equal((await sheetFor(office, document, approver)).status, 'signed')
  given(await publish(workspace, approver, { document }))
  const [release] = await allReleases(workspace)
  assert.deepEqual(
    release?.figures.map(({ confirmed }) => [confirmed?.name, confirmed?.how]),
    [
      [reviser.name, 'revision'],
      [reviser.name, 'revision'],
    ],
  )
  assert.ok(release && figuresHold(release.figures, release.signOff, world.digest))
})

test('another house style unsigns nothing and lapses no confirmation', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, admin, reviser } = office
  const document = await revisedDocument(office, vague)
  given(await confirm(office, document, reviser))
  given(await sign(office, document))
  const { settings } = given(await viewSettings(workspace, admin))
  const style = { money: 'RMB', smallInWords: true, muWithHectares: true, dialect: 'british' } as const
  assert.notDeepEqual(settings.style, style)
  given(await changeSettings(workspace, admin, { style }))
  const sheet = await sheetFor(office, document, reviser)
  assert.equal(sheet.status, 'signed')
  assert.deepEqual(
    sheet.segments[0]?.figures.map(({ confirmed }) => confirmed?.how),
    ['checked', 'checked'],
  )
  assert.ok(!isRefusal(await publish(workspace, admin, { document })))
})

test('an edit that leaves the figures alone keeps their confirmation, through revision and signature', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, reviser, approver } = office
  const document = await revisedDocument(office, right)
  given(await confirm(office, document, approver))
  const { version } = await segmentOf(workspace, document, segment)
  const target = [right.replace('were built', 'were laid')]
  const command = { type: 'translate', segment, base: version, target } as const
  given(await changeSegment(workspace, translator, { document, command }))
  const [line] = (await sheetFor(office, document, reviser)).segments
  assert.deepEqual(
    line?.figures.map(({ confirmed }) => confirmed?.name),
    [approver.name, approver.name],
  )
})

test('a confirmation is no part of what other tools are given', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, approver } = office
  const document = await revisedDocument(office, right)
  // XLIFF names the last entry of the journal, with which it is compared when it comes back: it is another now.
  const withoutEntry = (text: string) => text.replace(/(<mda:meta type="(?:sequence|head)">)[^<]*/g, '$1')
  const files = async () =>
    Promise.all(
      ['xliff', 'tmx', 'json'].map(async (format) => {
        const { content, ...file } = given(await exportDocument(workspace, approver, { document, format }))
        return { ...file, content: withoutEntry(new TextDecoder().decode(content)) }
      }),
    )
  const before = await files()
  given(await confirm(office, document, approver))
  assert.deepEqual(await files(), before)
})
