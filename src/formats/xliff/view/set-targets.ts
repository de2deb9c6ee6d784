import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import { encodingOf, isAscii } from '../../xml/decode.ts'
import { escapeAttribute, escapeText, splitImpossible } from '../../xml/escape.ts'
import { contentEndOf, endOf, nameOf, scopeIdOf, startOf, tagEndOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn, attributesOf } from '../../xml/scan/nodes.ts'
import { encoder, type Splice, spliceXml } from '../../xml/splice.ts'
import type { Flavour } from './flavour.ts'
import { streamUnits } from './stream.ts'
import { isBlank, isSingleTag, marksIn, startTagOf } from './texts.ts'
import type { XliffSegment, XliffUnit } from './units.ts'
import { unitsOf, viewXliff, type XliffView } from './view.ts'

/**
 * The bytes of a file with the targets of some segments set to texts, by id, in pieces that follow one another; every
 * other byte is the same. A target that
 * is missing is put behind the source, on a line of its own where the source has one. Inline codes of a target that is
 * replaced go with it. Refuses an id that is not there (`segment-not-in-file`), a character that XLIFF 1 cannot write
 * (`character-unwritable`), and a unit of XLIFF 1 of several segments whose target has text but no marks of segments, or
 * whose marks share a number (`target-unsegmented`).
 */
export function setTargets(view: XliffView, texts: ReadonlyMap<string, string>): readonly Uint8Array[] | Refusal {
  const splices: Splice[] = []
  const left = new Set(texts.keys())
  for (const unit of left.size > 0 ? unitsOf(view) : []) {
    const set = unit.segments.filter(({ id }) => left.delete(id))
    const refusal = set.length === 0 ? null : spliceUnit(view, unit, texts, splices)
    if (refusal !== null) return refusal
    if (left.size === 0) break
  }
  for (const segment of left) return refuse('segment-not-in-file', { segment })
  return spliceXml(view.bytes, view.index.text, splices)
}

/**
 * The same from the bytes of a file, with no more of a file in UTF-8 in memory than its bytes and a window: a large file is
 * changed near its end as cheaply as near its beginning. Refuses what `streamUnits` and `setTargets` refuse.
 */
export function setTargetsIn(bytes: Uint8Array, texts: ReadonlyMap<string, string>): readonly Uint8Array[] | Refusal {
  if (encodingOf(bytes) !== 'utf-8') {
    const view = viewXliff(bytes)
    return isRefusal(view) ? view : setTargets(view, texts)
  }
  const encode = encoder('utf-8', isAscii(bytes))
  const parts: Uint8Array[] = []
  const left = new Set(texts.keys())
  let done = 0
  const read = streamUnits(bytes, (unit, index, { flavour, byteAt }) => {
    const set = left.size === 0 ? [] : unit.segments.filter(({ id }) => left.delete(id))
    if (set.length === 0) return null
    const splices: Splice[] = []
    const refusal = spliceUnit({ index, flavour }, unit, texts, splices)
    for (const { from, to, markup } of splices.toSorted((a, b) => a.from - b.from)) {
      parts.push(bytes.subarray(done, byteAt(from)), encode(markup))
      done = byteAt(to)
    }
    return refusal
  })
  if (isRefusal(read)) return read
  for (const segment of left) return refuse('segment-not-in-file', { segment })
  return [...parts, bytes.subarray(done)]
}

/** Where changes of a file are gathered. */
export interface Writing {
  readonly index: XmlIndex
  readonly flavour: Flavour
  readonly splices: Splice[]
}

function spliceUnit(
  { index, flavour }: Pick<XliffView, 'index' | 'flavour'>,
  unit: XliffUnit,
  texts: ReadonlyMap<string, string>,
  splices: Splice[],
): Refusal | null {
  const writing = { index, flavour, splices }
  const targets: [XliffSegment, string][] = []
  for (const segment of unit.segments) {
    const text = texts.get(segment.id)
    if (text === undefined) continue
    const markup = markupOf(text, writing, segment.nodes.target ?? segment.nodes.source)
    if (isRefusal(markup)) return markup
    targets.push([segment, markup])
  }
  return spliceTargets(writing, unit, targets)
}

