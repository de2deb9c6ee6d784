import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { refillXliff } from '../../formats/xliff/incoming/refill.ts'
import { isRefusal, type RefusalCode, refusalCodes } from '../../model/refusal.ts'
import { createFileThreads } from '../../server/file-threads.ts'
import { createReadApart } from '../../server/reading.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openOffice, textFile } from '../fixtures/office.ts'
import { importDocument } from './import.ts'

const one = 'urn:oasis:names:tc:xliff:document:1.2'
const two = 'urn:oasis:names:tc:xliff:document:2.0'

/** An XLIFF 1.2 around some units, and one of 2.0. */
const ofOne = (body: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<xliff version="1.2" xmlns="${one}" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="a" datatype="x" source-language="zh-CN" target-language="en"><body>${body}</body></file></xliff>`
const ofTwo = (body: string) =>
  `<xliff version="2.0" xmlns="${two}" srcLang="zh-CN" trgLang="en"><file id="f">${body}</file></xliff>`
const unit = (inside: string) => `<trans-unit id="1">${inside}</trans-unit>`
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('')

const bomb = `<!DOCTYPE xliff [<!ENTITY a "渠渠渠渠渠渠渠渠渠渠">${times(8, (at) => `<!ENTITY ${'bcdefghi'[at]} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)}]>`

/** What is made to do harm, and how each is answered. */
const attacks: readonly (readonly [name: string, answer: RefusalCode | 'taken', make: () => string])[] = [
  ['entities in entities', 'file-unsafe', () => ofOne(unit('<source>&i;</source>'), bomb)],
  [
    'a file of the system',
    'file-unsafe',
    () => ofOne(unit('<source>渠&x;</source>'), '<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  ],
  ['an entity that nobody declares', 'file-malformed', () => ofOne(unit('<source>渠&x;</source>'))],
  ['groups a million deep', 'file-unsafe', () => ofOne('<group>'.repeat(1_000_000))],
  ['pairs a million deep', 'file-unsafe', () => ofOne(unit(`<source>${'<g id="1">'.repeat(1_000_000)}`))],
  [
    'a million attributes',
    'element-crowded',
    () => ofOne(`<trans-unit id="1" ${times(1_000_000, (at) => `a${at}="1" `)}/>`),
  ],
  [
    'English of two million letters',
    'paragraph-too-long',
    () => ofOne(unit(`<source>渠。</source><target>${'x'.repeat(2_000_000)}</target>`)),
  ],
  ['one attribute twice', 'file-malformed', () => ofOne('<trans-unit id="1" id="2"/>')],
  [
    'fifty thousand codes of one id',
    'sentence-crowded',
    () => ofOne(unit(`<source>渠${'<x id="1"/>'.repeat(50_000)}</source>`)),
  ],
  [
    'twenty thousand marked segments of one number, and as many definitions',
    'taken',
    () =>
      ofOne(
        unit(
          `<source>渠</source><seg-source>${'<mrk mtype="seg" mid="1">渠</mrk>'.repeat(20_000)}</seg-source><sdl:seg-defs>${'<sdl:seg id="1" conf="Draft"/>'.repeat(20_000)}</sdl:seg-defs>`,
        ),
      ),
  ],
  [
    'twenty thousand segments, each with a match of the same place',
    'taken',
    () =>
      ofTwo(
        `<unit id="u"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">${'<mtc:match ref="#s" similarity="100"><source>渠</source><target>a</target></mtc:match>'.repeat(20_000)}</mtc:matches>${'<segment id="s"><source>水</source></segment>'.repeat(20_000)}</unit>`,
      ),
  ],
  [
    'thirty thousand sentences',
    'file-too-long',
    () => ofOne(times(30_000, (at) => `<trans-unit id="${at}"><source>渠</source></trans-unit>`)),
  ],
  [
    'a paragraph of a million characters',
    'paragraph-too-long',
    () => ofOne(unit(`<source>${'渠'.repeat(1_000_000)}</source>`)),
  ],
  [
    'three million characters and more',
    'text-too-large',
    () => ofOne(times(40, (at) => `<trans-unit id="${at}"><source>${'渠'.repeat(90_000)}</source></trans-unit>`)),
  ],
  [
    'a thousand notes on one sentence',
    'comments-too-many',
    () => ofOne(unit(`<source>渠</source>${'<note>甲</note>'.repeat(1_000)}`)),
  ],
  [
    'nothing but locked units',
    'file-empty',
    () => ofOne('<trans-unit id="1" translate="no"><source>渠</source></trans-unit>'.repeat(50_000)),
  ],
  ['a root that is none', 'file-format-unknown', () => '<xliff version="9" xmlns="urn:none"/>'],
  ['an unfinished comment', 'file-malformed', () => ofOne(`<!--${' -'.repeat(1_000_000)}`)],
  [
    'ids that are members of every object',
    'taken',
    () =>
      ofOne(
        times(
          3,
          (at) =>
            `<trans-unit id="${['__proto__', 'constructor', 'toString'][at]}"><source>渠</source><target>a</target></trans-unit>`,
        ),
      ),
  ],
]

test('what is made to do harm has a typed answer, and what is refused leaves nothing behind', async () => {
  const kept: string[] = []
  const doors = createMemoryDoors()
  const originals = {
    ...doors.originals,
    keep: (sha256: string, bytes: Uint8Array) => {
      kept.push(sha256)
      return doors.originals.keep(sha256, bytes)
    },
  }
  const { workspace, translator, faults } = await openOffice({ ...doors, originals })
  const before = await workspace.outlines.all()
  let taken = 0
  for (const [name, expected, make] of attacks) {
    const answer = await importDocument(workspace, translator, textFile(make(), `${name}.xlf`))
    assert.equal(isRefusal(answer) ? answer.code : 'taken', expected, name)
    if (!isRefusal(answer)) taken += 1
  }
  assert.equal((await workspace.outlines.all()).length, before.length + taken)
  assert.equal(kept.length, taken)
  assert.deepEqual(faults, [])
})

test('cut at every tenth byte, every tool’s file is read or refused by name, here and written', async () => {
  const codes: ReadonlySet<string> = new Set(refusalCodes)
  const doors = createMemoryDoors()
  const { workspace, translator } = await openOffice(doors)
  const before = (await workspace.outlines.all()).length
  for (const name of ['plain.xlf', 'studio.sdlxliff', 'memoq.mqxliff', 'phrase.mxliff', 'okapi.xlf', 'two.xlf']) {
    const whole = new Uint8Array(
      readFileSync(new URL(`../../formats/xliff/incoming/fixtures/${name}`, import.meta.url)),
    )
    for (let length = 0; length < whole.length - 2; length += 10) {
      const bytes = whole.slice(0, length)
      const answer = await importDocument(workspace, translator, { filename: name, bytes })
      assert.ok(isRefusal(answer) && codes.has(answer.code), `${name}, ${length} bytes`)
      const written = refillXliff(bytes, [{ target: ['a'], state: 'translated' }])
      assert.ok(isRefusal(written) && codes.has(written.code), `${name}, ${length} bytes`)
    }
  }
  assert.equal((await workspace.outlines.all()).length, before)
})

/** Those that cost most. */
const dear = attacks.filter(([name]) => /entities in|deep|million attributes|thousand/.test(name)).slice(0, 7)

test('in the thread of the server the same is answered, within its limits', async () => {
  const threads = createFileThreads()
  const read = createReadApart(threads)
  for (const [name, expected, make] of dear) {
    // What is judged by the workspace, and not by the reader, is taken by the reader.
    const readable: boolean = expected === 'taken' || expected === 'comments-too-many'
    const answer = await read('document', textFile(make(), `${name}.xlf`))
    assert.equal(isRefusal(answer) ? answer.code : 'taken', readable ? 'taken' : expected, name)
  }
  threads.close()
})
