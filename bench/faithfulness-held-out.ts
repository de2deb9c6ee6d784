/**
 * How well the limits that are set on some documents hold on another. Each measure that has a limit gives every sentence a
 * number; the limit is set on all documents but one, as low as it may be while no more than so many of a hundred right
 * sentences are beyond it, and what is beyond it in that one document is counted: right sentences, and those made wrong.
 */
import type { SegmentContext } from '../src/checks/check.ts'
import { distancesIn } from '../src/checks/content-apart.ts'
import { lengthsOf, usualLengths } from '../src/checks/document-lengths.ts'
import { missingParts } from '../src/checks/missing-parts.ts'
import { atOnce } from '../src/model/steps.ts'
import {
  type Documents,
  documentOf,
  documentsOf,
  inPlace,
  pairsIn,
  percent,
  type rightOf,
} from './faithfulness-pairs.ts'

type Measure = (contexts: readonly SegmentContext[]) => readonly (number | null)[]

function deviationsIn(contexts: readonly SegmentContext[]): readonly (number | null)[] {
  const lengths = contexts.map(lengthsOf)
  const usual = usualLengths(lengths)
  return lengths.map((each) => (usual === null || each.english === 0 ? null : Math.abs(usual.deviations(each))))
}

/** Each measure, and beyond its limit how many of a hundred right sentences may be. */
const measures: Readonly<Record<string, { readonly of: Measure; readonly most: number }>> = {
  'content-missing, content-list': {
    of: (contexts) => atOnce(missingParts(contexts)).map((part) => part?.odds ?? null),
    most: 2,
  },
  'content-apart': { of: (contexts) => atOnce(distancesIn(contexts)), most: 0.3 },
  'length-short, length-long': { of: deviationsIn, most: 0.5 },
}

const kinds = ['sentence-dropped', 'tail-cut', 'clause-dropped', 'item-dropped', 'wrong-sentence']

/** The least limit that no more than this share of numbers is at or above. */
function limitFor(numbers: readonly number[], most: number): number {
  const sorted = numbers.toSorted((a, b) => b - a)
  return sorted[Math.floor((most / 100) * sorted.length)] ?? 0
}

export function heldOut(folder: string): void {
  const documents = documentsOf(pairsIn(folder, 'clean.jsonl'))
  const wrong = pairsIn(folder, 'content.jsonl').filter(({ kind = '' }) => kinds.includes(kind))
  for (const [name, { of, most }] of Object.entries(measures)) {
    const right = new Map([...documents].map(([document, contexts]) => [document, of(contexts)]))
    const numbers = wrong.map((pair) => ({ ...pair, number: numberOf(documents, pair, of) }))
    console.log(`${name}: at most ${most} of a hundred right sentences where the limit is set`)
    for (const document of documents.keys()) {
      const others = [...right].filter(([other]) => other !== document).flatMap(([, each]) => each)
      const limit = limitFor(
        others.map((number) => number ?? -Infinity),
        most,
      )
      const here = right.get(document) ?? []
      const beyond = here.filter((number) => number !== null && number > limit).length
      const caught = kinds.map((kind) => {
        const all = numbers.filter((pair) => pair.kind === kind && documentOf(pair.id) === document)
        return `${kind} ${percent(all.filter(({ number }) => number > limit).length, all.length, 0)}`
      })
      console.log(
        `  ${document}: limit ${limit.toFixed(2)}, right ${percent(beyond, here.length)}; ${caught.join(', ')}`,
      )
    }
  }
}

function numberOf(documents: Documents, pair: Parameters<typeof rightOf>[0], of: Measure): number {
  const { context, contexts } = inPlace(documents, pair)
  return of(contexts)[contexts.indexOf(context)] ?? -Infinity
}
