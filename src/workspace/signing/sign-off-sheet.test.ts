import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../../model/people.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { listDocuments } from '../documents/document-list.ts'
import { importDocument } from '../documents/import.ts'
import { addComment, changeSegment } from '../documents/segments.ts'
import { codeOf, given, type Office, openOffice, password, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { addTerm, changeTerm } from '../glossary/terms.ts'
import { changePassword } from '../people/accounts.ts'
import { invite } from '../people/people.ts'
import { changeSettingsAndPages } from '../releases/change-settings.ts'
import { publish } from '../releases/publish.ts'
import { signOff } from './sign-off.ts'
import { signOffSheet } from './sign-off-sheet.ts'

const english: Readonly<Record<string, string>> = {
  'b1.s1': 'The water house is open.',
  'b2.s1': 'The river is clean again.',
}

function term(text: string): TermFields {
  const renderings = [{ text, status: 'preferred' }] as const
  return { source: ['水屋'], renderings, status: 'proposed', domain: '', note: '', authority: '' }
}

interface Signed {
  readonly office: Office
  readonly document: string
  write(person: Person, segment: string, text: string): Promise<void>
  step(person: Person, segment: string, type: 'revise' | 'accept'): Promise<void>
  sign(): Promise<void>
}

async function signedOffice(): Promise<Signed> {
  const office = await openOffice(createMemoryDoors())
  const { workspace, admin, translator, reviser, approver } = office
  given(await addTerm(workspace, admin, { term: term('water house') }))
  const { id: document } = given(await importDocument(workspace, admin, textFile('水屋开放了。\n\n河水又清了。\n')))
  const base = async (segment: string) => (await segmentOf(workspace, document, segment)).version
  const signed: Signed = {
    office,
    document,
    async write(person, segment, text) {
      const command = { type: 'translate', segment, base: await base(segment), target: [text] } as const
      given(await changeSegment(workspace, person, { document, command }))
    },
    async step(person, segment, type) {
      given(await changeSegment(workspace, person, { document, command: { type, segment, base: await base(segment) } }))
    },
    async sign() {
      const { sequence } = await stateOf(workspace, document)
      given(await signOff(workspace, approver, { document, sequence, password }))
    },
  }
  for (const [segment, text] of Object.entries(english)) {
    await signed.write(translator, segment, text)
    await signed.step(reviser, segment, 'revise')
  }
  await signed.sign()
  return signed
}

test('the second sheet says what has changed, by whom and why, and which sentences one term changed', async () => {
  const { office, document, write, step } = await signedOffice()
  const { workspace, translator, reviser, approver } = office
  const first = given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual([first.status, first.changes], ['signed', { sentences: [], terms: [], same: 2 }])
  const terminologist = await office.hire('terms', 'terminologist')
  const { terms } = (await workspace.termbase.read()).state
  const { id = '' } = [...terms.values()].find(({ source }) => source.includes('水屋')) ?? {}
  given(await changeTerm(workspace, terminologist, { id, base: 1, term: term('water hall') }))
  const stale = given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual([stale.status, stale.coverage.states.final], ['stale', 0], 'one truth')
  const [listed] = given(await listDocuments(workspace, approver)).documents
  assert.deepEqual([listed?.signOff, listed?.states.final, listed?.states.reviewed], ['stale', 0, 2])

  await write(translator, 'b1.s1', 'The water hall is open.')
  await step(reviser, 'b1.s1', 'revise')
  await write(reviser, 'b2.s1', 'The river runs clean again.')
  await step(translator, 'b2.s1', 'accept')
  const { changes, accepted, open } = given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual([open, accepted, changes?.same], [[], 1, 0])
  assert.deepEqual(
    changes?.sentences.map(({ segment, change, target, changed, revised }) => [
      segment,
      change,
      target,
      changed?.name,
      revised?.name,
    ]),
    [
      [
        'b2.s1',
        'target',
        { before: 'The river is clean again.', after: 'The river runs clean again.' },
        reviser.name,
        reviser.name,
      ],
    ],
  )
  assert.deepEqual(
    changes?.terms.map(({ source, before, after, name, sentences }) => [
      source,
      before,
      after,
      name,
      sentences.map(({ segment }) => segment),
    ]),
    [['水屋', 'water house', 'water hall', 'terms', ['b1.s1']]],
  )
})

test('the sheet tells how long each took, and what became of their accounts, to whoever signs', async () => {
  const { office, document } = await signedOffice()
  const { workspace, admin, reviser, translator, approver } = office
  const sheet = given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual(
    sheet.work.map(({ name, did, sentences, sinceSigning, hasty }) => [name, did, sentences, sinceSigning, hasty]),
    [
      [translator.name, 'translated', 2, false, false],
      [reviser.name, 'revised', 2, false, false],
    ],
  )
  assert.ok(sheet.work.every(({ milliseconds }) => milliseconds !== null && milliseconds > 0))
  assert.deepEqual(sheet.accounts, [])
  given(await invite(workspace, admin, { person: reviser.id }))
  given(await changePassword(workspace, translator, { current: password, next: 'quite another long password' }))
  const accounts = given(await signOffSheet(workspace, approver, { document })).accounts
  assert.deepEqual(
    accounts.map(({ act, by, person }) => [act, by, person]),
    [
      ['person-invited', admin.name, reviser.name],
      ['password-set', translator.name, translator.name],
    ],
  )
  assert.deepEqual(given(await signOffSheet(workspace, reviser, { document })).accounts, [])
})

test('open comments stand on the sheet, and a blocking one stops publishing what is signed', async () => {
  const { office, document } = await signedOffice()
  const { workspace, translator, reviser, approver } = office
  given(await addComment(workspace, translator, { document, segment: 'b1.s1', text: 'Fine.' }))
  given(await addComment(workspace, translator, { document, segment: 'b2.s1', text: 'Wait.', blocking: true }))
  const lifts = async (person: Person) =>
    given(await signOffSheet(workspace, person, { document })).comments.map(({ text, blocking, lift }) => [
      text,
      blocking,
      lift,
    ])
  assert.deepEqual(await lifts(approver), [
    ['Fine.', false, null],
    ['Wait.', true, 'with-reason'],
  ])
  assert.deepEqual((await lifts(translator)).at(-1), ['Wait.', true, 'own'])
  assert.deepEqual((await lifts(reviser)).at(-1), ['Wait.', true, null])
  assert.equal(codeOf(await publish(workspace, approver, { document })), 'comment-blocks')
  const comment = (await segmentOf(workspace, document, 'b2.s1')).comments[0]?.id ?? ''
  const lift = { type: 'resolve-comment', segment: 'b2.s1', comment, reason: 'The answer has come.' } as const
  given(await changeSegment(workspace, approver, { document, command: lift }))
  const settled = given(await signOffSheet(workspace, approver, { document })).comments.at(-1)
  assert.deepEqual([settled?.resolved?.name, settled?.resolved?.reason], [approver.name, 'The answer has come.'])
  assert.equal(given(await publish(workspace, approver, { document })).number, 1)
})

test('nothing is published for an office without a name in both languages', async () => {
  const { office, document } = await signedOffice()
  const { workspace, admin, approver } = office
  given(await changeSettingsAndPages(workspace, admin, { office: { zh: '山城新闻办公室', en: ' ' } }))
  assert.equal(given(await signOffSheet(workspace, approver, { document })).officeNamed, false)
  assert.equal(codeOf(await publish(workspace, approver, { document })), 'office-unnamed')
})

test('a wrong password signs nothing', async () => {
  const { office, document, write, step } = await signedOffice()
  const { workspace, translator, reviser, approver } = office
  await write(translator, 'b2.s1', 'The river is clean.')
  await step(reviser, 'b2.s1', 'revise')
  const { sequence } = await stateOf(workspace, document)
  const signing = signOff(workspace, approver, { document, sequence, password: 'an open screen' })
  assert.equal(codeOf(await signing), 'wrong-password')
  assert.equal(given(await signOffSheet(workspace, approver, { document })).status, 'stale')
})
