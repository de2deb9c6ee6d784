import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { listDocuments } from './document-list.ts'
import { exportDocument } from './export.ts'
import { importDocument } from './import.ts'
import { compareVersion, replaceSource } from './new-version.ts'
import { changeSegment } from './segments.ts'

const agency = (texts: string) =>
  textFile(
    `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<file original="a.docx" datatype="x" source-language="zh-CN" target-language="en-US"><body>${texts}</body></file></xliff>`,
    'agency.sdlxliff',
  )

const twoSentences = `<trans-unit id="t1"><source>水网建成。投资3亿元。</source>
<seg-source><mrk mtype="seg" mid="1">水网建成。</mrk><mrk mtype="seg" mid="2">投资<g id="5">3亿元</g>，明年继续。</mrk></seg-source>
<target><mrk mtype="seg" mid="1">The network is complete.</mrk></target><note from="Zhang">Which network?</note>
<sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>
<trans-unit id="t2" translate="no"><source>表1</source></trans-unit>`

async function officeWithAgencyFile(texts = twoSentences) {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator } = office
  const file = agency(texts)
  const imported = given(await importDocument(workspace, translator, file))
  const { id: document } = imported
  const send = async (person: typeof translator, command: Parameters<typeof changeSegment>[2]['command']) =>
    changeSegment(workspace, person, { document, command })
  const out = async () => {
    const { content, filename } = given(
      await exportDocument(workspace, translator, { document, format: 'bilingual-xliff' }),
    )
    return { text: new TextDecoder().decode(content), filename }
  }
  return { ...office, file, imported, document, send, out }
}

test('the sentences of an agency’s file are ours as given, its English is a draft of nobody here, whatever it calls it', async () => {
  const { workspace, translator, reviser, imported, document, send } = await officeWithAgencyFile()
  assert.deepEqual(
    imported.notices.map(({ code, params }) => [code, params.count]),
    [
      ['english-brought', '1'],
      ['units-locked', '1'],
    ],
  )
  const { blocks } = (await stateOf(workspace, document)).document
  assert.deepEqual(
    segmentsOf({ blocks }).map(({ id, source }) => [id, plain(source)]),
    [
      ['b1.s1', '水网建成。'],
      ['b1.s2', '投资3亿元，明年继续。'],
    ],
  )
  const first = await segmentOf(workspace, document, 'b1.s1')
  assert.deepEqual([plain(first.target), first.state, first.authors], ['The network is complete.', 'initial', []])
  assert.deepEqual(first.draft?.origin, { type: 'file', filename: 'agency.sdlxliff', state: 'ApprovedSignOff' })
  assert.deepEqual(
    first.comments.map(({ by, text }) => [by, text]),
    [[translator.id, 'Zhang: Which network?']],
  )
  assert.equal(codeOf(await send(reviser, { type: 'revise', segment: 'b1.s1', base: 1 })), 'segment-not-translated')
  const { documents } = given(await listDocuments(workspace, translator))
  assert.deepEqual(documents.find(({ id }) => id === document)?.drafts, { memory: 0, machine: 0, file: 1 })
})

test('it goes back in its own shape: states as its maker has them, the rest to the byte', async () => {
  const { translator, reviser, send, out, file } = await officeWithAgencyFile()
  assert.equal((await out()).text, new TextDecoder().decode(file.bytes))
  given(await send(translator, { type: 'translate', segment: 'b1.s1', base: 1 }))
  given(await send(reviser, { type: 'revise', segment: 'b1.s1', base: 2 }))
  const target = [
    'Investment is ',
    { type: 'open', id: '5', data: '' },
    'RMB 300 million',
    { type: 'close', id: '5', data: '' },
    '; it goes on next year.',
  ] as const
  given(await send(translator, { type: 'translate', segment: 'b1.s2', base: 0, target }))
  const { text, filename } = await out()
  assert.match(filename, /\.en\.sdlxliff$/)
  const expected = new TextDecoder()
    .decode(file.bytes)
    .replace(
      'complete.</mrk>',
      'complete.</mrk><mrk mtype="seg" mid="2">Investment is <g id="5">RMB 300 million</g>; it goes on next year.</mrk>',
    )
    .replace('conf="ApprovedSignOff"', 'conf="ApprovedTranslation"')
    .replace('<sdl:seg id="2"/>', '<sdl:seg id="2" conf="Translated"/>')
  assert.equal(text, expected)
})

test('what the file keeps apart is not joined; what was split here is, and goes back as one', async () => {
  const { translator, send, out } = await officeWithAgencyFile()
  const joined = { type: 'join', segment: 'b1.s1', base: 1, nextBase: 0 } as const
  assert.equal(codeOf(await send(translator, joined)), 'join-given')
  given(await send(translator, { type: 'split', segment: 'b1.s2', base: 0, at: 6 }))
  for (const [segment, english] of [
    ['b1.s3', 'RMB 300 million invested,'],
    ['b1.s4', 'and on it goes.'],
  ] as const) {
    const codes = segment === 'b1.s3' ? (['open', 'close'] as const).map((type) => ({ type, id: '5', data: '' })) : []
    given(await send(translator, { type: 'edit', segment, base: 1, target: [...codes, english] }))
  }
  assert.match((await out()).text, /mid="2"><g id="5"><\/g>RMB 300 million invested, and on it goes\.<\/mrk>/)
  given(await send(translator, { type: 'join', segment: 'b1.s3', base: 2, nextBase: 2 }))
})

