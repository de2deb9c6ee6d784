import type { RawBlock } from '../../model/document.ts'
import { attributeOf, childOf, childrenOf, type Element, type ElementTree, settingOf, within } from './element-tree.ts'
import { type Inherited, propertiesIn } from './run-style.ts'

/** Fonts made for Chinese, whose Latin letters are an afterthought. */
export const chineseFont =
  /\p{Script=Han}|^(?:sim(?:sun|hei)|nsimsun|fangsong|kaiti|lisu|youyuan|dengxian|microsoft yahei|st(?:song|kaiti|fangsong|heiti|xihei|zhongsong)|pmingliu|mingliu)/iu

/** What a paragraph is by its properties and its style. */
export interface ParagraphShape extends Pick<RawBlock, 'hint' | 'level'> {
  readonly inherited: Inherited
  readonly centred: boolean
  /** Whether its first line is indented by characters, as Chinese text is. */
  readonly indented: boolean
  /** Whether Latin letters have a Chinese font by its style. */
  readonly chineseLatin: boolean
}

export interface Styles {
  shapeOf(paragraph: Element): ParagraphShape
}

interface ParagraphStyle {
  readonly element: Element
  readonly name: string
  readonly basedOn: string | undefined
}

/** Styles based on one another in a circle end here. */
const longestChain = 30

const titles = /^(?:title|标题文字|主标题)$/i
const quotes = /^(?:(?:intense )?quote|(?:明显)?引用)$/i
const headings = /^(?:heading|标题) ?([1-9])$/i

/** Does its work once for each id. */
function onceForEach<T>(work: (id: string) => T): (id: string) => T {
  const results = new Map<string, T>()
  return (id) => {
    const known = results.get(id)
    if (known !== undefined) return known
    const result = work(id)
    results.set(id, result)
    return result
  }
}

/** The styles of paragraphs by their ids, and the id of the one that a paragraph has that names none. */
function paragraphStyles(root: Element | undefined) {
  const styles = new Map<string, ParagraphStyle>()
  let standard: string | undefined
  for (const element of root === undefined ? [] : childrenOf(root, 'w:style')) {
    if ((attributeOf(element, 'w:type') ?? 'paragraph') !== 'paragraph') continue
    const id = attributeOf(element, 'w:styleId') ?? ''
    styles.set(id, { element, name: settingOf(element, 'w:name') ?? id, basedOn: settingOf(element, 'w:basedOn') })
    if (/^(?:1|true|on)$/.test(attributeOf(element, 'w:default') ?? '')) standard ??= id
  }
  return { styles, standard }
}

/** The paragraph styles of a document; every paragraph is plain where it has none. */
export function readStyles(tree: ElementTree | null): Styles {
  const root = tree?.root
  const { styles, standard } = paragraphStyles(root)
  const chainOf = onceForEach((id): readonly ParagraphStyle[] => {
    const chain: ParagraphStyle[] = []
    for (let style = styles.get(id); style !== undefined && chain.length < longestChain; ) {
      chain.push(style)
      style = styles.get(style.basedOn ?? '')
    }
    return chain
  })
  const defaults = root === undefined ? undefined : [...within(root, 'w:rPrDefault')][0]
  const inheritedBy = onceForEach((id): Inherited => {
    const properties = new Map(propertiesIn(childOf(defaults, 'w:rPr')))
    for (const { element } of chainOf(id).toReversed()) {
      for (const [name, value] of propertiesIn(childOf(element, 'w:rPr'))) properties.set(name, value)
    }
    return properties
  })
  const latinFontBy = onceForEach((id) => {
    const sources = [...chainOf(id).map(({ element }) => element), defaults]
    const stated = sources.flatMap((source) => childOf(childOf(source, 'w:rPr'), 'w:rFonts') ?? [])
    return stated.flatMap((element) => attributeOf(element, 'w:ascii') ?? [])[0] ?? ''
  })
  return {
    shapeOf(paragraph) {
      const pPr = childOf(paragraph, 'w:pPr')
      const id = settingOf(pPr, 'w:pStyle') ?? standard ?? ''
      const chain = chainOf(styles.has(id) ? id : (standard ?? ''))
      // The paragraph's own properties come before those of its style, and those before the style it is based on.
      const sources = [pPr, ...chain.map(({ element }) => childOf(element, 'w:pPr'))]
      const first = (read: (properties: Element | undefined) => string | undefined) => {
        for (const source of sources) {
          const value = read(source)
          if (value !== undefined) return value
        }
        return undefined
      }
      const names = chain.map(({ name }) => name)
      const numbered = first((source) => settingOf(childOf(source, 'w:numPr'), 'w:numId'))
      const outline = first((source) => settingOf(source, 'w:outlineLvl'))
      const chars = first((source) => attributeOf(childOf(source, 'w:ind'), 'w:firstLineChars'))
      return {
        ...kindOf(names, outline, numbered),
        inherited: inheritedBy(id),
        centred: first((source) => settingOf(source, 'w:jc')) === 'center',
        chineseLatin: chineseFont.test(latinFontBy(id)),
        indented: chars !== undefined && chars !== '0',
      }
    },
  }
}

/**
 * The kind of a paragraph by the names of its style and of those it is based on, its level in the outline (0 to 8; 9 is
 * body text) and its list. A paragraph in the style of titles is a heading of level 0.
 */
function kindOf(
  names: readonly string[],
  outline: string | undefined,
  numbered: string | undefined,
): Pick<RawBlock, 'hint' | 'level'> {
  if (titles.test(names[0] ?? '')) return { hint: 'heading', level: 0 }
  const [named] = names.flatMap((name) => headings.exec(name)?.[1] ?? [])
  const level = outline !== undefined ? Number(outline) + 1 : named === undefined ? undefined : Number(named)
  if (level !== undefined && level >= 1 && level <= 9) return { hint: 'heading', level }
  if (names.some((name) => quotes.test(name))) return { hint: 'quote' }
  if (numbered !== undefined && numbered !== '0') return { hint: 'item' }
  return {}
}
