import { type Code, type CodeKind, compact, type Inline } from '../../model/inline.ts'
import { isVisible } from '../../segmentation/structure.ts'
import { childOf, type Element, type Range } from './element-tree.ts'
import { withFields } from './field-nodes.ts'
import { fieldsIn } from './fields.ts'
import { writtenPrefix } from './names.ts'
import {
  type AnchorNode,
  holdsText,
  type Node,
  nodesOf,
  type ParagraphContext,
  type PartContext,
  type Raw,
  rawOf,
} from './nodes.ts'
import { anyStyle, nextStyle, prevailing, styleOf } from './paragraph-style.ts'
import { differenceOf, type RunStyle } from './run-style.ts'

/** A code of a paragraph and what is written for it. */
export interface Mark {
  readonly code: Code
  readonly raw: Raw
  /** The formatting of text behind an opening code, up to its close. */
  readonly style?: RunStyle
  /** Whether a pair is something around its text, and not only formatting. */
  readonly wraps: boolean
  /** Anchors that stand right before and behind it. */
  readonly before: readonly AnchorNode[]
  readonly after: readonly AnchorNode[]
}

/** A paragraph with text, and all that is needed to write it with another. */
export interface Paragraph extends Range {
  readonly inline: Inline
  /** Its tag and properties. */
  readonly head: Range
  readonly pPr: Element | undefined
  /** Whether its first line is indented by characters, and its Latin letters have a Chinese font by its style. */
  readonly indented: boolean
  readonly chineseLatin: boolean
  /** The prefix by which the part writes its elements. */
  readonly prefix: string
  /** What stands before the text and behind it, and stays there. */
  readonly start: Raw
  readonly end: Raw
  /** The formatting of text outside of all codes. */
  readonly style: RunStyle
  /** By `markKey`. */
  readonly marks: ReadonlyMap<string, Mark>
  /** Anchors at the beginning of the text, and at its end. */
  readonly first: readonly AnchorNode[]
  readonly last: readonly AnchorNode[]
}

export function markKey({ type, id }: Pick<Code, 'type' | 'id'>): string {
  return `${type} ${id}`
}

/** A paragraph that has text a reader can see; null for any other. */
export function readParagraph(element: Element, part: PartContext, about: ParagraphContext): Paragraph | null {
  const nodes = withFields(nodesOf(element, part, about), fieldsIn(part.fields, element))
  if (!nodes.some(holdsText)) return null
  const core = coreOf(nodes)
  const { inline, ...flat } = flatten(core.nodes)
  if (!isVisible({ text: inline })) return null
  const pPr = childOf(element, 'w:pPr')
  return {
    from: element.from,
    to: element.to,
    inline,
    head: { from: element.from, to: pPr?.to ?? element.content.from },
    pPr,
    indented: about.indented,
    chineseLatin: about.chineseLatin,
    prefix: writtenPrefix(element.tag),
    start: core.start,
    end: core.end,
    ...flat,
  }
}

interface Core {
  readonly start: Raw
  readonly nodes: readonly Node[]
  readonly end: Raw
}

/**
 * The part of a paragraph that has its text: what only stands before it or behind it, or goes round all of it, need not
 * trouble a translator. A reference to a note does: it belongs to a sentence.
 */
function coreOf(nodes: readonly Node[]): Core {
  const isCore = (node: Node) => holdsText(node) || (node.type === 'code' && node.kind === 'footnote')
  const from = nodes.findIndex(isCore)
  const to = nodes.findLastIndex(isCore) + 1
  const start = nodes.slice(0, from).flatMap(rawOf)
  const end = nodes.slice(to).flatMap(rawOf)
  const [only, ...others] = nodes.slice(from, to)
  if (only?.type !== 'wrapper' || others.length > 0) return { start, nodes: nodes.slice(from, to), end }
  const inner = coreOf(only.children)
  return {
    start: [...start, ...only.open, ...inner.start],
    nodes: inner.nodes,
    end: [...inner.end, ...only.close, ...end],
  }
}

/** What comes of the nodes of one place, in order, before anchors are attached to codes. */
type Flat = string | (Omit<Mark, 'before' | 'after'> & { before: AnchorNode[]; after: AnchorNode[] }) | AnchorNode

type Flattened = Pick<Paragraph, 'inline' | 'style' | 'marks' | 'first' | 'last'>

function flatten(nodes: readonly Node[]): Flattened {
  let codes = 0
  const nextId = () => `c${++codes}`
  const list: Flat[] = []
  const mark = (code: Code, raw: Raw, wraps: boolean, style?: RunStyle) =>
    list.push({ code, raw, wraps, ...(style && { style }), before: [], after: [] })

  function add(level: readonly Node[], base: RunStyle): void {
    let open:
      | { readonly id: string; readonly kind: CodeKind; readonly style: RunStyle; readonly data: string }
      | undefined
    const close = () => {
      if (open) mark({ type: 'close', id: open.id, data: `/${open.data}`, kind: open.kind }, [], false)
      open = undefined
    }
    for (const [at, node] of level.entries()) {
      if (node.type === 'anchor') list.push(node)
      else if (node.type === 'text') {
        const style = styleOf(level, at, base)
        if (open && open.style.key !== style.key) close()
        if (!open && style.key !== base.key) {
          const { kind, data } = differenceOf(style, base)
          open = { id: nextId(), kind, style, data }
          mark({ type: 'open', id: open.id, data, kind }, [], false, style)
        }
        list.push(node.text)
      } else if (node.type === 'code') {
        // Formatting that goes on behind a code goes round it.
        if (open && nextStyle(level, at, base)?.key !== open.style.key) close()
        mark({ type: 'alone', id: nextId(), data: node.data, kind: node.kind }, node.raw, false)
      } else {
        close()
        const { kind, data } = node
        const id = nextId()
        const inner = prevailing(node.children) ?? base
        mark({ type: 'open', id, data, kind }, node.open, true, inner)
        add(node.children, inner)
        mark({ type: 'close', id, data: `/${data}`, kind }, node.close, true)
      }
    }
    close()
  }

  const style = prevailing(nodes) ?? anyStyle(nodes)
  add(nodes, style)
  return { style, ...attached(list) }
}

/**
 * Attaches each anchor to the code it touches. One inside text goes with its stretch between two codes: a beginning to
 * the front, an end to the back, so that it holds at least what it held.
 */
function attached(list: readonly Flat[]): Omit<Flattened, 'style'> {
  const first: AnchorNode[] = []
  const last: AnchorNode[] = []
  const marks = new Map<string, Mark>()
  const inline: Inline[number][] = []
  const lefts = neighbours(list)
  const rights = neighbours(list.toReversed()).toReversed()
  for (const [at, item] of list.entries()) {
    if (typeof item === 'string') inline.push(item)
    else if (!('type' in item)) {
      inline.push(item.code)
      marks.set(markKey(item.code), item)
    } else {
      const [left, right] = [lefts[at], rights[at]]
      const toRight = left?.touches ? false : right?.touches || item.ends
      if (toRight) (right?.mark?.before ?? last).push(item)
      else (left?.mark?.after ?? first).push(item)
    }
  }
  return { inline: compact(inline), marks, first, last }
}

/** For each item, the last code before it, and whether nothing stands between the two. */
function neighbours(list: readonly Flat[]) {
  let mark: Exclude<Flat, string | AnchorNode> | undefined
  let touches = true
  return list.map((item) => {
    const result = { mark, touches }
    if (typeof item === 'string') touches = false
    else if (!('type' in item)) {
      mark = item
      touches = true
    }
    return result
  })
}