test('a later delivery over the first brings its English for new sentences, and leaves what people have written', async () => {
  const { workspace, translator, document, send, out } = await officeWithAgencyFile()
  given(await send(translator, { type: 'translate', segment: 'b1.s1', base: 1, target: ['The water network stands.'] }))
  const later = agency(
    twoSentences
      .replace('<mrk mtype="seg" mid="2">', '<mrk mtype="seg" mid="9">水质改善。</mrk>$&')
      .replace('</mrk></target>', '</mrk><mrk mtype="seg" mid="9">The water is better.</mrk></target>'),
  )
  const { sequence, counts } = given(await compareVersion(workspace, translator, { document, file: later }))
  assert.deepEqual([counts.new, counts.unchanged], [1, 2])
  given(await replaceSource(workspace, translator, { document, file: later, sequence }))
  const state = await stateOf(workspace, document)
  assert.deepEqual(
    segmentsOf(state.document).map(({ id, source }) => [plain(source), plain(state.segments.get(id)?.target ?? [])]),
    [
      ['水网建成。', 'The water network stands.'],
      ['水质改善。', 'The water is better.'],
      ['投资3亿元，明年继续。', ''],
    ],
  )
  assert.match(
    (await out()).text,
    /mid="1">The water network stands\.<\/mrk><mrk mtype="seg" mid="9">The water is better/,
  )
})

test('a later delivery brings its English for the sentence it is of, where one before it was split here', async () => {
  const { workspace, translator, document, send } = await officeWithAgencyFile()
  given(await send(translator, { type: 'split', segment: 'b1.s2', base: 0, at: 6 }))
  const later = agency(
    `${twoSentences}<trans-unit id="t3"><source>水质改善。</source><target>The water is better.</target></trans-unit>
<trans-unit id="t4"><source>明年完工。</source><target>It ends next year.</target></trans-unit>`,
  )
  const { sequence } = given(await compareVersion(workspace, translator, { document, file: later }))
  given(await replaceSource(workspace, translator, { document, file: later, sequence }))
  const { segments, document: now } = await stateOf(workspace, document)
  assert.deepEqual(
    segmentsOf(now).map(({ id, source }) => [plain(source), plain(segments.get(id)?.target ?? [])]),
    [
      ['水网建成。', 'The network is complete.'],
      ['投资3亿元，', ''],
      ['明年继续。', ''],
      ['水质改善。', 'The water is better.'],
      ['明年完工。', 'It ends next year.'],
    ],
  )
})

test('an XLIFF is known by its root, whatever its name', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const { bytes } = agency(twoSentences)
  for (const filename of ['renamed.txt', 'bare', 'agency.xml']) {
    const text = new TextDecoder().decode(bytes).replace('a.docx', filename)
    const { id } = given(await importDocument(workspace, translator, textFile(text, filename)))
    assert.equal((await stateOf(workspace, id)).document.origin.format, 'bilingual-xliff')
  }
})

test('a file that went out from here makes no second document: it is told where it belongs', async () => {
  const { workspace, translator, document } = await officeWithAgencyFile()
  const { content } = given(await exportDocument(workspace, translator, { document, format: 'xliff' }))
  const answer = await importDocument(workspace, translator, { filename: 'out.xlf', bytes: content })
  assert.ok(isRefusal(answer))
  assert.deepEqual([answer.code, answer.params.document], ['file-went-out', document])
  const elsewhere = await openOffice(createMemoryDoors())
  given(await importDocument(elsewhere.workspace, elsewhere.translator, { filename: 'out.xlf', bytes: content }))
})

test('every tool’s file of the fixtures comes in, and goes back to the byte where nobody has worked on it', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  for (const name of ['plain.xlf', 'studio.sdlxliff', 'memoq.mqxliff', 'phrase.mxliff', 'okapi.xlf', 'two.xlf']) {
    const bytes = new Uint8Array(
      readFileSync(new URL(`../../formats/xliff/incoming/fixtures/${name}`, import.meta.url)),
    )
    const { id: document } = given(await importDocument(workspace, translator, { filename: name, bytes }))
    const { content } = given(await exportDocument(workspace, translator, { document, format: 'bilingual-xliff' }))
    // English of a match of the very text is a draft where the file has none, and goes into the file.
    if (name !== 'plain.xlf') assert.deepEqual(Buffer.from(content), Buffer.from(bytes), name)
    else
      assert.match(
        new TextDecoder().decode(content),
        /<target state="needs-review-translation">Saving water comes first/,
      )
  }
})
