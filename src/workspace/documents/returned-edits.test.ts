import assert from 'node:assert/strict'
import { test } from 'node:test'
import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { exportDocument } from './export.ts'
import { importDocument } from './import.ts'
import { lookAtReturns, takeReturns } from './returned-edits.ts'
import { addComment, changeSegment } from './segments.ts'

const text = '山村水网方案\n到2029年底，建成骨干水网。供水能力达到1.2亿立方米。\n坚持节水优先。\n'
const english = [
  'Water Network Plan',
  'The main network will be done by 2029.',
  'Supply will reach 120 million.',
  'Save.',
]

async function officeWithPlan() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator } = office
  const { id: document } = given(await importDocument(workspace, translator, textFile(text, 'plan.txt')))
  const ids = segmentsOf((await stateOf(workspace, document)).document).map(({ id }) => id)
  const edit = async (person: Person, segment: string, words: string) => {
    const { version: base } = await segmentOf(workspace, document, segment)
    const command = { type: 'edit', segment, base, target: [words] } as const
    given(await changeSegment(workspace, person, { document, command }))
  }
  for (const [at, id] of ids.entries()) await edit(translator, id, english[at] ?? '')
  const sent = async (as = translator) => {
    const { content } = given(await exportDocument(workspace, as, { document, format: 'xliff' }))
    return new TextDecoder().decode(content)
  }
  const english3 = async () => plain((await segmentOf(workspace, document, 'b3.s1')).target)
  return { ...office, document, edit, sent, english3 }
}

const nothing = { confirm: false, over: new Map<string, number>(), leave: new Set<string>() }
const xliff = (content: string) => textFile(content, 'plan.xlf')

test('what was changed elsewhere is shown, then taken as edits of whoever brings it, who cannot revise it', async () => {
  const { workspace, translator, reviser, document, sent } = await officeWithPlan()
  const file = xliff((await sent()).replace('The main network', 'The backbone network'))
  const before = await stateOf(workspace, document)
  const view = given(await lookAtReturns(workspace, reviser, { document, file }))
  assert.deepEqual(await stateOf(workspace, document), before)
  assert.deepEqual(view.counts, {
    rows: 4,
    unchanged: 3,
    moved: 0,
    edit: 1,
    conflict: 0,
    confirm: 0,
    confirmed: 0,
    comments: 0,
    problems: 0,
  })
  assert.deepEqual(view.changes, [
    {
      type: 'edit',
      segment: 'b2.s1',
      version: 1,
      confirmed: false,
      authors: [],
      errors: [],
      state: 'initial',
      source: '到2029年底，建成骨干水网。',
      went: 'The main network will be done by 2029.',
      now: 'The main network will be done by 2029.',
      target: 'The backbone network will be done by 2029.',
    },
  ])
  const taken = given(await takeReturns(workspace, reviser, { document, file, ...nothing }))
  assert.deepEqual(taken, { edited: 1, confirmed: 0, suggested: 0, comments: 0, left: 0 })
  const { target, authors, edited } = await segmentOf(workspace, document, 'b2.s1')
  assert.equal(plain(target), 'The backbone network will be done by 2029.')
  assert.equal(edited?.by, reviser.id)
  assert.ok(authors.includes(reviser.id))

  const confirmed = { type: 'translate', segment: 'b2.s1', base: 2 } as const
  given(await changeSegment(workspace, translator, { document, command: confirmed }))
  const revised = { type: 'revise', segment: 'b2.s1', base: 3 } as const
  assert.equal(codeOf(await changeSegment(workspace, reviser, { document, command: revised })), 'own-segment')
  // The same file again has nothing more.
  const again = given(await takeReturns(workspace, reviser, { document, file, ...nothing }))
  assert.deepEqual(again, { edited: 0, confirmed: 0, suggested: 0, comments: 0, left: 0 })
})

test('what somebody has changed here since stays, unless it is named in the version that was seen', async () => {
  const { workspace, translator, reviser, document, edit, sent, english3 } = await officeWithPlan()
  const file = xliff((await sent()).replace('Save.', 'Saving water first.'))
  await edit(reviser, 'b3.s1', 'Thrift with water.')
  const view = given(await lookAtReturns(workspace, translator, { document, file }))
  const [{ type, went, now, target, version } = {}] = view.changes
  assert.deepEqual([type, went, now, target], ['conflict', 'Save.', 'Thrift with water.', 'Saving water first.'])
  const left = given(await takeReturns(workspace, translator, { document, file, ...nothing }))
  assert.deepEqual(
    [left, await english3()],
    [{ edited: 0, confirmed: 0, suggested: 0, comments: 0, left: 1 }, 'Thrift with water.'],
  )

  await edit(reviser, 'b3.s1', 'Thrift with water above all.')
  const over = new Map([['b3.s1', version ?? 0]])
  const seenBefore = given(await takeReturns(workspace, translator, { document, file, ...nothing, over }))
  assert.deepEqual([seenBefore.left, await english3()], [1, 'Thrift with water above all.'])
  const seenNow = new Map([['b3.s1', (await segmentOf(workspace, document, 'b3.s1')).version]])
  const named = given(await takeReturns(workspace, translator, { document, file, ...nothing, over: seenNow }))
  assert.deepEqual([named.edited, named.left, await english3()], [1, 0, 'Saving water first.'])
})

