import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph, run, wordFile } from '../formats/docx/fixtures/build.ts'
import { formats } from '../formats/registry.ts'
import type { MemoryPair } from '../model/match.ts'
import { isRefusal } from '../model/refusal.ts'
import type { OutgoingTerm } from '../ports/glossary-row.ts'
import { createWriteFile, type Writing } from '../workspace/core/writing.ts'
import { createFileThreads, fileThreadLimits, type ThreadLimits } from './file-threads.ts'
import { createWriteApart } from './writing.ts'

const here = createWriteFile(formats)

const terms = Array.from({ length: 3_000 }, (_, index): OutgoingTerm => {
  const renderings = [{ text: `term ${index}`, status: 'preferred' } as const]
  return { source: [`词语${index}号`], renderings, status: 'approved', domain: '', note: '=1+1', authority: '' }
})
const pairs = Array.from({ length: 5_000 }, (_, index): MemoryPair => {
  return { source: `第${index}项工作。`, target: `Task ${index}.`, origin: 'document:d1' }
})
const blocks = Array.from({ length: 4_000 }, (_, index) => ({
  id: `b${index}`,
  kind: 'paragraph' as const,
  parts: [{ type: 'segment' as const, id: `b${index}.s1`, source: [`第${index}项工作。`] }],
}))
const origin = { format: 'text', filename: 'a.txt', sha256: '' }
const stamp = { by: 'p1', at: '2026-03-01T08:00:00.000Z' }
const document = { id: 'd1', title: '工作', sourceLanguage: 'zh-CN', targetLanguage: 'en', origin, blocks } as const
const segments = blocks.map(({ id: block, parts: [part] }) => {
  const { id, source } = part as { id: string; source: readonly string[] }
  const people = { authors: ['p1'], translated: stamp, waivers: [], comments: [] }
  return [id, { id, block, source, target: ['Task.'], state: 'translated' as const, version: 1, ...people }] as const
})
const state = {
  document,
  imported: stamp,
  segments: new Map(segments),
  tombstones: {},
  touchedSinceSignOff: false,
  releases: [],
  sequence: 1,
  head: '',
}
const term = { ...(terms[0] as OutgoingTerm), id: 't1' }
const aids = {
  terms: new Map(blocks.map(({ id }) => [`${id}.s1`, [{ term, form: '词语', from: 0, to: 2 }]])),
  matches: new Map([['b1.s1', [{ type: 'exact' as const, score: 100, pair: pairs[1] as MemoryPair }]]]),
  names: new Map([['p1', 'Tan Yue']]),
}
const writings: readonly Writing[] = [
  { target: { type: 'glossary', format: 'csv' }, contents: terms },
  { target: { type: 'glossary', format: 'tbx' }, contents: terms },
  { target: { type: 'glossary', format: 'none' }, contents: terms },
  { target: { type: 'export', name: 'xliff' }, contents: { state, ...aids } },
  { target: { type: 'export', name: 'json' }, contents: state },
  { target: { type: 'export', name: 'tmx' }, contents: pairs },
  { target: { type: 'export', name: 'figures' }, contents: [] },
  {
    target: { type: 'own-shape' },
    contents: {
      filename: 'a.docx',
      bytes: await wordFile({ body: blocks.map((_, index) => paragraph(run(`第${index}项工作。`))).join('') }),
      blocks,
      wordings: new Map(
        blocks.map(({ id }, index) => [`${id}.s1`, { target: [`Task ${index}.`], state: 'initial' as const }]),
      ),
      options: { draftNotice: 'DRAFT' },
    },
  },
]

for (const writing of writings) {
  const { target } = writing
  const name = target.type === 'glossary' ? target.format : target.type === 'export' ? target.name : target.type
  test(`${name} is written apart as it is written here`, async () => {
    const [apart, direct] = [await createWriteApart(createFileThreads())(writing), await here(writing)]
    if (isRefusal(apart) || isRefusal(direct)) assert.deepEqual(apart, direct)
    else assert.ok(Buffer.from(apart).equals(Buffer.from(direct)))
  })
}

test('a workbook written apart can be read again', async () => {
  const bytes = await createWriteApart(createFileThreads())({
    target: { type: 'glossary', format: 'xlsx' },
    contents: terms,
  })
  assert.ok(!isRefusal(bytes))
  const glossary = await formats.glossaries[1].read(bytes)
  assert.ok(!isRefusal(glossary))
  assert.equal(glossary.rows.length, terms.length)
})

test('a file that takes too long, or too much memory, is refused and leaves nothing running', async () => {
  const code = async (limits: ThreadLimits) => {
    const written = await createWriteApart(createFileThreads(limits))({
      target: { type: 'glossary', format: 'xlsx' },
      contents: terms,
    })
    return isRefusal(written) ? written.code : 'written'
  }
  assert.equal(await code({ ...fileThreadLimits, seconds: 0.001 }), 'export-too-slow')
  assert.equal(await code({ ...fileThreadLimits, megabytes: 8 }), 'export-too-demanding')
})

test('contents that cannot be handed over are a fault, and the next file is written', async () => {
  const write = createWriteApart(createFileThreads())
  // biome-ignore lint/suspicious/noExplicitAny: what no types allow
  const broken = { target: { type: 'export', name: 'tmx' }, contents: [{ source: () => '' }] } as any
  await assert.rejects(write(broken))
  assert.ok(!isRefusal(await write({ target: { type: 'export', name: 'tmx' }, contents: pairs })))
})

test('files wait for one another, and too many are refused', async () => {
  const write = createWriteApart(createFileThreads())
  const contents = pairs.slice(0, 1)
  const many = Array.from({ length: 25 }, () => write({ target: { type: 'export', name: 'tmx' }, contents }))
  const refusals = (await Promise.all(many)).filter(isRefusal).map(({ code }) => code)
  assert.ok(refusals.length >= 3 && refusals.every((code) => code === 'export-busy'), String(refusals))
})
