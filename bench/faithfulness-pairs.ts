/** What `bench:faithfulness` measures with: pairs of a folder, the documents they are of, and the shipped glossary. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SegmentContext } from '../src/checks/check.ts'
import { readGlossary } from '../src/formats/csv/glossary-csv.ts'
import { plainStyle } from '../src/model/house-style.ts'
import { isRefusal } from '../src/model/refusal.ts'
import type { Term } from '../src/model/term.ts'
import { createRecogniser } from '../src/terms/recognition/recognise.ts'

/** A pair; a wrong one has a kind, and an id that ends in `~` and the id of the right pair. */
export interface Pair {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly kind?: string
}

const glossary = readGlossary(readFileSync(new URL('../glossary/zh-CN_en.csv', import.meta.url)))
if (isRefusal(glossary)) throw new Error(glossary.code)
export const terms = glossary.map((fields, index): Term => ({ ...fields, id: `t${index}` }))
const recognise = createRecogniser(terms)

// biome-ignore lint/plugin/no-cast: the corpora have this form
const pairOf = (line: string) => JSON.parse(line) as Pair

export function pairsIn(folder: string, file: string): readonly Pair[] {
  return readFileSync(join(folder, file), 'utf8').trim().split('\n').map(pairOf)
}

export function contextOf({ id, zh, en }: Pair): SegmentContext {
  return { segment: id, kind: 'paragraph', source: zh, target: en, terms: recognise(zh), style: plainStyle }
}

/** The id of the right pair, of a wrong one. */
export function rightOf({ id }: Pair): string {
  return id.slice(id.lastIndexOf('~') + 1)
}

/** The document of a pair: what stands before the number of its sentence. */
export function documentOf(id: string): string {
  return id.slice(id.lastIndexOf('~') + 1).replace(/-.*$/u, '')
}

export type Documents = ReadonlyMap<string, readonly SegmentContext[]>

export function documentsOf(pairs: readonly Pair[]): Documents {
  return Map.groupBy(pairs.map(contextOf), ({ segment }) => documentOf(segment))
}

/** A wrong pair, and its document with it in the place of the right one. */
export function inPlace(
  documents: Documents,
  pair: Pair,
): { readonly context: SegmentContext; readonly contexts: readonly SegmentContext[] } {
  const id = rightOf(pair)
  const context = contextOf({ ...pair, id })
  const contexts = (documents.get(documentOf(id)) ?? []).map((each) => (each.segment === id ? context : each))
  return { context, contexts }
}

export function percent(part: number, whole: number, digits = 2): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(digits)}%`
}
