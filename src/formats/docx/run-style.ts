import type { CodeKind } from '../../model/inline.ts'
import { attributeOf, childOf, type Element, type ElementTree } from './element-tree.ts'

/** Properties of runs by name, each in one word; what a reader cannot see is not among them. */
export type RunProperties = ReadonlyMap<string, string>

/** The formatting of a run. */
export interface RunStyle {
  /** `w:rPr` as written, without its tracked changes; '' where there is none. */
  readonly raw: string
  readonly properties: RunProperties
  /** Runs of one key look alike to a reader of the English. */
  readonly key: string
  readonly hidden: boolean
  /** In a font whose letters are signs: the text says nothing without it. */
  readonly signs: boolean
}

/** Formatting that runs have from their paragraph, by its style. */
export type Inherited = RunProperties

/**
 * Properties that split sentences in Chinese files and are no formatting that a reader sees in the English: fonts, which
 * change wherever the scripts alternate, languages, spelling marks, what only concerns complex scripts, and what fits
 * Chinese characters to their line.
 */
const unseen: ReadonlySet<string> = new Set([
  'w:rFonts',
  'w:lang',
  'w:noProof',
  'w:szCs',
  'w:bCs',
  'w:iCs',
  'w:cs',
  'w:rtl',
  'w:snapToGrid',
  'w:kern',
  'w:spacing',
  'w:w',
  'w:fitText',
  'w:eastAsianLayout',
  'w:webHidden',
  'w:specVanish',
  'w:oMath',
  'mc:AlternateContent',
])

const revisions: ReadonlySet<string> = new Set(['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** Values that say the same as none. */
const neutral: Readonly<Record<string, readonly string[]>> = {
  'w:color': ['auto', '000000'],
  'w:u': ['none'],
  'w:highlight': ['none'],
  'w:shd': ['clear'],
  'w:vertAlign': ['baseline'],
  'w:effect': ['none'],
  'w:em': ['none'],
  'w:position': ['0'],
}

const off = /^(?:0|false|off)$/
const signFonts = /^(?:symbol|mt extra|webdings|wingdings.*|marlett)$/i
const noProperties: RunProperties = new Map()

/** The properties in an `rPr`, those that `inherited` has with the same value left out. */
export function propertiesIn(rPr: Element | undefined, inherited: Inherited = noProperties): RunProperties {
  const properties = new Map<string, string>()
  for (const child of rPr?.children ?? []) {
    const { name } = child
    if (unseen.has(name) || revisions.has(name)) continue
    const value = attributeOf(child, 'w:val')
    const shade = name === 'w:shd' ? attributeOf(child, 'w:fill') : undefined
    const stated = shade !== undefined && shade !== 'auto' ? shade : off.test(value ?? '') ? 'off' : (value ?? 'on')
    const means = /^(?:1|true)$/.test(stated) ? 'on' : (neutral[name]?.includes(stated) ?? false) ? 'off' : stated
    if (means !== (inherited.get(name) ?? 'off')) properties.set(name, means)
  }
  return properties
}

/** `runStyleOf` for the runs of one part, each formatting read once. */
export function runStyles(tree: ElementTree): (rPr: Element | undefined, inherited: Inherited) => RunStyle {
  const known = new Map<Inherited, Map<string, RunStyle>>()
  return (rPr, inherited) => {
    const styles = known.get(inherited) ?? new Map<string, RunStyle>()
    known.set(inherited, styles)
    const written = rPr === undefined ? '' : tree.text.slice(rPr.from, rPr.to)
    const style = styles.get(written) ?? runStyleOf(tree, rPr, inherited)
    styles.set(written, style)
    return style
  }
}

/** The formatting of a run with this `rPr`, in a paragraph whose style gives `inherited`. */
function runStyleOf({ text }: ElementTree, rPr: Element | undefined, inherited: Inherited): RunStyle {
  const properties = propertiesIn(rPr, inherited)
  const fonts = childOf(rPr, 'w:rFonts')
  const signs = ['w:ascii', 'w:hAnsi'].some((script) => signFonts.test(attributeOf(fonts, script) ?? ''))
  const key = [...properties].map(([name, value]) => `${name}=${value}`)
  return {
    raw: rPr === undefined ? '' : rawOf(text, rPr),
    properties,
    key: key.sort().join(' '),
    hidden: properties.get('w:vanish') === 'on',
    signs,
  }
}

function rawOf(text: string, rPr: Element): string {
  let raw = ''
  let from = rPr.from
  for (const child of rPr.children) {
    if (!revisions.has(child.name)) continue
    raw += text.slice(from, child.from)
    from = child.to
  }
  return raw + text.slice(from, rPr.to)
}

/** Formatting that shows on white space. */
const seenOnBlanks = ['w:u', 'w:strike', 'w:dstrike', 'w:highlight', 'w:shd', 'w:bdr', 'w:rStyle']

/** Whether white space looks the same in both. */
export function alikeOnBlanks(a: RunStyle, b: RunStyle): boolean {
  return seenOnBlanks.every((name) => a.properties.get(name) === b.properties.get(name))
}

/** What a run has that its surroundings have not, as a kind and in words. */
export function differenceOf(style: RunStyle, base: RunStyle): { readonly kind: CodeKind; readonly data: string } {
  const words: string[] = []
  let kind: CodeKind | undefined
  for (const [name, value] of style.properties) {
    if (base.properties.get(name) === value) continue
    const known = kinds[`${name}=${value}`] ?? kinds[name]
    if (value !== 'off') kind ??= known
    words.push(wordsOf(name, value, known))
  }
  for (const [name, value] of base.properties) {
    if (!style.properties.has(name)) words.push(`not ${wordsOf(name, value, kinds[name])}`)
  }
  return { kind: kind ?? 'format', data: words.join(', ') }
}

const kinds: Readonly<Record<string, CodeKind>> = {
  'w:b': 'bold',
  'w:i': 'italic',
  'w:u': 'underline',
  'w:strike': 'strike',
  'w:dstrike': 'strike',
  'w:vertAlign=superscript': 'superscript',
  'w:vertAlign=subscript': 'subscript',
  'w:rStyle=Strong': 'bold',
  'w:rStyle=Emphasis': 'italic',
}

function wordsOf(name: string, value: string, kind: CodeKind | undefined): string {
  const word = kind ?? name.replace(/^\w+:/, '')
  if (value === 'off') return `not ${word}`
  return value === 'on' || kind !== undefined ? word : `${word} ${value}`
}
