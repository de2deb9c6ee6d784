import assert from 'node:assert/strict'
import { test } from 'node:test'
import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { importDocument } from './import.ts'
import { segmentMatches } from './memory.ts'
import { compareVersion, replaceSource } from './new-version.ts'
import { addComment, changeSegment, segmentHistory } from './segments.ts'

const spring = '山村水网方案\n到2029年底，建成骨干水网。供水能力达到1.2亿立方米。\n坚持节水优先。\n'
const autumn = '山村水网方案\n坚持节水优先。\n到2029年底，建成骨干水网。供水能力达到1.5亿立方米。增设三座泵站。\n'

async function officeWithSpring() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, reviser } = office
  const { id: document } = given(await importDocument(workspace, translator, textFile(spring, 'spring.txt')))
  const english = [
    'Water Network Plan',
    'The backbone water network will be completed by the end of 2029.',
    'Supply capacity will reach 120 million cubic meters.',
    'Saving water comes first.',
  ]
  const ids = segmentsOf((await stateOf(workspace, document)).document).map(({ id }) => id)
  for (const [at, segment] of ids.entries()) {
    const target = [english[at] ?? '']
    given(
      await changeSegment(workspace, translator, {
        document,
        command: { type: 'translate', segment, base: 0, target },
      }),
    )
    given(await changeSegment(workspace, reviser, { document, command: { type: 'revise', segment, base: 2 } }))
  }
  const take = async (text: string, filename = 'autumn.txt') => {
    const file = textFile(text, filename)
    const { sequence } = given(await compareVersion(workspace, translator, { document, file }))
    return replaceSource(workspace, translator, { document, file, sequence })
  }
  return { ...office, document, take }
}

test('a comparison tells what a new version changes, and writes nothing', async () => {
  const { workspace, translator, document } = await officeWithSpring()
  const before = await stateOf(workspace, document)
  const file = textFile(autumn, 'autumn.txt')
  const { counts, changes, ...rest } = given(await compareVersion(workspace, translator, { document, file }))
  assert.deepEqual(rest, { sequence: before.sequence, filename: 'autumn.txt', notices: [], more: 0 })
  assert.deepEqual(counts, { before: 4, now: 5, unchanged: 2, moved: 1, changed: 1, new: 1, removed: 0 })
  assert.deepEqual(
    changes.map(({ type, now, was }) => [type, now, was?.source]),
    [
      ['moved', '坚持节水优先。', '坚持节水优先。'],
      ['changed', '供水能力达到1.5亿立方米。', '供水能力达到1.2亿立方米。'],
      ['new', '增设三座泵站。', undefined],
    ],
  )
  assert.deepEqual(await stateOf(workspace, document), before)
})

test('what is the same keeps its id, its English and its approval; what changed has its English as a match', async () => {
  const { workspace, translator, document, take } = await officeWithSpring()
  given(await take(autumn))
  const state = await stateOf(workspace, document)
  assert.equal(state.document.origin.filename, 'autumn.txt')
  const rows = segmentsOf(state.document).map(({ id, source }) => {
    const segment = state.segments.get(id)
    return [id, plain(source), segment?.state, plain(segment?.target ?? [])]
  })
  assert.deepEqual(rows, [
    ['b1.s1', '山村水网方案', 'reviewed', 'Water Network Plan'],
    ['b3.s1', '坚持节水优先。', 'reviewed', 'Saving water comes first.'],
    [
      'b2.s1',
      '到2029年底，建成骨干水网。',
      'reviewed',
      'The backbone water network will be completed by the end of 2029.',
    ],
    ['b4.s1', '供水能力达到1.5亿立方米。', 'initial', ''],
    ['b4.s2', '增设三座泵站。', 'initial', ''],
  ])
  const { matches } = given(await segmentMatches(workspace, translator, { document, segment: 'b4.s1' }))
  assert.equal(matches[0]?.pair.target, 'Supply capacity will reach 120 million cubic meters.')
  assert.equal(matches[0]?.repaired, 'Supply capacity will reach 150 million cubic meters.')

  // Whoever has the address of the sentence that is gone is led on, and the history goes back.
  const command = { type: 'translate', segment: 'b2.s2', base: 0 } as const
  const gone = await changeSegment(workspace, translator, { document, command })
  assert.equal(codeOf(gone), 'segment-removed')
  const { entries } = given(await segmentHistory(workspace, translator, { document, segment: 'b4.s1' }))
  assert.ok(entries.some(({ event }) => event.type === 'segment-revised' && event.segment === 'b2.s2'))
})

test('a sentence of the same text with other codes keeps its English, which is confirmed anew', async () => {
  const { workspace, document, take } = await officeWithSpring()
  given(await take(spring.replace('节水优先', '**节水优先**').replace('山村', '# 山村'), 'spring.md'))
  const segment = await segmentOf(workspace, document, 'b3.s1')
  assert.equal(segment.state, 'initial')
  assert.equal(plain(segment.target), 'Saving water comes first.')
  assert.equal(segment.source.length, 5)
  assert.equal((await segmentOf(workspace, document, 'b1.s1')).state, 'reviewed')
})

test('a version that changes nothing, another document than was compared, and people without the role are refused', async () => {
  const { workspace, translator, document, take, hire } = await officeWithSpring()
  assert.equal(codeOf(await take(`${spring}\n`, 'same.txt')), 'version-same')
  const file = textFile(autumn, 'autumn.txt')
  const { sequence } = given(await compareVersion(workspace, translator, { document, file }))
  given(await addComment(workspace, translator, { document, segment: 'b1.s1', text: 'Which village?' }))
  assert.equal(codeOf(await replaceSource(workspace, translator, { document, file, sequence })), 'document-changed')
  assert.equal(codeOf(await compareVersion(workspace, await hire('guest'), { document, file })), 'role-missing')
  assert.equal(codeOf(await compareVersion(workspace, translator, { document: 'none', file })), 'document-unknown')
  const english = textFile('Plain English.', 'a.txt')
  assert.equal(codeOf(await compareVersion(workspace, translator, { document, file: english })), 'file-not-chinese')
})

test('versions follow one another, and no id is given again', async () => {
  const { workspace, document, take } = await officeWithSpring()
  given(await take(autumn))
  given(await take(spring, 'spring-again.txt'))
  const { state } = { state: await stateOf(workspace, document) }
  const ids = segmentsOf(state.document).map(({ id }) => id)
  assert.deepEqual(ids, ['b1.s1', 'b2.s1', 'b5.s1', 'b3.s1'])
  assert.ok(ids.every((id) => !(id in state.tombstones)))
})
