import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CandidatesView } from '../../contract/views/candidates.ts'
import { comparable } from '../../language/text/fold.ts'
import type { Person } from '../../model/people.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import type { Workspace } from '../core/open.ts'
import { verifyLedger } from '../core/verify.ts'
import { importDocument } from '../documents/import.ts'
import { importMemory } from '../documents/memory.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, openOffice, segmentOf, textFile } from '../fixtures/office.ts'
import { dismissTerm, extractTerms, restoreTerm } from './extract-terms.ts'
import { addTerm, changeTerm, termHistory } from './terms.ts'

const text = `柳溪海藻研究院成立
柳溪海藻研究院在青芦县成立了。我们在柳溪海藻研究院推开“灯下议事会”，柳溪海藻研究院很高兴。
渔民们说，灯下议事会解决了难题。
`
const other = `青芦县渔港情况
青芦县的渔港在春天开放，大家都很高兴。
`
const fields = (form: string, english = 'English') => ({
  source: [form],
  renderings: [{ text: english, status: 'preferred' as const }],
  status: 'proposed' as const,
  domain: '',
  note: '',
  authority: '',
})
const whole = { document: null, limit: 1000 }
const formsOf = ({ candidates }: CandidatesView) => candidates.map(({ form }) => form)

async function confirm(
  workspace: Workspace,
  who: Person,
  document: string,
  segment: string,
  target: string,
): Promise<void> {
  const { version: base } = await segmentOf(workspace, document, segment)
  given(
    await changeSegment(workspace, who, { document, command: { type: 'translate', segment, base, target: [target] } }),
  )
}

test('candidates come with the sentences they stand in, of one document or of all', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  const { id: second } = given(await importDocument(workspace, translator, textFile(other, 'other.txt')))
  const view = given(await extractTerms(workspace, translator, { document, limit: 1000 }))
  assert.deepEqual(
    view.documents.map(({ id }) => id),
    [second, document],
  )
  assert.deepEqual([view.segments, view.left, view.dismissed], [4, 0, []])
  const institute = view.candidates.find(({ form }) => form === '柳溪海藻研究院')
  assert.equal(institute?.frequency, 4)
  assert.equal(institute?.english, null)
  assert.deepEqual(
    institute?.contexts.map(({ segment, number, spans }) => [segment, number, spans]),
    [
      ['b1.s1', 1, [{ from: 0, to: 7 }]],
      ['b2.s1', 2, [{ from: 0, to: 7 }]],
      [
        'b2.s2',
        3,
        [
          { from: 3, to: 10 },
          { from: 20, to: 27 },
        ],
      ],
    ],
  )
  for (const { form, contexts } of view.candidates)
    for (const { text: sentence, spans } of contexts)
      for (const { from, to } of spans) assert.equal(comparable(sentence.slice(from, to)), comparable(form))
  const all = given(await extractTerms(workspace, translator, whole))
  assert.equal(all.segments, 6)
  const county = all.candidates.find(({ form }) => form === '青芦县')
  assert.deepEqual(new Set(county?.contexts.map((context) => context.document)), new Set([document, second]))
  assert.equal(given(await extractTerms(workspace, translator, { document: null, limit: 3 })).candidates.length, 3)
  assert.equal(codeOf(await extractTerms(workspace, translator, { document: 'none', limit: 3 })), 'document-unknown')
})

test('English is proposed from the memory and from words somebody stands by, and says from how many pairs', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  const tmx = `<?xml version="1.0"?><tmx version="1.4"><header segtype="sentence"/><body><tu>
    <tuv xml:lang="zh-CN"><seg>青芦县</seg></tuv><tuv xml:lang="en"><seg>Qinglu County</seg></tuv></tu></body></tmx>`
  given(await importMemory(workspace, translator, { filename: 'a.tmx', bytes: new TextEncoder().encode(tmx) }))
  const find = async (form: string) =>
    given(await extractTerms(workspace, translator, { document, limit: 1000 })).candidates.find(
      (candidate) => candidate.form === form,
    )
  assert.deepEqual((await find('青芦县'))?.english, { text: 'Qinglu County', found: 'alone', pairs: 1, of: 1 })
  assert.equal((await find('灯下议事会'))?.english, null)
  await confirm(workspace, translator, document, 'b2.s2', 'The Lamplight Council spreads through the town.')
  assert.equal((await find('灯下议事会'))?.english, null, 'one pair is no proof')
  await confirm(workspace, translator, document, 'b3.s1', 'Fishers say the Lamplight Council has helped.')
  // Two of three pairs: too few others to be sure.
  assert.equal((await find('灯下议事会'))?.english, null)
  for (const segment of ['b1.s1', 'b2.s1']) await confirm(workspace, translator, document, segment, 'Founded at last.')
  given(await importDocument(workspace, translator, textFile(other, 'other.txt')))
  const more = Array.from({ length: 6 }, (_, at) => `第${'一二三四五六'[at]}年春天，渔船出海。`)
  const { id: boats } = given(await importDocument(workspace, translator, textFile(more.join('\n'), 'boats.txt')))
  for (const [at] of more.entries()) await confirm(workspace, translator, boats, `b${at + 1}.s1`, `Boats sail, ${at}.`)
  assert.equal((await find('灯下议事会'))?.english, null, 'what nobody has reviewed counts in its own document only')
  const council = given(await extractTerms(workspace, translator, whole)).candidates.find(
    ({ form }) => form === '灯下议事会',
  )
  assert.deepEqual(council?.english, { text: 'Lamplight Council', found: 'among', pairs: 2, of: 2 })
  assert.ok(council?.contexts.some(({ english }) => english === 'Fishers say the Lamplight Council has helped.'))
})

