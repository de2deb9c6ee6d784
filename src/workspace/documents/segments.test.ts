import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentNews } from '../../contract/views/documents.ts'
import { createMemoryEngine } from '../../engines/memory-engine.ts'
import { findingKey } from '../../model/finding.ts'
import { isRefusal } from '../../model/refusal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openWorkspace } from '../core/open.ts'
import { codeOf, given, openOffice, password, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { addTerm } from '../glossary/terms.ts'
import { signOff } from '../signing/sign-off.ts'
import { listFindings } from './documents.ts'
import { startDrafting } from './drafting.ts'
import { importDocument } from './import.ts'
import { addComment, changeSegment, confirmInContext, segmentHistory } from './segments.ts'

const text = '山村道路\n道路修好了。大家都说好。\n'

async function begin() {
  const office = await openOffice(createMemoryDoors())
  const { id: document } = given(await importDocument(office.workspace, office.translator, textFile(text)))
  return { ...office, document }
}

test('two people on different segments never collide, in one process or in two', async () => {
  const { workspace, world, translator, reviser, document } = await begin()
  const elsewhere = openWorkspace(world)
  await stateOf(elsewhere, document)
  const edit = (where: typeof workspace, actor: typeof reviser, segment: string) =>
    changeSegment(where, actor, { document, command: { type: 'edit', segment, base: 0, target: [segment] } })
  const answers = await Promise.all([
    edit(workspace, translator, 'b1.s1'),
    edit(elsewhere, reviser, 'b2.s1'),
    edit(workspace, reviser, 'b2.s2'),
  ])
  assert.deepEqual(answers.map(codeOf), ['', '', ''])
  // Whoever wrote last knows all that was written before.
  const known = [workspace, elsewhere].map(async (one) =>
    [...(await stateOf(one, document)).segments.values()].filter(({ target }) => target.length > 0),
  )
  assert.ok((await Promise.all(known)).some((segments) => segments.length === 3))
  assert.equal((await world.journals.read(`document/${document}`, 0)).length, 4)
})

test('of two people on one segment the second is told by which version', async () => {
  const { workspace, translator, reviser, document } = await begin()
  const edit = (actor: typeof reviser, words: string) =>
    changeSegment(workspace, actor, {
      document,
      command: { type: 'edit', segment: 'b2.s1', base: 0, target: [words] },
    })
  const [first, second] = await Promise.all([edit(translator, 'Mine.'), edit(reviser, 'No, mine.')])
  assert.equal(given(first).entries.length, 1)
  assert.deepEqual(isRefusal(second) && [second.code, second.params], [
    'segment-changed',
    { segment: 'b2.s1', version: '1' },
  ])
  assert.deepEqual((await segmentOf(workspace, document, 'b2.s1')).target, ['Mine.'])
})

test('whoever listens hears of every entry once, and of terms that occur', async () => {
  const { workspace, admin, translator, document } = await begin()
  const heard: DocumentNews[] = []
  const stop = workspace.news.subscribe(document, (news) => heard.push(news))
  const comment = (words: string) => addComment(workspace, translator, { document, segment: 'b2.s1', text: words })
  given(await comment('One.'))
  const term = (source: string) => ({
    source: [source],
    renderings: [{ text: 'road', status: 'preferred' as const }],
    status: 'proposed' as const,
    domain: '',
    note: '',
    authority: '',
  })
  given(await addTerm(workspace, admin, { term: term('水渠') }))
  given(await addTerm(workspace, admin, { term: term('道路') }))
  // News of terms come after the answer.
  await new Promise((resolve) => setImmediate(resolve))
  stop()
  given(await comment('Two.'))
  assert.deepEqual(
    heard.map((news) => (news.type === 'entries' ? news.entries.length : news.type)),
    [1, 'terms'],
  )
  assert.deepEqual(workspace.news.heard(), [])
})

test('a history follows a segment back through splits and joins', async () => {
  const { workspace, translator, document } = await begin()
  const send = (command: Parameters<typeof changeSegment>[2]['command']) =>
    changeSegment(workspace, translator, { document, command })
  given(await send({ type: 'edit', segment: 'b2.s1', base: 0, target: ['One.'] }))
  given(await send({ type: 'edit', segment: 'b2.s2', base: 0, target: ['Two.'] }))
  given(await send({ type: 'join', segment: 'b2.s1', base: 1, nextBase: 1 }))
  given(await send({ type: 'split', segment: 'b2.s3', base: 1, at: 3 }))
  given(await send({ type: 'edit', segment: 'b2.s4', base: 1, target: ['Four.'] }))
  given(await send({ type: 'edit', segment: 'b2.s5', base: 1, target: ['Five.'] }))
  const history = async (segment: string) => {
    const { entries } = given(await segmentHistory(workspace, translator, { document, segment }))
    return entries.map(({ sequence }) => sequence)
  }
  assert.deepEqual(await history('b2.s4'), [2, 3, 4, 5, 6])
  assert.deepEqual(await history('b2.s5'), [2, 3, 4, 5, 7])
  assert.deepEqual(await history('b2.s1'), [2, 4])
  assert.deepEqual(await history('b1.s1'), [])
  for (const segment of ['b9.s9', '__proto__']) {
    assert.equal(codeOf(await segmentHistory(workspace, translator, { document, segment })), 'segment-unknown')
  }
})

test('commands to a document that is not there are refused', async () => {
  const { workspace, translator } = await begin()
  const command = { type: 'edit', segment: 'b1.s1', base: 0, target: [] } as const
  assert.equal(codeOf(await changeSegment(workspace, translator, { document: 'none', command })), 'document-unknown')
  assert.equal(codeOf(await changeSegment(workspace, translator, { document: '../../x', command })), 'document-unknown')
})

test('what is exact in context is confirmed together, and neither a person’s words, an error nor another match with it', async () => {
  const { workspace, translator, reviser } = await openOffice(createMemoryDoors(), {
    engines: (_settings, exact) => ({ memory: createMemoryEngine(exact), main: null, second: null }),
  })
  const write = async (name: string, text: string) =>
    given(await importDocument(workspace, translator, textFile(text, name))).id
  const first = await write('a.txt', '计划\n修了路。\n种了树。\n今年投资三亿元。\n完。')
  const words: Readonly<Record<string, string>> = {
    'b2.s1': 'Roads were built.',
    'b3.s1': 'Trees were planted.',
    'b4.s1': 'This year 4 billion yuan was invested.',
  }
  for (const [segment, target] of Object.entries(words)) {
    const command = { type: 'translate', segment, base: 0, target: [target] } as const
    given(await changeSegment(workspace, translator, { document: first, command }))
  }
  const second = await write('b.txt', '计划\n修了路。\n种了树。\n今年投资三亿元。\n完。\n种了树。')
  given(await startDrafting(workspace, translator, { document: second }))
  await workspace.runs.get(second)?.ended
  const edit = { type: 'edit', segment: 'b3.s1', base: 1, target: ['We planted trees.'] } as const
  given(await changeSegment(workspace, reviser, { document: second, command: edit }))
  const segments = [...(await stateOf(workspace, second)).segments.keys()]
  const { entries } = given(await confirmInContext(workspace, translator, { document: second, segments }))
  assert.deepEqual(
    entries.map(({ event }) => [event.type, 'segment' in event && event.segment]),
    [['segment-translated', 'b2.s1']],
  )
  assert.equal((await segmentOf(workspace, second, 'b6.s1')).state, 'initial')
})

test('no English with a character that nobody sees is revised, waived or signed', async () => {
  const { workspace, translator, reviser, approver, document } = await begin()
  const hidden = ['The road\u200b is open.', 'The ro\u0430d is open.', 'The road is open.\u{e0101}']
  let base = 0
  for (const words of hidden) {
    const send = (actor: typeof reviser, command: Parameters<typeof changeSegment>[2]['command']) =>
      changeSegment(workspace, actor, { document, command })
    const segment = 'b2.s1'
    given(await send(translator, { type: 'translate', segment, base, target: [words] }))
    base = (await segmentOf(workspace, document, segment)).version
    assert.equal(codeOf(await send(reviser, { type: 'revise', segment, base })), 'segment-has-errors')
    const { findings } = given(await listFindings(workspace, reviser, { document }))
    const found =
      findings.find((finding) => finding.segment === segment && finding.severity === 'error') ?? assert.fail()
    const waive = { type: 'waive', segment, base, finding: findingKey(found), reason: 'A quotation.' } as const
    assert.equal(codeOf(await send(reviser, waive)), 'finding-unwaivable', words)
    const { sequence } = await stateOf(workspace, document)
    assert.equal(codeOf(await signOff(workspace, approver, { document, sequence, password })), 'sign-off-open')
  }
})
