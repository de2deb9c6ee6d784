import type { CodeKind } from '../../model/inline.ts'
import { attributeOf, childOf, type Element, type ElementTree, type Range, textOf, within } from './element-tree.ts'
import { type Fields, fieldData, fieldKind, hasText } from './fields.ts'
import type { Inherited, RunStyle } from './run-style.ts'

/** Text of a part to be written: stretches of it as they are, and strings between them. */
export type Raw = readonly (string | Range)[]

/** What a paragraph holds, in order, without what was deleted. */
export type Node = TextNode | CodeNode | AnchorNode | WrapperNode

export interface TextNode {
  readonly type: 'text'
  readonly at: number
  readonly text: string
  readonly style: RunStyle
  readonly raw: Raw
}

/** Something that is no text, and stands for itself: a picture, a reference to a note, a mark of a field. */
export interface CodeNode {
  readonly type: 'code'
  readonly at: number
  readonly kind: CodeKind
  readonly data: string
  readonly raw: Raw
}

/** An invisible place: a bookmark, a comment, a permission. It must not be lost, and splits no text. */
export interface AnchorNode {
  readonly type: 'anchor'
  readonly at: number
  /** Which anchors belong together, as begin and end: the sort and the id. */
  readonly pair: string
  readonly ends: boolean
  readonly raw: Raw
}

/** Something around text: a link, ruby, a content control, a field whose result is text. */
export interface WrapperNode {
  readonly type: 'wrapper'
  readonly at: number
  readonly to: number
  readonly kind: CodeKind
  readonly data: string
  readonly open: Raw
  readonly close: Raw
  readonly children: readonly Node[]
}

/** What the reading of paragraphs needs to know of their part. */
export interface PartContext {
  readonly tree: ElementTree
  readonly fields: Fields
  /** The formatting of a run; most runs of a part have one of a few. */
  styleOf(rPr: Element | undefined, inherited: Inherited): RunStyle
  /** The address of a relationship (a link's). */
  addressOf(relationship: string): string | undefined
  /** The number a reader sees for a note, by the sort of its reference and its id. */
  numberOf(sort: string, id: string): number
}

/** What holds for a paragraph. */
export interface ParagraphContext {
  readonly inherited: Inherited
  /** Whether a line break stands inside a sentence, as in a heading, or ends one. */
  readonly breaksInside: boolean
  /** Whether its first line is indented by characters, and its Latin letters have a Chinese font. */
  readonly indented: boolean
  readonly chineseLatin: boolean
}

/** What a code of hidden text says of itself. */
export const hiddenText = 'hidden text'

/** Elements of which nothing is left when tracked changes are accepted, and marks that say nothing to a reader. */
const dropped: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:proofErr',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlPr',
  'w:smartTagPr',
])

/** Elements that are only around text: what they hold is read as if they were not there. */
const transparent: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml'])

const anchors: Readonly<Record<string, readonly [sort: string, ends: boolean]>> = {
  'w:bookmarkStart': ['bookmark', false],
  'w:bookmarkEnd': ['bookmark', true],
  'w:commentRangeStart': ['comment', false],
  'w:commentRangeEnd': ['comment', true],
  'w:permStart': ['permission', false],
  'w:permEnd': ['permission', true],
}

/** The nodes of a paragraph, before its fields are put together. */
export function nodesOf(paragraph: Element, part: PartContext, about: ParagraphContext): readonly Node[] {
  return paragraph.children.flatMap((child) => nodesIn(child, part, about))
}

function nodesIn(element: Element, part: PartContext, about: ParagraphContext): readonly Node[] {
  const { name } = element
  if (dropped.has(name)) return []
  if (transparent.has(name)) return nodesOf(element, part, about)
  if (name === 'w:r') return nodesOfRun(element, part, about)
  const anchor = anchors[name]
  if (anchor !== undefined) {
    const [sort, ends] = anchor
    return [{ type: 'anchor', at: element.from, pair: `${sort} ${attributeOf(element, 'w:id')}`, ends, raw: [element] }]
  }
  if (name === 'w:hyperlink') return [wrapper(element, element.content, 'link', linkData(element, part), part, about)]
  if (name === 'w:dir' || name === 'w:bdo')
    return [wrapper(element, element.content, 'control', 'direction', part, about)]
  const sdtContent = name === 'w:sdt' ? childOf(element, 'w:sdtContent') : undefined
  if (sdtContent !== undefined) {
    const control = wrapper(element, sdtContent.content, 'control', 'content control', part, about, sdtContent)
    return [{ ...control, open: unbound(element, sdtContent) }]
  }
  if (name === 'w:fldSimple') {
    const instruction = attributeOf(element, 'w:instr') ?? ''
    if (hasText(instruction)) {
      return [wrapper(element, element.content, fieldKind(instruction), fieldData(instruction), part, about)]
    }
    return [code(element, 'field', fieldData(instruction), [element])]
  }
  return [code(element, kindOf(name), kindOf(name), [element])]
}

function code(at: Range, kind: CodeKind, data: string, raw: Raw): CodeNode {
  return { type: 'code', at: at.from, kind, data, raw }
}

/** An element around what `holder` holds, which stands at `content`. */
function wrapper(
  element: Element,
  content: Range,
  kind: CodeKind,
  data: string,
  part: PartContext,
  about: ParagraphContext,
  holder: Element = element,
): WrapperNode {
  return {
    type: 'wrapper',
    at: element.from,
    to: element.to,
    kind,
    data,
    open: [{ from: element.from, to: content.from }],
    close: [{ from: content.to, to: element.to }],
    children: nodesOf(holder, part, about),
  }
}

