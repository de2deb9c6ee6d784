import { familyLength } from '../../language/chinese/surnames.ts'
import { comparable, foldLookalikes, foldText } from '../../language/text/fold.ts'
import type { Folded } from '../../language/text/folded.ts'
import { expectDefined } from '../../model/expect.ts'
import type { BackgroundStatistics } from './background.ts'
import { spansOf } from './candidate-spans.ts'
import { compositesOf } from './composites.ts'
import { bestReading, type Placed } from './parse.ts'
import { countRepeats, type Repeats } from './repeats.ts'
import { type Layout, layoutOf, type Run } from './runs.ts'
import { repetitionScore, shapeScore } from './score.ts'
import { type Token, tokensOf } from './tokens.ts'
import { weights } from './weights.ts'

/** A place of a form: the number of its text, and offsets in UTF-16 units. */
export interface CandidatePlace {
  readonly text: number
  readonly from: number
  readonly to: number
}

/**
 * A form that may be a term. `score`: the logarithm of odds under the weights; it gives the order, and above 0 the form
 * is more likely a term than not. `frequency`: occurrences outside labels of speakers. `contexts`: the first few of
 * them. `nestedIn`: a few likely candidates that contain the form.
 */
export interface Candidate {
  readonly form: string
  readonly frequency: number
  readonly score: number
  readonly contexts: readonly CandidatePlace[]
  readonly nestedIn: readonly string[]
}

export interface ExtractionOptions {
  readonly background: BackgroundStatistics
  /** Forms that are not candidates, such as those in the termbase. */
  readonly excluded: readonly string[]
  readonly limit: number
}

const longestRepeat = 12
const mostContexts = 5

interface Item {
  readonly form: string
  /** Offset in the counted text; -1 for a composite, which contains marks. */
  readonly at: number
  readonly shape: number
  readonly places: CandidatePlace[]
  /** Counts of the units on each side; for repeated forms only. */
  sides?: { readonly before: Map<number, number>; readonly after: Map<number, number> }
  count: number
  context: number
  readings: number
  score: number
}

interface Source {
  /** The text as it looks; `looks` maps its offsets back to the text as it is. */
  readonly text: string
  readonly looks: Folded
  readonly folded: string
  readonly start: number
  readonly layout: Layout
}

/**
 * Candidates of terms in texts, the likeliest first. Candidates are stretches between marks, function words and edges
 * that repetition reveals (no word segmenter), quoted strings and parallel lists. Each is scored by its neighbours, its
 * shape (its ending and its words) and, if it is repeated, by C-value, branching entropy and cohesion; a name that
 * occurs once can therefore be a candidate too. Forms that differ only in width, case or kind of quotation mark are one
 * form. Labels of speakers, dates and quantities are not candidates. n log n in the length of the texts.
 */
export function extractCandidates(texts: readonly string[], options: ExtractionOptions): readonly Candidate[] {
  const sources = sourcesOf(texts)
  const repeats = countRepeats(unitsOf(sources), longestRepeat)
  const speakers = new Set(sources.flatMap(({ layout }) => layout.speakers))
  const items = new Map<string, Item>()
  const readings: Placed<Item>[][] = []
  for (const [number, source] of sources.entries()) {
    const read = (run: Run): readonly Token[] => tokensOf(source.folded, run, source.start, repeats)
    for (const run of source.layout.runs)
      readings.push(gather(source, number, run, read(run), repeats, speakers, options.background, items))
    for (const composite of compositesOf(source.folded, source.layout, read, options.background))
      addComposite(source, number, composite, items)
  }
  for (const item of items.values())
    item.score =
      item.shape +
      item.context / item.count +
      (item.at < 0 ? 0 : repetitionScore({ ...item, length: item.form.length }, repeats))
  for (const spans of readings) for (const { candidate } of bestReading(spans)) candidate.readings++
  for (const item of items.values()) item.score += weights.reading * Math.min(1, item.readings / item.count)

  const excluded = new Set(options.excluded.map((form) => spacedOnce(comparable(form))))
  const ranked = [...items]
    .filter(([form]) => !excluded.has(spacedOnce(form)))
    .sort(([a, first], [b, second]) => second.score - first.score || (a < b ? -1 : 1))
  const chosen = new Map<string, string[]>(ranked.slice(0, Math.max(0, options.limit)).map(([form]) => [form, []]))
  nest(ranked, chosen)
  return ranked.slice(0, chosen.size).map(([form, item]) => ({
    form: item.form,
    frequency: item.at < 0 ? item.count : Math.max(item.count, repeats.frequency(item.at, form.length)),
    score: item.score,
    contexts: item.places.map((place) => ({
      text: place.text,
      ...expectDefined(sources[place.text], 'a source').looks.spanOf(place),
    })),
    nestedIn: chosen.get(form) ?? [],
  }))
}

