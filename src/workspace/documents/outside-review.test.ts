import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered } from '../../formats/review-page/fixtures/answered.ts'
import { plain } from '../../model/inline.ts'
import { isStale } from '../../review/suggestions.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { exportReview } from './export.ts'
import { importDocument } from './import.ts'
import { sendReview } from './outside-review.ts'
import { lookAtReturns, takeReturns } from './returned-edits.ts'
import { changeSegment } from './segments.ts'

async function sent() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator } = office
  const { id: document } = given(await importDocument(workspace, translator, textFile('修好水渠。\n建成水坝。\n')))
  const english = async (segment: string, ...target: readonly string[]) => {
    const { version: base } = await segmentOf(workspace, document, segment)
    given(await changeSegment(workspace, translator, { document, command: { type: 'edit', segment, base, target } }))
  }
  await english('b1.s1', 'The canal was mended.')
  await english('b2.s1', 'A dam was built.')
  given(await sendReview(workspace, translator, { document, name: ' Qiao\nNing ' }))
  const [review] = (await stateOf(workspace, document)).reviews ?? assert.fail()
  assert.ok(review)
  const { content } = given(await exportReview(workspace, translator, { document, review: review.id }))
  const back = (answers: Parameters<typeof answered>[1]) => ({
    filename: 'back.html',
    bytes: answered(content, answers),
  })
  return { ...office, document, review, english, content, back }
}

const nothing = { confirm: false, over: new Map<string, number>(), leave: new Set<string>() }

test('what comes back from outside is suggestions of its reviewer, of the English that went out, once', async () => {
  const { workspace, translator, reviser, document, review, english, content, back } = await sent()
  assert.equal(review.name, 'Qiao Ning')
  await english('b2.s1', 'A dam was completed.')
  // The file has what was sent, whenever it is fetched.
  const again = given(await exportReview(workspace, translator, { document, review: review.id }))
  assert.deepEqual(again.content, content)

  const file = back({
    'b1.s1': { english: 'The canals were mended.' },
    'b2.s1': { english: 'The dam was built.', comment: 'Which dam?' },
  })
  const look = given(await lookAtReturns(workspace, reviser, { document, file }))
  assert.deepEqual([look.reviewer, look.counts.edit, look.counts.conflict], ['Qiao Ning', 1, 1])
  const taken = given(await takeReturns(workspace, reviser, { document, file, ...nothing }))
  assert.deepEqual(taken, { edited: 0, confirmed: 0, suggested: 2, comments: 1, left: 0 })

  const first = await segmentOf(workspace, document, 'b1.s1')
  const second = await segmentOf(workspace, document, 'b2.s1')
  assert.deepEqual([plain(first.target), plain(second.target)], ['The canal was mended.', 'A dam was completed.'])
  assert.deepEqual(
    [first, second].map((segment) => {
      const [suggestion] = segment.suggestions ?? assert.fail()
      return suggestion && [suggestion.by, suggestion.review, plain(suggestion.target), isStale(suggestion, segment)]
    }),
    [
      [reviser.id, review.id, 'The canals were mended.', false],
      [reviser.id, review.id, 'The dam was built.', true],
    ],
  )
  assert.equal(second.comments[0]?.text, 'Qiao Ning: Which dam?')
  const more = given(await takeReturns(workspace, translator, { document, file, ...nothing }))
  assert.deepEqual([more.suggested, more.comments], [0, 0])
})

test('whoever brought what another takes has part in its words: neither of them approves them', async () => {
  const { workspace, translator, reviser, document, back } = await sent()
  const file = back({ 'b1.s1': { english: 'All of the canals have been repaired.' } })
  given(await takeReturns(workspace, reviser, { document, file, ...nothing }))
  const { version: base, suggestions = [] } = await segmentOf(workspace, document, 'b1.s1')
  const suggestion = suggestions[0]?.id ?? assert.fail()
  const command = { type: 'take-suggestion', segment: 'b1.s1', base, suggestion } as const
  given(await changeSegment(workspace, translator, { document, command }))
  const { version } = await segmentOf(workspace, document, 'b1.s1')
  given(
    await changeSegment(workspace, translator, {
      document,
      command: { type: 'translate', segment: 'b1.s1', base: version },
    }),
  )
  const now = await segmentOf(workspace, document, 'b1.s1')
  const revise = { type: 'revise', segment: 'b1.s1', base: now.version } as const
  assert.equal(codeOf(await changeSegment(workspace, reviser, { document, command: revise })), 'own-segment')
})

test('what is left out is not suggested, and what went out of no review here is refused', async () => {
  const { workspace, translator, reviser, document, review, content, hire, back } = await sent()
  const file = back({ 'b1.s1': { english: 'Canals.' }, 'b2.s1': { english: 'Dams.' } })
  const taken = given(await takeReturns(workspace, reviser, { document, file, ...nothing, leave: new Set(['b1.s1']) }))
  assert.deepEqual([taken.suggested, taken.left], [1, 1])

  const forged = new TextDecoder().decode(content).replaceAll(review.id, 'other')
  const look = { document, file: { filename: 'x.html', bytes: new TextEncoder().encode(forged) } }
  assert.equal(codeOf(await lookAtReturns(workspace, reviser, look)), 'review-unknown')
  const other = given(await importDocument(workspace, translator, textFile('修好水渠。\n')))
  assert.equal(codeOf(await lookAtReturns(workspace, reviser, { document: other.id, file })), 'return-other-document')
  assert.equal(codeOf(await sendReview(workspace, translator, { document, name: ' ' })), 'reviewer-unnamed')
  const terminologist = await hire('ting', 'terminologist')
  assert.equal(codeOf(await sendReview(workspace, terminologist, { document, name: 'x' })), 'role-missing')
  assert.equal(codeOf(await exportReview(workspace, terminologist, { document, review: review.id })), 'role-missing')
})
