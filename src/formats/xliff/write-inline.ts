import type { Span } from '../../model/finding.ts'
import type { Code, Inline } from '../../model/inline.ts'
import { withCodePoints } from './controls.ts'
import { codeId } from './ids.ts'
import type { DataCollector } from './original-data.ts'
import type { InlineElement } from './tree.ts'

/** A stretch of the plain text that is a term, and the glossary entry it refers to. */
export interface TermMark extends Span {
  readonly id: string
  readonly ref: string
}

type Nodes = readonly (string | InlineElement)[]

/** Pairs nested deeper than this are written as two codes each. */
const deepest = 30

/**
 * Text with inline codes as XLIFF: pairs that nest as `pc`; those that overlap as `sc` and `ec`; a half without its
 * other half as an isolated one; codes that stand alone as `ph`. `marks`, in order and apart from each other, become
 * `mrk`, or `sm` and `em` where a code stands inside of them.
 */
export function writeInline(inline: Inline, segment: string, data: DataCollector, marks: readonly TermMark[]): Nodes {
  const partners = pairsIn(inline)
  const ids = idsOf(inline, segment, partners)
  const starts: number[] = []
  let length = 0
  for (const part of inline) {
    starts.push(length)
    if (typeof part === 'string') length += part.length
  }

  function write(from: number, to: number, depth: number): Nodes {
    const nodes: (string | InlineElement)[] = []
    for (let at = from; at < to; at++) {
      const part = inline[at] as string | Code
      if (typeof part === 'string') {
        nodes.push(...writeText(part, starts[at] as number, marks))
        continue
      }
      const partner = partners.get(at)
      const id = ids.get(at) as string
      const dataRef = data.ref(part.data)
      if (part.type === 'alone') nodes.push(node('ph', { id, ...(dataRef && { dataRef }) }))
      else if (partner === undefined) {
        const type = part.type === 'open' ? 'sc' : 'ec'
        nodes.push(node(type, { id, isolated: 'yes', ...(dataRef && { dataRef }) }))
      } else if (part.type === 'close') nodes.push(node('ec', { startRef: id, ...(dataRef && { dataRef }) }))
      else if (depth < deepest && partner < to && !overlaps(partners, at, partner)) {
        const dataRefEnd = data.ref((inline[partner] as Code).data)
        const attributes = { id, ...(dataRef && { dataRefStart: dataRef }), ...(dataRefEnd && { dataRefEnd }) }
        nodes.push(node('pc', attributes, write(at + 1, partner, depth + 1)))
        at = partner
      } else nodes.push(node('sc', { id, ...(dataRef && { dataRef }) }))
    }
    return nodes
  }

  return write(0, inline.length, 0)
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

/** Which code belongs with which: each `close` with the nearest `open` of its id before it. */
function pairsIn(inline: Inline): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  const open: number[] = []
  for (const [at, part] of inline.entries()) {
    if (typeof part === 'string' || part.type === 'alone') continue
    if (part.type === 'open') open.push(at)
    else {
      const place = open.findLastIndex((other) => (inline[other] as Code).id === part.id)
      if (place < 0) continue
      const [partner] = open.splice(place, 1)
      partners.set(partner as number, at)
      partners.set(at, partner as number)
    }
  }
  return partners
}

function overlaps(partners: ReadonlyMap<number, number>, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const partner = partners.get(at)
    if (partner !== undefined && (partner < from || partner > to)) return true
  }
  return false
}

function idsOf(inline: Inline, segment: string, partners: ReadonlyMap<number, number>): ReadonlyMap<number, string> {
  const ids = new Map<number, string>()
  const uses = new Map<string, number>()
  for (const [at, part] of inline.entries()) {
    if (typeof part === 'string') continue
    const partner = part.type === 'close' ? partners.get(at) : undefined
    if (partner !== undefined) ids.set(at, ids.get(partner) as string)
    else {
      const again = (uses.get(part.id) ?? 0) + 1
      uses.set(part.id, again)
      ids.set(at, codeId(segment, part.id, again))
    }
  }
  return ids
}

function node<T extends InlineElement['type']>(
  type: T,
  attributes: Extract<InlineElement, { type: T }>['attributes'],
  content: Nodes = [],
): InlineElement {
  return { type, prefix: '', attributes, other: [], content } as unknown as InlineElement
}
