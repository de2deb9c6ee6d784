import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../../model/refusal.ts'
import { readBy } from '../../ports/format.ts'
import { formats } from '../registry.ts'
import { writeTmx } from '../tmx/write-tmx.ts'

const readFile = (text: string, filename: string) =>
  readBy(formats.pairs, { filename, bytes: new TextEncoder().encode(text) })
const read = async (text: string, filename: string) => {
  const finished = await readFile(text, filename)
  return isRefusal(finished) ? finished : finished.pairs
}
const pair = { zh: '新建3座桥。', en: 'Three bridges were built.' }

test('pairs come from JSON lines, tab-separated lines and TMX', async () => {
  assert.deepEqual(await read(`${JSON.stringify({ id: 'a', ...pair })}\r\n\n`, 'x.jsonl'), [{ id: 'a', ...pair }])
  assert.deepEqual(await read(`${pair.zh}\t${pair.en}\n`, 'X.TSV'), [{ id: '1', ...pair }])
  const tmx = writeTmx([{ source: pair.zh, target: pair.en, origin: 'test' }])
  assert.deepEqual(await read(tmx, 'x.tmx'), [{ id: '1', ...pair }])
})

test('a line that is no pair refuses the file with its number', async () => {
  for (const [name, text] of [
    ['x.jsonl', `${JSON.stringify({ id: 'a', ...pair })}\n{"id":"b","zh":"三"}`],
    ['x.jsonl', `${JSON.stringify({ id: 'a', ...pair })}\n[`],
    ['x.tsv', `${pair.zh}\t${pair.en}\n${pair.zh}`],
  ] as const) {
    const refusal = await read(text, name)
    assert.ok(isRefusal(refusal))
    assert.deepEqual([refusal.code, refusal.params.line], ['file-malformed', '2'])
  }
  const unknown = await read('x', 'x.docx')
  assert.ok(isRefusal(unknown) && unknown.code === 'file-format-unknown')
})