/**
 * Sets the targets of some segments of a unit to markup. `attributes` are those of a target that has to be made. Refuses
 * what `setTargets` refuses of a unit.
 */
export function spliceTargets(
  writing: Writing,
  unit: XliffUnit,
  targets: readonly (readonly [XliffSegment, string])[],
  attributes = '',
): Refusal | null {
  const marked: (readonly [XliffSegment, string])[] = []
  for (const target of targets) {
    const [segment, markup] = target
    if (segment.nodes.sourceMark === undefined) setWhole(writing, segment, markup, attributes)
    else marked.push(target)
  }
  return marked.length === 0 ? null : setMarked(writing, unit, marked, attributes)
}

/** Gives an attribute of an element another value, or adds it as it is to be written. */
export function setAttribute(
  { index, splices }: Writing,
  node: number,
  { name, value }: { readonly name: string; readonly value: string },
): void {
  const present = attributesOf(index, node).find((attribute) => attribute.name === name)
  if (present?.value === value) return
  if (present !== undefined) {
    splices.push({ from: present.from, to: present.to, markup: escapeAttribute(value) })
    return
  }
  const end = tagEndOf(index, node) - (isSingleTag(index, node) ? 2 : 1)
  const at = end - (/\s*$/.exec(index.text.slice(startOf(index, node), end))?.[0].length ?? 0)
  splices.push({ from: at, to: at, markup: ` ${name}="${escapeAttribute(value)}"` })
}

/** A text as markup. What XML cannot write is an element in XLIFF 2, and impossible in XLIFF 1. */
export function markupOf(text: string, { index, flavour }: Writing, beside: number): string | Refusal {
  const { prefix } = nameOf(index, beside)
  const parts: string[] = []
  for (const part of splitImpossible(text)) {
    if (typeof part === 'string') parts.push(escapeText(part))
    else if (flavour.generation === 1) return refuse('character-unwritable', { character: hexOf(part) })
    else parts.push(`<${prefixed(prefix, 'cp')} hex="${hexOf(part)}"/>`)
  }
  return parts.join('')
}

function hexOf(point: number): string {
  return point.toString(16).toUpperCase().padStart(4, '0')
}