/** The head of a content control without its binding to data of the file, from which Word would take the Chinese again. */
function unbound(control: Element, { content }: Element): Raw {
  const binding = childOf(childOf(control, 'w:sdtPr'), 'w:dataBinding')
  if (binding === undefined) return [{ from: control.from, to: content.from }]
  return [
    { from: control.from, to: binding.from },
    { from: binding.to, to: content.from },
  ]
}

function linkData(element: Element, part: PartContext): string {
  const id = attributeOf(element, 'r:id')
  const anchor = attributeOf(element, 'w:anchor')
  const address = id === undefined ? undefined : part.addressOf(id)
  return `link ${address ?? ''}${anchor === undefined ? '' : `#${anchor}`}`.trim()
}

function kindOf(name: string): CodeKind {
  if (name === 'm:oMath' || name === 'm:oMathPara') return 'formula'
  if (/^(?:w:drawing|w:pict|w:object|mc:AlternateContent|w:contentPart)$/.test(name)) return 'picture'
  if (/^w:(?:fldChar|instrText|pgNum|day|month|year)/.test(name)) return 'field'
  if (/^w:(?:br|ptab|cr)$/.test(name)) return 'break'
  if (name === 'w:sym') return 'symbol'
  return name === 'w:footnoteReference' || name === 'w:endnoteReference' ? 'footnote' : 'other'
}

function nodesOfRun(run: Element, part: PartContext, about: ParagraphContext): readonly Node[] {
  const { tree } = part
  const rPr = childOf(run, 'w:rPr')
  const style = part.styleOf(rPr, about.inherited)
  const children = run.children
    .filter(({ name }) => name !== 'w:rPr' && name !== 'w:lastRenderedPageBreak')
    .flatMap(alternativeText)
  const closing = `</${/^<([^\s/>]+)/.exec(run.tag)?.[1]}>`
  return children.flatMap((child): readonly Node[] => {
    const raw: Raw = children.length === 1 ? [run] : [`${run.tag}${style.raw}`, child, closing]
    if (child.name === 'w:commentReference') {
      return [{ type: 'anchor', at: child.from, pair: `comment ${attributeOf(child, 'w:id')}`, ends: true, raw }]
    }
    const base = childOf(child, 'w:rubyBase')
    if (child.name === 'w:ruby' && base !== undefined) return [ruby(child, base, [`${run.tag}${style.raw}`, closing])]
    const text = textOfChild(child, tree, about)
    if (text === '') return []
    if (text === null) return [code(child, kindOf(child.name), dataOf(child, part), raw)]
    if (style.hidden) return [code(child, 'other', hiddenText, raw)]
    if (style.signs) return [code(child, 'symbol', `symbol ${text}`, raw)]
    return [{ type: 'text', at: child.from, text, style, raw }]
  })

  function ruby(element: Element, base: Element, [before, after]: readonly [string, string]): WrapperNode {
    const annotation = [...within(element, 'w:rt')].flatMap((rt) => [...within(rt, 'w:t')])
    return {
      type: 'wrapper',
      at: element.from,
      to: element.to,
      kind: 'ruby',
      data: `ruby ${annotation.map((t) => textOf(tree, t)).join('')}`,
      open: [before, { from: element.from, to: base.content.from }],
      close: [{ from: base.content.to, to: element.to }, after],
      children: nodesOf(base, part, about),
    }
  }
}

/** Alternate content that is text and nothing else is the text of its first branch. */
function alternativeText(child: Element): readonly Element[] {
  if (child.name !== 'mc:AlternateContent') return [child]
  const branch = child.children.find(({ name }) => /^mc:(?:Choice|Fallback)$/.test(name))?.children ?? []
  return branch.length > 0 && branch.every(({ name }) => name === 'w:t' || name === 'w:tab') ? branch : [child]
}

/** The text that a child of a run stands for; null if it stands for something else. */
function textOfChild(child: Element, tree: ElementTree, { breaksInside }: ParagraphContext): string | null {
  switch (child.name) {
    case 'w:t': {
      const text = textOf(tree, child).replace(/[\t\r\n]/g, ' ')
      return attributeOf(child, 'xml:space') === 'preserve' ? text : text.replace(/^ +| +$/g, '')
    }
    case 'w:tab':
      return '\t'
    case 'w:noBreakHyphen':
      return '\u2011'
    // Says where a word of the Chinese file may be divided.
    case 'w:softHyphen':
    case 'w:delText':
    case 'w:delInstrText':
      return ''
    case 'w:cr':
      return breaksInside ? null : '\n'
    case 'w:br':
      return breaksInside || (attributeOf(child, 'w:type') ?? 'textWrapping') !== 'textWrapping' ? null : '\n'
    default:
      return null
  }
}

function dataOf(child: Element, part: PartContext): string {
  const { name } = child
  if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
    const sort = name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    return `${sort} ${part.numberOf(sort, attributeOf(child, 'w:id') ?? '')}`
  }
  if (name === 'w:sym') return `symbol ${attributeOf(child, 'w:char') ?? ''}`
  if (name === 'w:br') return `${attributeOf(child, 'w:type') ?? 'line'} break`
  return kindOf(name)
}

/** What is written for a node and all in it. */
export function rawOf(node: Node): Raw {
  return node.type === 'wrapper' ? [...node.open, ...node.children.flatMap(rawOf), ...node.close] : node.raw
}

/** Whether there is text in a node. */
export function holdsText(node: Node): boolean {
  return node.type === 'text' || (node.type === 'wrapper' && node.children.some(holdsText))
}