const version2 = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"
  version="2.0" srcLang="zh-CN" trgLang="en"><file id="f"><unit id="u1">
  <mtc:matches><mtc:match ref="#s1"><source>旧</source><target>old</target></mtc:match></mtc:matches>
  <segment id="s1"><source>新建<pc id="1">3座</pc>桥。</source><target>Three <ph id="2"/>bridges.</target></segment>
  <ignorable><source> </source></ignorable>
  <segment><source>又<cp hex="0007"/><cp hex="FFFFFF"/>建5座。</source></segment></unit></file></xliff>`
const version1 = (source: string, target: string) => `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file source-language="${source}" target-language="${target}" original="x" datatype="plaintext"><body>
<group><trans-unit id="a"><source>新建<bpt id="1">&lt;b></bpt>3座<ept id="1">&lt;/b></ept>桥。</source>
<target>Three bridges.</target><alt-trans><source>旧</source><target>old</target></alt-trans></trans-unit></group>
<trans-unit id="b"><source>一。二。</source>
<seg-source><mrk mtype="seg" mid="0">一。</mrk><mrk mtype="seg" mid="1">二。</mrk></seg-source>
<target><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1"><g id="9">Two.</g></mrk></target></trans-unit>
</body></file></xliff>`

test('pairs come from XLIFF of any tool: 1.2 and 2.x, without codes, matches and alternatives', async () => {
  assert.deepEqual(await read(version2, 'x.xlf'), [
    { id: 'u1/s1', zh: '新建3座桥。', en: 'Three bridges.' },
    { id: 'u1/2', zh: '又\u0007\ufffd建5座。', en: '' },
  ])
  const pairs = [
    { id: 'a', zh: '新建3座桥。', en: 'Three bridges.' },
    { id: 'b/0', zh: '一。', en: 'One.' },
    { id: 'b/1', zh: '二。', en: 'Two.' },
  ]
  assert.deepEqual(await read(version1('zh-CN', 'en'), 'x.xliff'), pairs)
  assert.deepEqual(
    await read(version1('en', 'zh-CN'), 'x.xliff'),
    pairs.map(({ id, zh, en }) => ({ id, zh: en, en: zh })),
  )
})

test('what is no XLIFF is refused with a reason', async () => {
  const codeOf = async (text: string) => {
    const pairs = await read(text, 'x.xlf')
    return isRefusal(pairs) ? pairs.code : pairs.length
  }
  assert.equal(await codeOf('<html/>'), 'file-format-unknown')
  assert.equal(await codeOf('<xliff version="1.2"><file>'), 'file-malformed')
  assert.equal(await codeOf('<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"/>'), 'file-unsafe')
  assert.equal(await codeOf('<xliff version="1.2"><file><body/></file></xliff>'), 0)
})

const unit = (...variants: readonly (readonly [language: string, text?: string])[]) =>
  `<tu>${variants.map(([language, text]) => `<tuv xml:lang="${language}">${text === undefined ? '' : `<seg>${text}</seg>`}</tuv>`).join('')}</tu>`
const tmxOf = (...units: readonly string[]) =>
  `<?xml version="1.0"?><tmx version="1.4"><header segtype="sentence"/><body>${units.join('')}</body></tmx>`

test('a unit of a TMX whose English is empty is a pair, and what has no Chinese or no English is counted', async () => {
  const finished = await readFile(
    tmxOf(
      unit(['cmn-Hans-CN', pair.zh], ['eng', pair.en]),
      unit(['zh_CN', pair.zh], ['en-US', '']),
      unit(['zh-CN'], ['en', pair.en]),
      unit(['zh-CN', pair.zh], ['fr', 'Trois ponts.']),
    ),
    'x.tmx',
  )
  assert.deepEqual(finished, {
    pairs: [
      { id: '1', ...pair },
      { id: '2', ...pair, en: '' },
    ],
    skipped: 2,
    locked: 0,
    notices: [],
  })
})

test('files in other languages are refused with the languages they name', async () => {
  const languagesOf = async (text: string, name: string) => {
    const refusal = await readFile(text, name)
    return isRefusal(refusal) && refusal.code === 'languages-wrong' ? refusal.params.languages : refusal
  }
  assert.equal(await languagesOf(version1('de', 'fr'), 'x.xlf'), 'de, fr')
  assert.equal(await languagesOf(version1('zh-CN', 'fr'), 'x.xlf'), 'zh-CN, fr')
  assert.equal(await languagesOf(version1('ja', 'en'), 'x.xlf'), 'ja, en')
  assert.equal(await languagesOf(version2.replace('"zh-CN"', '"de"'), 'x.xlf'), 'de, en')
  assert.equal(await languagesOf(tmxOf(unit(['de', 'Drei'], ['fr', 'Trois'])), 'x.tmx'), 'de, fr')
  for (const [source, target] of [
    ['zh-Hans', 'en-GB'],
    ['cmn-CN', 'eng'],
    ['en', 'zh'],
    ['zh-CN', ''],
  ] as const) {
    const finished = await readFile(version1(source, target), 'x.xlf')
    assert.ok(!isRefusal(finished) && finished.pairs[0]?.[source === 'en' ? 'en' : 'zh'].startsWith('新建'))
  }
})

test('XLIFF is known by its root, whatever its ending', async () => {
  for (const name of ['x.sdlxliff', 'x.mqxliff', 'x.mxliff', 'x.xlz.bak', 'x'])
    assert.deepEqual(
      (await readFile(version1('zh-CN', 'en'), name)) as object,
      await readFile(version1('zh-CN', 'en'), 'x.xlf'),
    )
  const memory = writeTmx([{ source: pair.zh, target: pair.en, origin: 'test' }])
  assert.deepEqual(await read(`<!-- a --> ${memory}`.replace(/<\?xml.*\?>/, ''), 'x.memory'), [{ id: '1', ...pair }])
})

test('units that are not to be translated are counted, not read; what a revision deleted is no text', async () => {
  const file = (body: string) =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="zh" target-language="en" original="x" datatype="x"><body>${body}</body></file></xliff>`
  const unitOf = (id: string, more: string, target: string) =>
    `<trans-unit id="${id}"${more}><source>新建3座桥。</source><target>${target}</target></trans-unit>`
  const finished = await readFile(
    file(
      `${unitOf('a', ' translate="no"', '新建3座桥。')}<group translate="no">${unitOf('b', '', 'x')}${unitOf('c', ' translate="yes"', pair.en)}</group>${unitOf(
        'd',
        '',
        '<mrk mtype="x-sdl-added">Three</mrk><mrk mtype="x-sdl-deleted">Four <mrk mtype="x">old</mrk></mrk> bridges.',
      )}`,
    ),
    'x.sdlxliff',
  )
  assert.deepEqual(finished, {
    pairs: [
      { id: 'c', ...pair },
      { id: 'd', zh: pair.zh, en: 'Three bridges.' },
    ],
    skipped: 0,
    locked: 2,
    notices: [{ code: 'units-locked', params: { count: '2' } }],
  })
})