function prefixed(prefix: string, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`
}

/** Sets the target of a segment that has an element of its own, or of a unit that is one segment. */
function setWhole(
  writing: Writing,
  { nodes: { source, target } }: XliffSegment,
  markup: string,
  attributes: string,
): void {
  if (target === undefined) addTarget(writing, source, markup, attributes)
  else setContent(writing, target, markup)
}

/** Puts a target behind a source, with the declarations and the treatment of white space that the source has. */
function addTarget({ index, splices }: Writing, source: number, markup: string, more: string): void {
  const { text } = index
  const name = prefixed(nameOf(index, source).prefix, 'target')
  const copied = attributesOf(index, source).filter(({ name }) => /^xmlns(?::|$)|^xml:space$/.test(name))
  const attributes = copied.map(({ name, from, to }) => ` ${name}=${text.slice(from - 1, to + 1)}`).join('')
  const [indent = ''] = /[\r\n][ \t\r\n]*$/.exec(text.slice(0, startOf(index, source)).slice(-indentLength)) ?? []
  const at = endOf(index, source)
  splices.push({ from: at, to: at, markup: `${indent}<${name}${attributes}${more}>${markup}</${name}>` })
}

/** White space before a source that is looked at: deeper indents are cut. */
const indentLength = 200

/** Replaces what is in an element; a single tag becomes a pair where there is something to hold. */
function setContent({ index, splices }: Writing, node: number, markup: string): void {
  const tagEnd = tagEndOf(index, node)
  if (!isSingleTag(index, node)) splices.push({ from: tagEnd, to: contentEndOf(index, node), markup })
  else if (markup !== '') {
    splices.push({ from: tagEnd - 2, to: tagEnd, markup: `>${markup}</${nameOf(index, node).name}>` })
  }
}

/** Sets the targets of segments that are marked in one source. */
function setMarked(
  writing: Writing,
  unit: XliffUnit,
  set: readonly (readonly [XliffSegment, string])[],
  attributes: string,
): Refusal | null {
  const { index, splices } = writing
  const [{ nodes }] = set[0] ?? raise()
  const { source, target } = nodes
  const unsegmented = refuse('target-unsegmented', { unit: unit.id })
  const isClash = new Set(unit.segments.map(({ name }) => name)).size < unit.segments.length
  // Marks are told apart by their number only.
  if (isClash && set.some(([{ nodes }]) => nodes.targetMark === undefined)) return unsegmented
  if (target === undefined) addTarget(writing, source, targetLike(index, source, source, set), attributes)
  else if (marksIn(index, target).length > 0) {
    for (const [segment, markup] of set) {
      const { targetMark } = segment.nodes
      if (targetMark !== undefined) setContent(writing, targetMark, markup)
      else {
        const at = placeOfMark(index, unit, segment, target)
        splices.push({ from: at, to: at, markup: markOf(index, segment, target, markup) })
      }
    }
  } else if (isBlank(index, target) || set.length === unit.segments.length)
    setContent(writing, target, targetLike(index, source, target, set))
  else return unsegmented
  return null
}

function raise(): never {
  throw new Error('no segment to set')
}

/**
 * The content of a source with the marks of the segments that are set, each with its target, and without the others. Where
 * other namespaces are bound than in the source, nothing but the marks.
 */
function targetLike(
  index: XmlIndex,
  source: number,
  target: number,
  set: readonly (readonly [XliffSegment, string])[],
): string {
  const written = set.map(([segment, markup]) => markOf(index, segment, target, markup))
  if (scopeIdOf(index, source) !== scopeIdOf(index, target)) return written.join('')
  const parts: string[] = []
  let from = tagEndOf(index, source)
  for (const { node } of marksIn(index, source)) {
    const at = set.findIndex(([{ nodes }]) => nodes.sourceMark === node)
    parts.push(index.text.slice(from, startOf(index, node)), written[at] ?? '')
    from = endOf(index, node)
  }
  parts.push(index.text.slice(from, contentEndOf(index, source)))
  return parts.join('')
}

/** The mark of a segment's target, as that in its source if the same namespaces are bound there. */
function markOf(index: XmlIndex, segment: XliffSegment, target: number, markup: string): string {
  const mark = segment.nodes.sourceMark ?? raise()
  if (scopeIdOf(index, mark) === scopeIdOf(index, target))
    return `${startTagOf(index, mark)}${markup}</${nameOf(index, mark).name}>`
  const name = prefixed(nameOf(index, target).prefix, 'mrk')
  const mid = escapeAttribute(attributeIn(index, mark, 'mid') ?? '')
  return `<${name} mtype="seg" mid="${mid}">${markup}</${name}>`
}

/** Where the mark of a segment goes in a target that has others: behind the one before it, else before the next. */
function placeOfMark(index: XmlIndex, { segments }: XliffUnit, segment: XliffSegment, target: number): number {
  const at = segments.findIndex(({ id }) => id === segment.id)
  const before = segments.slice(0, at).findLast(({ nodes }) => nodes.targetMark !== undefined)
  if (before?.nodes.targetMark !== undefined) return endOf(index, before.nodes.targetMark)
  const next = segments.slice(at).find(({ nodes }) => nodes.targetMark !== undefined)
  return next?.nodes.targetMark === undefined ? contentEndOf(index, target) : startOf(index, next.nodes.targetMark)
}
