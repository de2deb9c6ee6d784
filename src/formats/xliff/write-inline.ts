import { expectDefined } from '../../model/expect.ts'
import type { Span } from '../../model/finding.ts'
import type { Code, Inline } from '../../model/inline.ts'
import { kindAttributes } from './code-kinds.ts'
import { withCodePoints } from './controls.ts'
import { codeId } from './ids.ts'
import type { DataCollector } from './original-data.ts'
import type { InlineElement } from './tree.ts'

/** A span of the plain text that is a term, and the glossary entry it refers to. */
export interface TermMark extends Span {
  readonly id: string
  readonly ref: string
}

type Nodes = readonly (string | InlineElement)[]

/** How a code is written: as half or all of a `pc`, as a marker (`sc`, `ec`), or as a placeholder. */
export type Form = 'pc' | 'sc' | 'ec' | 'ph'

export interface WrittenInline {
  readonly content: Nodes
  /** The ids in it, each with the form of its code. */
  readonly ids: ReadonlyMap<string, Form>
}

/** Pairs nested deeper than this are written as two codes each. */
const deepest = 30

/**
 * Writes text with inline codes as XLIFF: nested pairs as `pc`; overlapping pairs as `sc` and `ec`; a half without its
 * other half as an isolated one; single codes as `ph`. `marks`, in order and without overlap, become `mrk`, or `sm` and
 * `em` if a code is inside them. In a target, an id of the source must belong to an element of the same name: `source`
 * has the ids there.
 */
export function writeInline(
  inline: Inline,
  segment: string,
  data: DataCollector,
  { marks = [], source }: { readonly marks?: readonly TermMark[]; readonly source?: ReadonlyMap<string, Form> } = {},
): WrittenInline {
  const partners = pairsIn(inline)
  const forms = formsOf(inline, partners)
  const ids = new Map<string, Form>()
  const idAt = inline.map((part, at) => {
    if (typeof part === 'string' || (part.type === 'close' && partners.has(at))) return ''
    const form = expectDefined(forms[at], 'the form of a code')
    let again = 1
    const id = () => codeId(segment, part.id, again)
    while (ids.has(id()) || (source?.has(id()) && source.get(id()) !== form)) again++
    ids.set(id(), form)
    return id()
  })
  const starts: number[] = []
  let length = 0
  for (const part of inline) {
    starts.push(length)
    if (typeof part === 'string') length += part.length
  }

  function write(from: number, to: number): Nodes {
    const nodes: (string | InlineElement)[] = []
    for (let at = from; at < to; at++) {
      const part = expectDefined(inline[at], 'a part of the content')
      if (typeof part === 'string') {
        nodes.push(...writeText(part, expectDefined(starts[at], 'the start of a text'), marks))
        continue
      }
      const form = expectDefined(forms[at], 'the form of a code')
      const partner = partners.get(at)
      const dataRef = data.ref(part.data)
      const kind = kindAttributes(part.kind)
      const about = { ...kind, ...(dataRef !== undefined && { dataRef }) }
      const id = expectDefined(idAt[at], 'the id of a code')
      if (form === 'ph') nodes.push(node('ph', { id, ...about }))
      else if (form === 'pc') {
        const end = expectDefined(partner, 'the end of a pair')
        const dataRefEnd = data.ref(codeAt(inline, end).data)
        const both = dataRef !== undefined && dataRefEnd !== undefined ? { dataRefStart: dataRef, dataRefEnd } : {}
        nodes.push(node('pc', { id, ...kind, ...both }, write(at + 1, end)))
        at = end
      } else if (partner === undefined) nodes.push(node(form, { id, isolated: 'yes', ...about }))
      else if (form === 'sc') nodes.push(node('sc', { id, ...about }))
      else nodes.push(node('ec', { startRef: expectDefined(idAt[partner], 'the id of a code'), ...about }))
    }
    return nodes
  }

  return { content: write(0, inline.length), ids }
}

/** A run of text that begins at `start` of the plain text, with its marks. */
function writeText(text: string, start: number, marks: readonly TermMark[]): Nodes {
  const end = start + text.length
  const nodes: (string | InlineElement)[] = []
  let done = start
  const upTo = (to: number) => {
    nodes.push(...withCodePoints(text.slice(done - start, to - start)))
    done = to
  }
  for (const { id, ref, from, to } of marks) {
    const begins = from >= start && from < end
    const finishes = to > start && to <= end
    if (begins) upTo(from)
    if (begins && finishes) {
      const inside = withCodePoints(text.slice(from - start, to - start))
      nodes.push(node('mrk', { id, type: 'term', ref }, inside))
      done = to
    } else if (begins) nodes.push(node('sm', { id, type: 'term', ref }))
    else if (finishes) {
      upTo(to)
      nodes.push(node('em', { startRef: id }))
    }
  }
  upTo(end)
  return nodes
}

/** The partners of codes: each `close` belongs to the nearest `open` of its id before it. */
function pairsIn(inline: Inline): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  const open: { readonly id: string; readonly at: number }[] = []
  for (const [at, part] of inline.entries()) {
    if (typeof part === 'string' || part.type === 'alone') continue
    if (part.type === 'open') open.push({ id: part.id, at })
    else {
      const opening = open.findLast(({ id }) => id === part.id)
      if (opening === undefined) continue
      open.splice(open.lastIndexOf(opening), 1)
      partners.set(opening.at, at)
      partners.set(at, opening.at)
    }
  }
  return partners
}

/**
 * A pair is one `pc` if it overlaps no other pair, is not nested too deeply, and both halves or neither have data: XLIFF
 * requires `dataRefStart` and `dataRefEnd` together.
 */
function formsOf(inline: Inline, partners: ReadonlyMap<number, number>): readonly (Form | undefined)[] {
  const open: number[] = []
  return inline.map((part, at): Form | undefined => {
    if (typeof part === 'string') return undefined
    if (part.type === 'alone') return 'ph'
    if (part.type === 'close') return 'ec'
    const end = partners.get(at)
    for (let end = open.at(-1); end !== undefined && end < at; end = open.at(-1)) open.pop()
    if (end === undefined || open.length >= deepest || overlaps(partners, at, end)) return 'sc'
    if ((part.data === '') !== (codeAt(inline, end).data === '')) return 'sc'
    open.push(end)
    return 'pc'
  })
}

function codeAt(inline: Inline, at: number): Code {
  const part = inline[at]
  if (part === undefined || typeof part === 'string') throw new Error(`no code at ${at}`)
  return part
}

function overlaps(partners: ReadonlyMap<number, number>, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const partner = partners.get(at)
    if (partner !== undefined && (partner < from || partner > to)) return true
  }
  return false
}

function node<T extends InlineElement['type']>(
  type: T,
  attributes: Extract<InlineElement, { type: T }>['attributes'],
  content: Nodes = [],
): InlineElement {
  // biome-ignore lint/plugin/no-cast: the attributes are of this type, and every element here may hold inline content
  return { type, prefix: '', attributes, other: [], content } as unknown as InlineElement
}
