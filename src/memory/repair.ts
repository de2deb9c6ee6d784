import type { Span } from '../model/finding.ts'
import { type HouseStyle, plainStyle } from '../model/house-style.ts'
import type { Quantity } from '../model/quantity.ts'
import { preferredRendering, type Term, type TermOccurrence } from '../model/term.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { compareQuantities } from '../quantities/compare/compare.ts'
import { readEnglish } from '../quantities/english/read.ts'
import { writeEnglish } from '../quantities/write/english.ts'
import { type Edit, fitted } from '../terms/verification/put-in-place.ts'
import { covering } from '../terms/verification/spans.ts'
import { createVerification } from '../terms/verification/verify.ts'

/** A source text and the terms recognised in it. */
export interface RepairSource {
  readonly source: string
  readonly terms: readonly TermOccurrence[]
}

/**
 * The target of a similar pair with the figures and terms of the text that is translated: each that differs is replaced,
 * if it stands in exactly one place of the old source and maps to exactly one of the old target. Null if there is none
 * to replace, if one does not map so, or if the two texts do not have as many figures and terms as each other.
 * `old` is the pair's source, `wanted` the text that is translated.
 */
export function repairTarget(
  old: RepairSource,
  target: string,
  wanted: RepairSource,
  style: HouseStyle = plainStyle,
): string | null {
  const figures = figureEdits(old, target, wanted, style)
  const terms = termEdits(old.terms, target, wanted.terms)
  if (figures === null || terms === null) return null
  const edits = [...figures, ...terms].sort((a, b) => a.from - b.from)
  const isApart = edits.every(({ from }, at) => from >= (edits[at - 1]?.to ?? 0))
  if (edits.length === 0 || !isApart) return null
  let repaired = ''
  let from = 0
  for (const edit of edits) {
    repaired += target.slice(from, edit.from) + edit.text
    from = edit.to
  }
  return repaired + target.slice(from)
}

function figureEdits(
  old: RepairSource,
  target: string,
  wanted: RepairSource,
  style: HouseStyle,
): readonly Edit[] | null {
  const [before, after] = [figuresOf(old), figuresOf(wanted)]
  const changed = pairsOfFigures(before, after)
  if (changed === null) return null
  if (changed.length === 0) return []
  const english = readEnglish(target)
  const agreements = compareQuantities(before, english)
  const edits: Edit[] = []
  for (const [was, is] of changed) {
    const matched = agreements.filter(({ zh, en }) => zh === was && en !== undefined)
    const [match] = matched
    if (matched.length !== 1 || match?.en === undefined || match.severity !== null) return null
    const { en } = match
    // The same figure twice, in either text, does not tell which is which.
    if (before.filter((other) => sameFigure(other, was)).length > 1) return null
    if (english.filter((other) => sameFigure(other, en)).length > 1) return null
    if (agreements.filter((agreement) => agreement.en === en).length > 1) return null
    edits.push(fitted(target, en, writeEnglish(is, style)))
  }
  return edits
}

/** The figures of a text; those inside a term belong to the term. */
function figuresOf({ source, terms }: RepairSource): readonly Quantity[] {
  const inTerm = covering(terms)
  return readChinese(source).filter((quantity) => quantity.kind !== 'name' && !inTerm(quantity))
}

/** The figures that differ, each with the one in its place; null if the texts have other kinds of figures. */
function pairsOfFigures(
  before: readonly Quantity[],
  after: readonly Quantity[],
): readonly (readonly [was: Quantity, is: Quantity])[] | null {
  if (before.length !== after.length) return null
  const changed: (readonly [Quantity, Quantity])[] = []
  for (const [at, was] of before.entries()) {
    const is = after[at]
    if (is === undefined || is.kind !== was.kind || is.unit !== was.unit || is.counted !== was.counted) return null
    if (was.text !== is.text) changed.push([was, is])
  }
  return changed
}

function sameFigure(a: Quantity, b: Quantity): boolean {
  return a.kind === b.kind && a.unit === b.unit && keyOf(a) === keyOf(b)
}

function keyOf({ value }: Quantity): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part))
}

function termEdits(
  before: readonly TermOccurrence[],
  target: string,
  after: readonly TermOccurrence[],
): readonly Edit[] | null {
  if (before.length !== after.length) return null
  const verify = createVerification(target)
  const edits: Edit[] = []
  for (const [at, { term: was }] of before.entries()) {
    const is = after[at]?.term
    if (is === undefined || is.id === was.id) continue
    const place = onlyPlace(was, verify(was).met, before)
    const rendering = preferredRendering(is)
    // A name takes no article and a common noun does, so that neither fits where the other stood.
    if (place === null || isName(rendering) !== isName(target.slice(place.from, place.to))) return null
    edits.push(fitted(target, place, rendering))
  }
  return edits
}

function isName(english: string): boolean {
  return /^\p{Lu}/u.test(english)
}

/** Where a term stands in the target, if it stands once in either text. */
function onlyPlace(term: Term, met: readonly Span[], occurrences: readonly TermOccurrence[]): Span | null {
  const [place] = met
  const isOnce = occurrences.filter((other) => other.term.id === term.id).length === 1
  return isOnce && met.length === 1 && place !== undefined ? place : null
}
