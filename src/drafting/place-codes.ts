import { type PlacedCode, placedCodes } from '../model/code-faults.ts'
import type { Draft } from '../model/draft.ts'
import type { Span } from '../model/finding.ts'
import { type Code, hasCodes, type Inline, plain } from '../model/inline.ts'
import type { TermOccurrence } from '../model/term.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { compareQuantities } from '../quantities/compare/compare.ts'
import { readEnglish } from '../quantities/english/read.ts'
import { createVerification } from '../terms/verification/verify.ts'
import type { DraftJob } from './job.ts'

/**
 * A draft with the inline codes of its source where their place in the English is certain; the others are left to the
 * translator, whom the checks tell. Engines and memory give plain text.
 */
export function withCodes(draft: Draft, { inline, source, terms }: DraftJob): Draft {
  if (inline === undefined || hasCodes(draft.target)) return draft
  const target = plain(draft.target)
  return { ...draft, target: placeCodes(inline, target, anchorsOf(source, target, terms)) }
}

/** The same thing said in both texts: a term, a figure, a name in Latin letters. */
export interface Anchor {
  readonly source: Span
  readonly target: Span
}

/**
 * Puts codes into a target. A pair goes round the whole where it held the whole, else round the words of an anchor where
 * it held exactly that; a code by itself goes to the beginning or the end where it stood there, else beside the anchor it
 * stood beside. A code without such a place is left out.
 */
export function placeCodes(source: Inline, target: string, anchors: readonly Anchor[]): Inline {
  const text = plain(source)
  const codes = placedCodes(source)
  const whole = { source: bodyOf(text), target: bodyOf(target) }
  const pairs: Span[] = []
  const places = codes.flatMap((placed): readonly PlacedCode[] => {
    if (placed.code.type === 'close' && codes.some((other) => isPair(other, placed))) return []
    const close = codes.find((other) => isPair(placed, other))
    if (close === undefined) return placesOfOne(placed, text, target, whole, anchors)
    const span = spanOfPair(placed, close, text, whole, anchors)
    // A pair that would hold nothing could not be told from its end before its beginning.
    if (span === undefined || span.from >= span.to || pairs.some((other) => isAcross(span, other))) return []
    pairs.push(span)
    return [
      { code: placed.code, at: span.from },
      { code: close.code, at: span.to },
    ]
  })
  return withPlaces(target, places)
}

function isPair(open: PlacedCode, close: PlacedCode): boolean {
  return open.code.type === 'open' && close.code.type === 'close' && open.code.id === close.code.id
}

/** Where the words that a pair holds stand in the target. */
function spanOfPair(
  open: PlacedCode,
  close: PlacedCode,
  text: string,
  whole: Anchor,
  anchors: readonly Anchor[],
): Span | undefined {
  const held = trimmed(text, { from: open.at, to: close.at })
  if (sameSpan(held, trimmed(text, whole.source))) return whole.target
  return anchors.find(({ source }) => sameSpan(source, held))?.target
}

function placesOfOne(
  { code, at }: PlacedCode,
  text: string,
  target: string,
  whole: Anchor,
  anchors: readonly Anchor[],
): readonly PlacedCode[] {
  if (text.slice(0, at).trim() === '') return [{ code, at: 0 }]
  // English has the mark of a note behind the full stop, wherever the Chinese has it.
  if (at >= whole.source.to) return [{ code, at: target.length }]
  const before = anchors.find(({ source }) => source.to === at)
  if (before) return [{ code, at: before.target.to }]
  const after = anchors.find(({ source }) => source.from === at)
  return after ? [{ code, at: after.target.from }] : []
}

/** Puts codes at their places; of several at one place ends come before beginnings, each in the order of the source. */
function withPlaces(target: string, places: readonly PlacedCode[]): Inline {
  const rank = ({ code }: PlacedCode) => (code.type === 'close' ? 0 : 1)
  const parts: (string | Code)[] = []
  let done = 0
  for (const { code, at } of places.toSorted((a, b) => a.at - b.at || rank(a) - rank(b) || closesInner(a, b))) {
    if (at > done) parts.push(target.slice(done, at))
    parts.push(code)
    done = at
  }
  if (done < target.length) parts.push(target.slice(done))
  return parts

  /** Of two ends at one place that of the pair within comes first: the one that began later. */
  function closesInner(a: PlacedCode, b: PlacedCode): number {
    if (a.code.type !== 'close') return 0
    const began = ({ code }: PlacedCode) =>
      places.findIndex((other) => other.code.type === 'open' && other.code.id === code.id)
    return began(b) - began(a)
  }
}

/** A text without white space around it and marks that end a sentence. */
function bodyOf(text: string): Span {
  const from = text.length - text.trimStart().length
  return { from, to: Math.max(from, text.replace(/[\s。．.！!？?；;：:，,、…]+$/u, '').length) }
}

/** A span without the spaces and marks at its ends. */
function trimmed(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to)
  const start = from + words.length - words.replace(/^[\s。，、；：！？]+/u, '').length
  return { from: start, to: Math.max(start, from + words.replace(/[\s。，、；：！？]+$/u, '').length) }
}

/** Whether two spans overlap, and neither lies within the other. */
function isAcross(a: Span, b: Span): boolean {
  const [first, second] = a.from < b.from || (a.from === b.from && a.to > b.to) ? [a, b] : [b, a]
  return second.from < first.to && first.to < second.to
}

function sameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to
}

/** What stands as often in both texts, in the order of each: terms in their renderings, equal figures, Latin words. */
export function anchorsOf(source: string, target: string, terms: readonly TermOccurrence[]): readonly Anchor[] {
  const verify = createVerification(target)
  const byTerm = Map.groupBy(terms, ({ term }) => term.id)
  const ofTerms = [...byTerm.values()].flatMap((occurrences) => {
    const met = occurrences[0] === undefined ? [] : verify(occurrences[0].term).met
    return inOrder(occurrences, met)
  })
  const ofFigures = compareQuantities(readChinese(source), readEnglish(target)).flatMap(({ verdict, zh, en }) =>
    verdict === 'same' && zh && en ? inOrder([zh], [en]) : [],
  )
  const english = Map.groupBy(latinIn(target), ({ word }) => word)
  const ofWords = [...Map.groupBy(latinIn(source), ({ word }) => word)].flatMap(([word, found]) =>
    inOrder(found, english.get(word) ?? []),
  )
  return [...ofTerms, ...ofFigures, ...ofWords]
}

function inOrder(sources: readonly Span[], targets: readonly Span[]): readonly Anchor[] {
  if (sources.length !== targets.length) return []
  return sources.map(({ from, to }, index) => {
    const target = targets[index]
    return { source: { from, to }, target: { from: target?.from ?? 0, to: target?.to ?? 0 } }
  })
}

/** Words with a Latin letter: names, products, codes such as 5G. */
function latinIn(text: string): readonly (Span & { readonly word: string })[] {
  return [...text.matchAll(/[A-Za-z0-9](?:[\w.-]*\w)?/g)]
    .filter(([word]) => /[A-Za-z]/.test(word))
    .map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }))
}