test('states and notes of another tool: confirmed only if asked, comments once, ours not again', async () => {
  const { workspace, translator, document, sent } = await officeWithPlan()
  given(await addComment(workspace, translator, { document, segment: 'b3.s1', text: 'Is this the slogan?' }))
  const note = '<note id="x1" tool:author="Zhang" xmlns:tool="urn:tool">Yes, of 2014.</note></notes>'
  const file = xliff(
    (await sent())
      .replace('</notes>', note)
      .replace('<segment id="b1.s1" state="initial">', '<segment id="b1.s1" state="translated">'),
  )
  const view = given(await lookAtReturns(workspace, translator, { document, file }))
  assert.deepEqual(view.comments, [{ segment: 'b3.s1', text: 'Zhang: Yes, of 2014.' }])
  assert.deepEqual([view.counts.confirm, view.counts.edit], [1, 0])
  const unasked = given(await takeReturns(workspace, translator, { document, file, ...nothing }))
  assert.deepEqual(unasked, { edited: 0, confirmed: 0, suggested: 0, comments: 1, left: 0 })
  assert.equal((await segmentOf(workspace, document, 'b1.s1')).state, 'initial')
  const asked = given(await takeReturns(workspace, translator, { document, file, ...nothing, confirm: true }))
  assert.deepEqual(asked, { edited: 0, confirmed: 1, suggested: 0, comments: 0, left: 0 })
  const { state, translated } = await segmentOf(workspace, document, 'b1.s1')
  assert.deepEqual([state, translated?.by], ['translated', translator.id])
})

test('altered Chinese, lost, doubled and unknown rows are told with their words, and nothing of them is taken', async () => {
  const { workspace, translator, document, sent } = await officeWithPlan()
  const segments = (await sent()).match(/<segment id[\s\S]*?<\/segment>/g) ?? []
  const [, second = '', , fourth = ''] = segments
  const damaged = (await sent())
    .replace('山村水网方案</source>', '山村供水方案</source>')
    .replace(second, '')
    .replace(fourth, `${fourth}${fourth.replace('Save.', 'Spare.')}${fourth.replaceAll('b3.s1', 'b9.s9')}`)
  const view = given(await lookAtReturns(workspace, translator, { document, file: xliff(damaged) }))
  assert.deepEqual(
    view.problems.map(({ type, segment, target }) => [type, segment, target]),
    [
      ['altered', 'b1.s1', 'Water Network Plan'],
      ['doubled', 'b3.s1', 'Save.'],
      ['unknown', 'b9.s9', 'Save.'],
      ['missing', 'b2.s1', 'The main network will be done by 2029.'],
    ],
  )
  assert.deepEqual(view.changes, [])
})

test('English longer than anybody could write here is refused at its row, before it is checked', async () => {
  const { workspace, translator, document, sent } = await officeWithPlan()
  const file = xliff((await sent()).replace('The main network', 'x'.repeat(2_000_000)))
  const answers = [
    await lookAtReturns(workspace, translator, { document, file }),
    await takeReturns(workspace, translator, { document, file, ...nothing }),
  ]
  for (const answer of answers) {
    assert.deepEqual(answer, {
      type: 'refusal',
      code: 'paragraph-too-long',
      params: { paragraph: '2', most: '20000' },
    })
  }
})

test('files of other documents, of no document and of people without the role are refused', async () => {
  const { workspace, translator, document, sent, hire } = await officeWithPlan()
  const whole = await sent()
  const look = (content: string, actor = translator) =>
    lookAtReturns(workspace, actor, { document, file: xliff(content) })
  assert.equal(codeOf(await look(whole.replaceAll(/(<mda:meta type="head">)[^<]+/g, '$1ab'))), 'return-other-document')
  assert.equal(
    codeOf(await look(whole.replaceAll(/(<mda:meta type="sequence">)\d+/g, '$199'))),
    'return-other-document',
  )
  assert.equal(codeOf(await look(whole.replace(/<file id="[^"]*"/, '<file id="other"'))), 'return-other-document')
  assert.equal(codeOf(await look(whole.replace('"sequence"', '"x"'))), 'return-not-ours')
  assert.equal(codeOf(await look('<tmx/>')), 'file-format-unknown')
  const terminologist = await hire('terms', 'terminologist')
  given(await look(whole, terminologist))
  const file = xliff(whole)
  assert.equal(codeOf(await takeReturns(workspace, terminologist, { document, file, ...nothing })), 'role-missing')
})
