import type { Inline } from '../../model/inline.ts'
import { escapeAttribute } from '../xml/escape.ts'
import { attributeOf, childOf, type Element, type ElementTree, type Range, settingOf, within } from './element-tree.ts'
import { chineseFont } from './styles.ts'
import type { Look } from './write-paragraph.ts'

/** The font of English that has none but a Chinese one. */
const latinFont = 'Times New Roman'

/** Properties behind `w:lang` in the order of the schema (ECMA-376 part 1, 17.3.2.28), and those of extensions. */
const afterLang = /<(?:\w+:)?(?:eastAsianLayout|specVanish|oMath)\b|<w1\d:|<\/(?:\w+:)?rPr>$/
/** Properties behind `w:ind` (17.3.1.26). */
const afterIndent =
  /^w:(?:contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)$/

/** English as English looks: its language, a font with Latin letters, and no indent by characters. */
export const englishLook: Look = {
  runProperties(raw, prefix, { chineseLatin }) {
    const properties = raw === '' || raw.endsWith('/>') ? `<${prefix}rPr></${prefix}rPr>` : raw
    return withLanguage(withFonts(properties, prefix, chineseLatin), prefix)
  },
  head(paragraph, text) {
    const { head, indented, pPr, prefix } = paragraph
    if (!indented) return text.slice(head.from, head.to)
    if (pPr === undefined) return `${text.slice(head.from, head.to)}<${prefix}pPr>${flush(prefix)}</${prefix}pPr>`
    const indent = childOf(pPr, 'w:ind')
    if (indent !== undefined)
      return spliced(text, head, indent, withoutIndent(text.slice(indent.from, indent.to), prefix))
    const next = pPr.children.find(({ name }) => afterIndent.test(name))?.from ?? pPr.content.to
    // A tag that is empty has no place inside.
    if (pPr.content.from === pPr.to) return spliced(text, head, pPr, `<${prefix}pPr>${flush(prefix)}</${prefix}pPr>`)
    return spliced(text, head, { from: next, to: next }, flush(prefix))
  },
  text: withoutBlanks,
}

const flush = (prefix: string) => `<${prefix}ind ${prefix}firstLineChars="0" ${prefix}firstLine="0"/>`

function spliced(text: string, whole: Range, { from, to }: Range, written: string): string {
  return text.slice(whole.from, from) + written + text.slice(to, whole.to)
}

function withoutIndent(tag: string, prefix: string): string {
  const rest = tag.replace(/\s(?:\w+:)?firstLine(?:Chars)?\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
  return rest.replace(/\s*\/?>(?:<\/[^>]*>)?$/, ` ${prefix}firstLineChars="0" ${prefix}firstLine="0"/>`)
}

function withLanguage(raw: string, prefix: string): string {
  const lang = /<(?:\w+:)?lang\b[^>]*>/
  if (lang.test(raw)) {
    return raw.replace(lang, (tag) => {
      const rest = tag.replace(/\s(?:\w+:)?val\s*=\s*(?:"[^"]*"|'[^']*')/, '')
      return rest.replace(/\s*\/?>$/, ` ${prefix}val="en-US"/>`)
    })
  }
  return raw.replace(afterLang, (next) => `<${prefix}lang ${prefix}val="en-US"/>${next}`)
}

/** The fonts of a run without the hint that takes its letters for Chinese, and without Chinese fonts for Latin letters. */
function withFonts(raw: string, prefix: string, chineseLatin: boolean): string {
  const fonts = /<(?:\w+:)?rFonts\b[^>]*>/
  const latin = `${prefix}ascii="${latinFont}" ${prefix}hAnsi="${latinFont}"`
  if (!fonts.test(raw)) {
    // Its place is behind the style of the characters.
    return chineseLatin
      ? raw.replace(/^<[^>]*>(?:<(?:\w+:)?rStyle\b[^>]*>)?/, (start) => `${start}<${prefix}rFonts ${latin}/>`)
      : raw
  }
  return raw.replace(fonts, (tag) => {
    const stated = /\s(?:\w+:)?(?:ascii|hAnsi|asciiTheme|hAnsiTheme)\s*=/.test(tag)
    const named = tag
      .replace(/\s(?:\w+:)?hint\s*=\s*(?:"[^"]*"|'[^']*')/, '')
      .replace(/(\s(?:\w+:)?(?:ascii|hAnsi)\s*=\s*)(?:"([^"]*)"|'([^']*)')/g, (whole, name: string, double, single) =>
        chineseFont.test(double ?? single ?? '') ? `${name}"${escapeAttribute(latinFont)}"` : whole,
      )
    return stated || !chineseLatin ? named : named.replace(/\s*\/?>$/, ` ${latin}/>`)
  })
}

/** Wide blanks at the beginning of a paragraph indent Chinese. */
function withoutBlanks(target: Inline): Inline {
  const [first, ...rest] = target
  return typeof first === 'string' ? [first.replace(/^\u3000+/, ''), ...rest] : target
}

/** What stands for numbers of each form in English lists; numbers that are not Chinese stay. */
const numberForms: Readonly<Record<string, string>> = {
  chineseCounting: 'decimal',
  chineseCountingThousand: 'decimal',
  chineseLegalSimplified: 'decimal',
  japaneseCounting: 'decimal',
  taiwaneseCounting: 'decimal',
  taiwaneseCountingThousand: 'decimal',
  ideographDigital: 'decimal',
  ideographLegalTraditional: 'decimal',
  decimalFullWidth: 'decimal',
  decimalFullWidth2: 'decimal',
  decimalEnclosedCircleChinese: 'decimalEnclosedCircle',
  ideographTraditional: 'upperLetter',
  ideographZodiac: 'upperLetter',
}

const parts: readonly (readonly [chinese: RegExp, english: string])[] = [
  [/第(%\d)编/g, 'Part $1'],
  [/第(%\d)章/g, 'Chapter $1'],
  [/第(%\d)节/g, 'Section $1'],
  [/第(%\d)条/g, 'Article $1'],
  [/[（〔]/g, '('],
  [/[）〕]/g, ')'],
  [/[、．。]/g, '.'],
  [/：/g, ':'],
]

/** The numbering part with the numbers of lists as English writes them. */
export function englishNumbering({ text, root }: ElementTree): string {
  const out: string[] = []
  let at = 0
  const setTo = (element: Element | undefined, value: string) => {
    if (element === undefined) return
    const tag = element.tag.replace(/(\s(?:\w+:)?val\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${escapeAttribute(value)}"`)
    out.push(text.slice(at, element.from), tag)
    at = element.from + element.tag.length
  }
  for (const level of within(root, 'w:lvl')) {
    const form = numberForms[settingOf(level, 'w:numFmt') ?? '']
    const words = settingOf(level, 'w:lvlText') ?? ''
    const english = parts.reduce((written, [chinese, replacement]) => written.replace(chinese, replacement), words)
    for (const child of level.children) {
      if (child.name === 'w:numFmt' && form !== undefined) setTo(child, form)
      if (child.name === 'w:lvlText' && english !== words && attributeOf(child, 'w:val') !== undefined)
        setTo(child, english)
    }
  }
  return out.join('') + text.slice(at)
}
