import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../model/refusal.ts'
import type { Readable } from '../ports/format.ts'

/** What the suite must know of a format and cannot ask it. */
export interface FormatCase<Contents> {
  /** A file of the format that holds these texts, each in a block, a pair or a term of its own. */
  readonly fileOf: (texts: readonly string[]) => Uint8Array | Promise<Uint8Array>
  /** All text that was read, in order. */
  readonly textOf: (contents: Contents) => string
  /** Tests that do not apply to this format, each with the reason. */
  readonly skip?: { readonly [Test in FormatTest]?: string }
}

/** The tests of the suite, with what each shows. */
const formatTests = {
  whole: 'every text of a file is read, in order',
  noise: 'any bytes at all are read or refused, and nothing is thrown',
  damage: 'a file with bytes altered, cut off or doubled is read or refused',
  hostile: 'what is made to do harm is read or refused',
  cut: 'a file that was cut off is refused, or read with every text that is whole in it',
} as const
export type FormatTest = keyof typeof formatTests

/** Chinese with marks, figures and characters that markup and tables reserve, for one line. */
const words = fc
  .array(fc.constantFrom('今天', '开工', '，', '3亿元', '“放管服”', '&', '<', 'A', '、', '；', '的'), { minLength: 1 })
  .map((parts) => `渠${parts.join('')}。`)
  // What is not Chinese for the most part, a table may not be taken for Chinese by.
  .filter((text) => 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0) > (text.match(/\p{L}/gu)?.length ?? 0))
const texts = fc.array(words, { minLength: 1, maxLength: 8 })

/** Files that cost a naive reader much time or memory; a format refuses those that are not its own. */
const attacks: readonly (readonly [name: string, make: () => string])[] = [
  ['nothing', () => ''],
  ['white space', () => ' \n\t\r\n'.repeat(1_000)],
  ['zeros', () => '\0'.repeat(100_000)],
  ['one long line', () => '渠'.repeat(400_000)],
  ['many short lines', () => '渠\n'.repeat(120_000)],
  ['separators', () => `source,preferred\n${','.repeat(400_000)}`],
  ['an open quote', () => `source,preferred\n"${'渠,"'.repeat(100_000)}`],
  ['open brackets', () => `渠${'['.repeat(50_000)}`],
  ['quotes in quotes', () => `渠\n${'>'.repeat(50_000)} 渠`],
  ['emphasis', () => `渠\n${'*甲 _乙 '.repeat(20_000)}`],
  ['deep elements', () => `<tmx>${'<a>'.repeat(100_000)}`],
  ['attributes', () => `<tmx ${Array.from({ length: 20_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`],
  ['a prolog of comments', () => `<?xml version="1.0"?><!--${' -'.repeat(100_000)}--><tmx/>`],
  ['entities', () => '<!DOCTYPE tmx [<!ENTITY a "渠渠"><!ENTITY b "&a;&a;">]><tmx>&b;</tmx>'],
  ['a file of the system', () => '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>'],
  ['the head of an archive', () => `PK\u0003\u0004${'\0'.repeat(1_000)}PK\u0005\u0006${'\uffff'.repeat(18)}`],
]

/** The suite that every readable format of the registry runs. */
export function testFormat<Contents>(kind: string, format: Readable<Contents>, of: FormatCase<Contents>): void {
  const { fileOf, textOf, skip = {} } = of
  const read = (bytes: Uint8Array) => format.read(bytes, { filename: `a${format.endings[0]}` })
  const answered = async (bytes: Uint8Array) => assert.ok((await read(bytes)) !== undefined)
  const run = (name: FormatTest, body: () => Promise<void>) =>
    test(`${kind}, ${format.name}: ${formatTests[name]}`, { skip: skip[name] ?? false }, body)
  /** Whether the text contains these parts in order. */
  const holds = (text: string, parts: readonly string[]) => {
    let from = 0
    for (const part of parts) {
      const at = text.indexOf(part, from)
      if (at === -1) return false
      from = at + part.length
    }
    return true
  }

  run('whole', () =>
    fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const contents = await read(await fileOf(list))
        assert.ok(!isRefusal(contents), JSON.stringify(contents))
        assert.ok(holds(textOf(contents), list), textOf(contents))
      }),
    ),
  )

  run('noise', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), answered)))

  run('damage', () =>
    fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat(), fc.nat(255), async (list, from, length, byte) => {
        const bytes = await fileOf(list)
        const at = from % bytes.length
        const to = at + (length % 20)
        const altered = bytes.slice()
        altered[at] = byte
        await answered(altered)
        await answered(Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]))
        await answered(Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]))
      }),
    ),
  )

  for (const [name, make] of attacks) {
    test(`${kind}, ${format.name}: ${formatTests.hostile}: ${name}`, () => answered(new TextEncoder().encode(make())))
  }

  run('cut', () =>
    fc.assert(
      fc.asyncProperty(texts, fc.nat(), async (list, length) => {
        const bytes = await fileOf(list)
        const part = bytes.subarray(0, length % bytes.length)
        const contents = await read(part)
        if (isRefusal(contents)) return
        const whole = new TextDecoder().decode(part)
        let rest = whole
        const complete = list.filter((text) => {
          const at = rest.indexOf(text)
          rest = at === -1 ? rest : rest.slice(at + text.length)
          return at !== -1
        })
        assert.ok(holds(textOf(contents), complete), `${textOf(contents)} of ${whole}`)
      }),
    ),
  )
}