/** The termbase stores forms with single spaces. */
function spacedOnce(form: string): string {
  return form.replace(/\s+/g, ' ').trim()
}

function sourcesOf(texts: readonly string[]): readonly Source[] {
  let start = 1
  return texts.map((original) => {
    const looks = foldLookalikes(original)
    const { text } = looks
    const source = { text, looks, folded: comparable(text), start, layout: layoutOf(foldText(text).text) }
    start += text.length + 1
    return source
  })
}

/** The units of all runs at their offsets, and 0 everywhere else. */
function unitsOf(sources: readonly Source[]): Uint16Array {
  const last = sources.at(-1)
  const units = new Uint16Array(last === undefined ? 1 : last.start + last.text.length + 1)
  for (const { folded, start, layout } of sources)
    for (const { from, to } of layout.runs) for (let at = from; at < to; at++) units[start + at] = folded.charCodeAt(at)
  return units
}

function gather(
  { text, folded, start }: Source,
  number: number,
  run: Run,
  tokens: readonly Token[],
  repeats: Repeats,
  speakers: ReadonlySet<string>,
  background: BackgroundStatistics,
  items: Map<string, Item>,
): Placed<Item>[] {
  return spansOf(folded, run, tokens, start, repeats).map(({ first, end, context, afterTitle }) => {
    const from = expectDefined(tokens[first], 'the first token').from
    const to = expectDefined(tokens[end - 1], 'the last token').to
    const form = folded.slice(from, to)
    let item = items.get(form)
    if (item === undefined) {
      const shape = shapeScore(folded, tokens.slice(first, end), background)
      item = createItem(text.slice(from, to), start + from, shape)
      items.set(form, item)
    }
    const named = hasFormOfName(form) && (afterTitle || speakers.has(form))
    item.count++
    item.context += context + (named ? weights.name : 0)
    if (item.places.length < mostContexts) item.places.push({ text: number, from, to })
    if (repeats.frequency(start + from, to - from) > 1) {
      item.sides ??= { before: new Map(), after: new Map() }
      countUnit(item.sides.before, from === run.from ? 0 : folded.charCodeAt(from - 1))
      countUnit(item.sides.after, to === run.to ? 0 : folded.charCodeAt(to))
    }
    return { from, to, candidate: item }
  })
}

function createItem(form: string, at: number, shape: number): Item {
  return {
    form,
    at,
    shape,
    places: [],
    count: 0,
    context: 0,
    readings: 0,
    score: 0,
  }
}

function countUnit(met: Map<number, number>, unit: number): void {
  met.set(unit, (met.get(unit) ?? 0) + 1)
}

/** Adds a composite. A quoted form within one run is a candidate already; the quotation marks raise its score. */
function addComposite(
  { text, folded }: Source,
  number: number,
  { from, to, score }: { readonly from: number; readonly to: number; readonly score: number },
  items: Map<string, Item>,
): void {
  const form = folded.slice(from, to)
  const item = items.get(form) ?? createItem(text.slice(from, to), -1, 0)
  items.set(form, item)
  item.context += score
  if (item.at >= 0) return
  item.count++
  item.readings++
  if (item.places.length < mostContexts) item.places.push({ text: number, from, to })
}

function hasFormOfName(form: string): boolean {
  return form.length >= 2 && form.length <= 3 && familyLength(form) > 0
}

const mostNestings = 5

/** Records for each chosen form the likely candidates that contain it. */
function nest(ranked: readonly (readonly [string, Item])[], chosen: ReadonlyMap<string, string[]>): void {
  for (const [form, { readings, form: words }] of ranked) {
    if (readings === 0) continue
    const parts = new Set<string>()
    for (let from = 0; from < form.length; from++)
      for (let to = from + 2; to <= form.length; to++) if (to - from < form.length) parts.add(form.slice(from, to))
    for (const part of parts) {
      const nestings = chosen.get(part)
      if (nestings !== undefined && nestings.length < mostNestings) nestings.push(words)
    }
  }
}