test('what is in the glossary or set aside is no candidate; what was retired is one, and marked', async () => {
  const { workspace, world, admin, translator, hire } = await openOffice(createMemoryDoors())
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  const look = async () => given(await extractTerms(workspace, translator, { document, limit: 1000 }))
  const { term } = given(await addTerm(workspace, translator, { term: fields('青芦县', 'Qinglu County') }))
  assert.ok(!formsOf(await look()).includes('青芦县'))
  assert.equal(codeOf(await dismissTerm(workspace, translator, { form: '青芦县' })), 'term-duplicate')
  given(await changeTerm(workspace, admin, { id: term.id, base: 1, term: { ...fields('青芦县'), status: 'retired' } }))
  assert.deepEqual(
    (await look()).candidates.filter(({ retired }) => retired).map(({ form }) => form),
    ['青芦县'],
  )

  const guest = await hire('guest')
  assert.equal(codeOf(await extractTerms(workspace, guest, whole)), 'role-missing')
  assert.equal(codeOf(await dismissTerm(workspace, guest, { form: '灯下议事会' })), 'role-missing')
  assert.equal(codeOf(await restoreTerm(workspace, guest, { form: '灯下议事会' })), 'role-missing')
  given(await dismissTerm(workspace, translator, { form: '灯下议事会' }))
  given(await dismissTerm(workspace, translator, { form: '灯下议事会' }))
  const { entries } = await workspace.termbase.read()
  assert.equal((await entries()).filter(({ event }) => event.type === 'candidate-dismissed').length, 1)
  const after = await look()
  assert.ok(!formsOf(after).includes('灯下议事会'))
  assert.deepEqual(
    after.dismissed.map(({ form, name }) => [form, name]),
    [['灯下议事会', 'Tan Yue']],
  )
  given(await restoreTerm(workspace, admin, { form: '灯下议事会' }))
  assert.ok(formsOf(await look()).includes('灯下议事会'))
  assert.deepEqual((await look()).dismissed, [])

  // What was set aside and is a term after all is in the glossary, and nothing to be restored.
  given(await dismissTerm(workspace, translator, { form: '灯下议事会' }))
  given(await addTerm(workspace, translator, { term: fields('灯下议事会', 'Lamplight Council') }))
  assert.deepEqual((await look()).dismissed, [])

  // The other events of the chain hurt neither its proof nor the history of a term.
  assert.deepEqual(await verifyLedger(world), [])
  assert.equal(given(await termHistory(workspace, translator, { id: term.id })).entries.length, 2)
})

test('law: once every candidate is accepted there is none left', async () => {
  const pieces = [
    '柳溪海藻研究院',
    '“双湖”生态走廊',
    '渔家巷、盐工巷',
    '５G渔场',
    '“甲  乙\t丙”',
    '的',
    '，',
    '。',
    '\n',
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), async (parts) => {
      const { workspace, translator } = await openOffice(createMemoryDoors())
      given(await importDocument(workspace, translator, textFile(`我们都来看海。${parts.join('')}`)))
      for (const form of formsOf(given(await extractTerms(workspace, translator, whole)))) {
        const added = await addTerm(workspace, translator, { term: fields(form) })
        assert.equal(codeOf(added), '', form)
      }
      assert.deepEqual(formsOf(given(await extractTerms(workspace, translator, whole))), [])
    }),
    { numRuns: 15 },
  )
})

test('the sample: a hundred accepted terms are a hundred candidates fewer, and the others stay in their order', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const bytes = readFileSync(new URL('../../../samples/press-conference.zh.txt', import.meta.url))
  given(await importDocument(workspace, translator, { filename: 'sample.txt', bytes }))
  const before = formsOf(given(await extractTerms(workspace, translator, whole)))
  for (const form of before.slice(0, 100)) given(await addTerm(workspace, translator, { term: fields(form) }))
  assert.deepEqual(
    formsOf(given(await extractTerms(workspace, translator, { document: null, limit: 200 }))),
    before.slice(100, 300),
  )
})
