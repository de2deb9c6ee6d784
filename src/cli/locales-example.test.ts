import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
// @ts-expect-error: the package has no types
import { js2xliff, xliff2js } from 'xliff'
import { duizhao } from './testing/run.ts'

/**
 * A worked example: the words of this product go out to XLIFF, are translated in the objects of the `xliff` package, which
 * people with i18next use, and come back as JSON in the shape of the Chinese file.
 */

const folder = mkdtempSync(join(tmpdir(), 'duizhao-locales-'))
after(() => rmSync(folder, { recursive: true }))
const path = (file: string, name: string) => join(folder, `${file}.${name}`)
const locales = join(import.meta.dirname, '../../locales')

type Words = string | { readonly [name: string]: Words }
const read = (language: string, file: string): Words => JSON.parse(readFileSync(join(locales, language, file), 'utf8'))

/** The texts with their paths, in the order of the file. */
function textsOf(words: Words, at: readonly string[] = []): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[at.join(' '), words]]
  return Object.entries(words).flatMap(([name, value]) => textsOf(value, [...at, name]))
}

interface Code {
  readonly Standalone: { readonly id: string; readonly dataRef: string }
}
type Content = string | readonly (string | Code)[]
interface Unit {
  readonly source: Content
  readonly additionalElements?: readonly Element[]
}
interface Element {
  readonly name?: string
  readonly text?: string
  readonly attributes?: { readonly id?: string }
  readonly elements?: readonly Element[]
}

const withoutBlanks = (text: string) => text.replace(/\s/g, '')

/** What each code of a unit stands for, as its original data say: a code may come more than once. */
function dataOf({ additionalElements = [] }: Unit): ReadonlyMap<string, string> {
  const data = additionalElements.find(({ name }) => name === 'originalData')?.elements ?? []
  return new Map(data.map(({ attributes, elements }) => [attributes?.id ?? '', elements?.[0]?.text ?? '']))
}

/** The source of a unit as it stands in the file. */
function sourceOf(unit: Unit): string {
  const data = dataOf(unit)
  const parts = typeof unit.source === 'string' ? [unit.source] : unit.source
  return parts.map((part) => (typeof part === 'string' ? part : (data.get(part.Standalone.dataRef) ?? ''))).join('')
}

/** An English text with the codes of its unit in place of what is filled in; `left` are codes it has no place for. */
function targetOf(english: string, unit: Unit): { readonly target: Content; readonly left: number } {
  const data = dataOf(unit)
  const codes = typeof unit.source === 'string' ? [] : unit.source.filter((part) => typeof part !== 'string')
  let rest: readonly (string | Code)[] = [english]
  let left = 0
  for (const code of codes) {
    const text = data.get(code.Standalone.dataRef) ?? ''
    const at = rest.findIndex((part) => typeof part === 'string' && part.includes(text))
    const found = rest[at]
    if (typeof found !== 'string') {
      left += 1
      continue
    }
    const start = found.indexOf(text)
    const around = [found.slice(0, start), code, found.slice(start + text.length)]
    rest = [...rest.slice(0, at), ...around, ...rest.slice(at + 1)]
  }
  return { target: rest.filter((part) => part !== ''), left }
}

for (const file of readdirSync(join(locales, 'zh-CN'))) {
  test(`${file} goes to XLIFF, through the package, and back as JSON`, async () => {
    const [out, back, made] = [path(file, 'out.xlf'), path(file, 'back.xlf'), path(file, 'made.json')]
    const source = join(locales, 'zh-CN', file)
    const extracted = await duizhao(['extract', source, '--segmentation', 'paragraph', '--out', out], {})
    assert.equal(extracted.code, 0, extracted.err)

    const chinese = textsOf(read('zh-CN', file))
    const english = new Map(textsOf(read('en', file)))
    const keysOf = Map.groupBy(chinese, ([, text]) => withoutBlanks(text))
    const { resources, ...rest } = await xliff2js(readFileSync(out, 'utf8'))
    const [units = {}] = Object.values<Record<string, Unit>>(resources)
    // The package makes a unit of what stands beside the units.
    const { _additionalElements: _, ...own } = units
    const come = new Set<string>()
    const translated = Object.entries(own).flatMap(([id, unit]) => {
      const source = sourceOf(unit)
      const [key = '', text] = keysOf.get(withoutBlanks(source))?.shift() ?? []
      const { target, left } = targetOf(english.get(key) ?? '', unit)
      // What stays: white space that the package takes off makes another source; the English has no place for a code; or
      // English has no such plural form.
      if (source === text && left === 0 && english.has(key)) come.add(key)
      return english.has(key) ? [[id, { source: unit.source, target }]] : []
    })
    const words = { ...rest, resources: { words: Object.fromEntries(translated) } }
    writeFileSync(back, await js2xliff(words, { indent: '' }))

    const merged = await duizhao(['merge', source, back, '--out', made], {})
    assert.ok(merged.code === 0 || merged.code === 1, merged.err)
    const written = new Map(textsOf(JSON.parse(readFileSync(made, 'utf8'))))
    assert.deepEqual(
      [...written],
      chinese.map(([key, text]) => [key, come.has(key) ? english.get(key) : text]),
    )
    assert.ok(come.size > 0.95 * chinese.length, `${come.size} of ${chinese.length} came back`)
  })
}
