import { type Inline, isCode } from '../../../model/inline.ts'
import { isRefusal, type Refusal } from '../../../model/refusal.ts'
import { type SegmentStateName, segmentStates } from '../../../model/state.ts'
import type { FilledSegment, RewriteOptions } from '../../../ports/format.ts'
import { sameText } from '../../../segmentation/returned.ts'
import { startOf } from '../../xml/scan/index.ts'
import { attributeIn, attributesOf } from '../../xml/scan/nodes.ts'
import { type Splice, spliceXml } from '../../xml/splice.ts'
import { markupOf, setAttribute, spliceTargets, type Writing } from '../view/set-targets.ts'
import type { XliffSegment, XliffUnit } from '../view/units.ts'
import { unitsOf, viewXliff } from '../view/view.ts'
import { dialectState, hasOwnStates, statesOfOne } from './dialects.ts'
import { addDraftNotes } from './draft-notes.ts'
import { codeKey } from './inline.ts'
import { type IncomingSegment, incomingSegments } from './segments.ts'

/**
 * An XLIFF with the English of its segments, one for each that `readXliffDocument` gives. A segment whose English is as it
 * was and that nobody here has confirmed stays as it is, to the byte; others get their English, and their state where the
 * format or its dialect has a place for it. Refuses what `viewXliff` and `setTargets` refuse.
 */
export function refillXliff(
  bytes: Uint8Array,
  segments: readonly (FilledSegment | null)[],
  { draftNotice }: RewriteOptions = {},
): Uint8Array | Refusal {
  const view = viewXliff(bytes)
  if (isRefusal(view)) return view
  const { index, flavour } = view
  const splices: Splice[] = []
  const writing: Writing = { index, flavour, splices }
  let next = 0
  let added = false
  for (const unit of unitsOf(view)) {
    const incoming = incomingSegments(index, flavour, unit).segments
    const filled = incoming.map((segment) => toFill(segment, segments[next++] ?? null))
    if (filled.every(({ english, state }) => english === null && state === null)) continue
    const refusal = fillUnit(writing, unit, filled)
    if (refusal !== null) return refusal
    added ||= filled.some(({ segment, english }) => english !== null && segment.target === undefined)
  }
  if (splices.length === 0) return bytes
  if (added && flavour.generation === 2 && view.targetLanguage === '') {
    setAttribute(writing, 0, { name: 'trgLang', value: 'en' })
  }
  if (draftNotice !== undefined) addDraftNotes(writing, view, draftNotice)
  const pieces = spliceXml(bytes, index.text, splices)
  return isRefusal(pieces) ? pieces : joined(pieces)
}

/** What is to be written for a segment: English that is another, and a state that somebody here answers for. */
interface Filling {
  readonly segment: IncomingSegment
  readonly english: Inline | null
  readonly state: SegmentStateName | null
}

function toFill(segment: IncomingSegment, filled: FilledSegment | null): Filling {
  if (filled === null) return { segment, english: null, state: null }
  const isSame = segment.target !== undefined && sameText(segment.target, filled.target)
  const isUntouched = isSame && filled.state === 'initial'
  return { segment, english: isSame ? null : filled.target, state: isUntouched ? null : filled.state }
}

function fillUnit(writing: Writing, unit: XliffUnit, filled: readonly Filling[]): Refusal | null {
  const { flavour } = writing
  const targets: [XliffSegment, string][] = []
  for (const { segment, english } of filled) {
    if (english === null) continue
    const markup = markupFor(writing, segment, english)
    if (isRefusal(markup)) return markup
    targets.push([segment.segment, markup])
  }
  const isTwo = flavour.generation === 2
  if (isTwo) {
    for (const filling of filled) setSegmentState(writing, filling)
    return spliceTargets(writing, unit, targets)
  }
  const state = setUnitStates(writing, unit, filled)
  return spliceTargets(writing, unit, targets, state === null ? '' : ` state="${state}"`)
}

/**
 * The states of a unit of XLIFF 1, before its targets: both may be put at one offset. A tool with marks of its own gets
 * `target@state` and `approved` only where it has them. Returns the state that a new target has to have.
 */
function setUnitStates(writing: Writing, unit: XliffUnit, filled: readonly Filling[]): string | null {
  const { index, flavour } = writing
  for (const { segment, state } of filled) {
    if (state === null) continue
    for (const { node, name, value } of dialectState(index, flavour, unit, segment.segment, state)) {
      setAttribute(writing, node, { name, value })
    }
  }
  const least = leastState(filled, unit)
  if (least === undefined) return null
  if (attributeIn(index, unit.node, 'approved') !== undefined) {
    setAttribute(writing, unit.node, {
      name: 'approved',
      value: least === 'reviewed' || least === 'final' ? 'yes' : 'no',
    })
  }
  const state = least === null ? 'needs-translation' : statesOfOne[least]
  const target = unit.segments[0]?.nodes.target
  if (target === undefined) return hasOwnStates(flavour) ? null : state
  if (hasOwnStates(flavour) && attributeIn(index, target, 'state') === undefined) return null
  setAttribute(writing, target, { name: 'state', value: state })
  return null
}

/**
 * The state of a unit of XLIFF 1: the least of those of its segments, null where one has no English; undefined where it
 * stays, since not all segments of the unit are asked about.
 */
function leastState(filled: readonly Filling[], { segments }: XliffUnit): SegmentStateName | null | undefined {
  if (filled.length < segments.length) return undefined
  const ranks = filled.map(({ state, english, segment }) => {
    if (state !== null) return segmentStates.indexOf(state)
    return segment.target === undefined && english === null ? -1 : 0
  })
  return segmentStates[ranks.reduce((least, rank) => Math.min(least, rank), segmentStates.length)] ?? null
}

/** XLIFF 2.1 §4.3.1.31; a sub-state is of the state that it was said with. */
function setSegmentState(writing: Writing, { segment: { segment }, state }: Filling): void {
  if (state === null) return
  const { index, splices } = writing
  const { segment: node } = segment.nodes
  if (node === undefined) return
  const written = attributesOf(index, node)
  const before = written.find(({ name }) => name === 'state')?.value ?? 'initial'
  if (before === state) return
  const sub = written.find(({ name }) => name === 'subState')
  if (sub !== undefined) {
    const name = index.text.lastIndexOf('subState', sub.from)
    const from = name - (/\s*$/.exec(index.text.slice(startOf(index, node), name))?.[0].length ?? 0)
    splices.push({ from, to: sub.to + 1, markup: '' })
  }
  setAttribute(writing, node, { name: 'state', value: state })
}

/** English as markup: its codes are those of the source, as the file has them there. */
function markupFor(writing: Writing, segment: IncomingSegment, english: Inline): string | Refusal {
  const { nodes } = segment.segment
  const beside = nodes.target ?? nodes.source
  const parts: string[] = []
  for (const part of english) {
    if (isCode(part)) {
      parts.push(segment.markup.get(codeKey(part)) ?? '')
      continue
    }
    const markup = markupOf(part, writing, beside)
    if (isRefusal(markup)) return markup
    parts.push(markup)
  }
  const [lead, tail] = segment.around
  return `${lead}${parts.join('')}${tail}`
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
