import { inlineTexts, type SegmentContext } from '../../../../src/checks/check.ts'
import { figuresOf } from '../../../../src/checks/figures.ts'
import { checkSegment } from '../../../../src/checks/registry.ts'
import type { BlockKind } from '../../../../src/model/document.ts'
import { type Finding, severities } from '../../../../src/model/finding.ts'
import type { HouseStyle } from '../../../../src/model/house-style.ts'
import { type Inline, plain } from '../../../../src/model/inline.ts'
import type { Figure } from '../../../../src/model/release.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import type { Term, TermOccurrence } from '../../../../src/model/term.ts'
import { readChinese } from '../../../../src/quantities/chinese/read.ts'
import { writeInPlace } from '../../../../src/quantities/write/in-place.ts'
import { createFullRecogniser, type Recognition } from '../../../../src/terms/recognition/recognise.ts'
import { type Mark, numberMarks } from './numbering.ts'

/**
 * The marks of segments, and the findings that need no more than the segment, under one set of terms and one house
 * style; each computed once for what it depends on.
 */
export interface SegmentChecker {
  marksOf(source: Inline): readonly Mark[]
  occurrencesOf(source: Inline): readonly TermOccurrence[]
  /** Terms that stand in the source too, but where a longer one covers them. */
  coveredIn(source: Inline): readonly TermOccurrence[]
  /** Findings of a segment with the English that stands in it. */
  findingsOf(segment: SegmentState, kind: BlockKind): readonly Finding[]
  /** The same if they were computed before. */
  computedFindingsOf(segment: SegmentState): readonly Finding[] | undefined
  /** Findings of a segment with other English: what is being typed. */
  findingsFor(segment: SegmentState, kind: BlockKind, target: Inline): readonly Finding[]
  figuresOf(segment: SegmentState, kind: BlockKind): readonly Figure[]
}

/** The gravest first, and of equals as they were found. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return findings.length < 2
    ? findings
    : findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

export function createSegmentChecker(
  terms: readonly Term[],
  covered: readonly Term[],
  style: HouseStyle,
): SegmentChecker {
  const recognise = createFullRecogniser([...terms, ...covered])
  const recognitions = new WeakMap<Inline, Recognition>()
  const marks = new WeakMap<Inline, readonly Mark[]>()
  const findings = new WeakMap<SegmentState, readonly Finding[]>()
  const figures = new WeakMap<SegmentState, readonly Figure[]>()

  const once = <K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V => {
    const known = cache.get(key)
    if (known !== undefined) return known
    const made = make()
    cache.set(key, made)
    return made
  }
  const recognitionOf = (source: Inline) => once(recognitions, source, () => recognise(plain(source)))
  const occurrencesOf = (source: Inline) => recognitionOf(source).found
  const contextOf = (segment: SegmentState, kind: BlockKind, target = segment.target): SegmentContext => ({
    segment: segment.id,
    kind,
    source: plain(segment.source),
    target: plain(target),
    terms: occurrencesOf(segment.source),
    style,
    ...inlineTexts(segment.source, target),
  })
  return {
    occurrencesOf,
    coveredIn: (source) => recognitionOf(source).dropped,
    marksOf: (source) =>
      once(marks, source, () => {
        const text = plain(source)
        const quantities = readChinese(text)
          .filter(({ kind, soft }) => kind !== 'name' && !soft)
          .map((quantity) => ({ ...quantity, english: writeInPlace(quantity, text, style) }))
        return numberMarks(occurrencesOf(source), quantities)
      }),
    findingsOf: (segment, kind) => once(findings, segment, () => checkSegment(contextOf(segment, kind))),
    computedFindingsOf: (segment) => findings.get(segment),
    findingsFor: (segment, kind, target) => checkSegment(contextOf(segment, kind, target)),
    figuresOf: (segment, kind) => once(figures, segment, () => figuresOf([contextOf(segment, kind)])),
  }
}
