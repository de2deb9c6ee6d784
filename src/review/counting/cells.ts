import {
  type CountCell,
  type CountGroup,
  type CountKey,
  type CountName,
  type Counts,
  countKeys,
  countNames,
  type SomeCounts,
} from '../../model/counts.ts'
import type { Steps } from '../../model/steps.ts'

type Place = Omit<CountCell, 'counts'>

/** Counts by month, draft and person, while they are being added to. */
export interface CellTable {
  add(place: Place, counts: SomeCounts, sign?: 1 | -1): void
  /** Those that are not 0, in the order of month, draft and person. */
  cells(): readonly CountCell[]
}

export function cellTable(before: readonly CountCell[]): CellTable {
  const table = new Map<string, { readonly place: Place; readonly counts: Partial<Record<CountName, number>> }>()
  const keyOf = ({ month, engine, person }: Place) => JSON.stringify([month, engine, person])
  for (const { counts, ...place } of before) table.set(keyOf(place), { place, counts: { ...counts } })
  return {
    add({ month, engine, person }, added, sign = 1) {
      const place = { month, engine, person }
      const key = keyOf(place)
      const counts: Partial<Record<CountName, number>> = table.get(key)?.counts ?? {}
      table.set(key, { place, counts })
      for (const name of countNames) {
        const count = added[name]
        if (count) counts[name] = (counts[name] ?? 0) + sign * count
      }
    },
    cells: () =>
      [...table]
        .map(([key, { place, counts }]) => ({ key, cell: { ...place, counts: withoutZeros(counts) } }))
        .filter(({ cell }) => Object.keys(cell.counts).length > 0)
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ cell }) => cell),
  }
}

function withoutZeros(counts: SomeCounts): SomeCounts {
  const rest: Partial<Record<CountName, number>> = {}
  for (const name of countNames) if (counts[name]) rest[name] = counts[name]
  return rest
}

export function noCounts(): Record<CountName, number> {
  return {
    importedSentences: 0,
    importedCharacters: 0,
    draftedSentences: 0,
    draftedCharacters: 0,
    confirmedSentences: 0,
    confirmedCharacters: 0,
    confirmedWords: 0,
    revisedSentences: 0,
    revisedCharacters: 0,
    returnedSentences: 0,
    returnedCharacters: 0,
    signedSentences: 0,
    signedCharacters: 0,
    publishedSentences: 0,
    publishedCharacters: 0,
    translatingMilliseconds: 0,
    translatingSteps: 0,
    translatingTimed: 0,
    revisingMilliseconds: 0,
    revisingSteps: 0,
    revisingTimed: 0,
    postEditSentences: 0,
    postEditUnchanged: 0,
    postEditEdits: 0,
    postEditCharacters: 0,
    assessedSentences: 0,
    assessedWords: 0,
    assessedCharacters: 0,
    neutralIssues: 0,
    minorIssues: 0,
    majorIssues: 0,
    criticalIssues: 0,
  }
}

function addCounts(sum: Record<CountName, number>, counts: SomeCounts): void {
  for (const name of countNames) sum[name] += counts[name] ?? 0
}

/** A cell of a document. */
export type DocumentCell = CountCell & { readonly document: string }

/** Cells of many documents in groups by some keys, in no order, and the sum of all; a thousand cells a step. */
export function* groupSteps(
  cells: Iterable<DocumentCell>,
  by: readonly CountKey[],
): Steps<{ readonly groups: readonly CountGroup[]; readonly total: Counts }> {
  const groups = new Map<string, { readonly key: CountGroup['key']; readonly counts: Record<CountName, number> }>()
  const total = noCounts()
  const under = (cell: DocumentCell, key: CountKey) => (by.includes(key) ? cell[key] : null)
  let done = 0
  for (const cell of cells) {
    const values = countKeys.map((key) => under(cell, key))
    const name = JSON.stringify(values)
    const known = groups.get(name)
    const group = known ?? { key: keyOf((key) => under(cell, key)), counts: noCounts() }
    if (known === undefined) groups.set(name, group)
    addCounts(group.counts, cell.counts)
    addCounts(total, cell.counts)
    done += 1
    if (done % 1000 === 0) yield
  }
  return { groups: [...groups.values()], total }
}

function keyOf(value: (key: CountKey) => string | null): CountGroup['key'] {
  return { month: value('month'), document: value('document'), engine: value('engine'), person: value('person') }
}
