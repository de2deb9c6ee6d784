import type { RawBlock } from '../../model/document.ts'
import type { CodeKind } from '../../model/inline.ts'

export type Hint = NonNullable<RawBlock['hint']>

/** Elements whose beginning and end are those of a block, and what their text is where they say so. */
const blockElements: ReadonlyMap<string, Hint | null> = new Map<string, Hint | null>([
  ...(
    'address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'head header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td ' +
    'tfoot th thead title tr ul'
  )
    .split(' ')
    .map((name) => [name, null] as const),
  ['blockquote', 'quote'],
  ['dd', 'item'],
  ['dt', 'item'],
  ['li', 'item'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
])

export function isBlockElement(name: string): boolean {
  return blockElements.has(name)
}

/** What the text of an element is; null where the element says nothing of it. */
export function hintOf(name: string): Hint | null {
  return blockElements.get(name) ?? null
}

/** Elements in which nothing is text to translate: they stand in a line as one code, or beside it. */
const opaque: ReadonlySet<string> = new Set(
  (
    'applet audio button canvas datalist embed iframe input map math meter noembed noframes noscript object progress rp rt ' +
    'script select style svg template textarea video'
  ).split(' '),
)

export function isOpaque(name: string): boolean {
  return opaque.has(name)
}

const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'.split(' '),
)

/** Whether an element has no content and no end tag. */
export function isVoid(name: string): boolean {
  return voidElements.has(name)
}

/** Elements of a page that are not its text: they are left out where they stand outside of it. */
export const sideElements: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'dialog', 'menu', 'search'])

const codeKindsOf: Readonly<Record<string, CodeKind>> = {
  a: 'link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sup: 'superscript',
  sub: 'subscript',
  img: 'picture',
  svg: 'picture',
  canvas: 'picture',
  video: 'picture',
  br: 'break',
  wbr: 'break',
  math: 'formula',
  ruby: 'ruby',
  rt: 'ruby',
  rp: 'ruby',
  input: 'control',
  select: 'control',
  button: 'control',
  textarea: 'control',
  span: 'format',
  font: 'format',
  big: 'format',
  small: 'format',
  code: 'format',
  mark: 'format',
}

export function codeKindOf(name: string): CodeKind {
  return codeKindsOf[name] ?? 'other'
}

/** Elements that only dress their text: two alike that follow one another are one. */
const dressing: ReadonlySet<string> = new Set('b big em font i mark s small span strike strong u'.split(' '))

/** Attributes that no reader sees: a span that has no others is nothing to a translator. */
const unseen = /^(?:data-.*|leaf|lang|xml:lang|textstyle|mpa-.*|powered-by|opera-tn-.*|dir)$/
/**
 * Styles that part words no reader would: fonts, which Word changes wherever Chinese and Latin letters meet, what browsers
 * write into a copied text, and what is so by itself.
 */
const unseenStyle =
  /^(?:mso-.*|font-family|-(?:webkit|moz|ms)-.*|line-height|letter-spacing|word-spacing|orphans|widows|text-indent|text-align|white-space(?:-collapse)?|text-wrap(?:-mode)?|text-transform|word-break|overflow-wrap|box-sizing|outline|max-width|margin|padding|float|display|visibility|font-variant.*|font-kerning|text-decoration-(?:thickness|style|color)|layout-grid-mode)$/i
const plainValue = /^(?:normal|none|initial|inherit|400|inline|transparent)(?:\s*!important)?$/i

/** The styles of an element that a reader sees. */
function seenStyle(style: string): string {
  return style
    .slice(0, 2000)
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .filter(([name = '', value = '']) => name !== '' && !unseenStyle.test(name) && !plainValue.test(value))
    .map((parts) => parts.join(':'))
    .join(';')
}

/** The attributes that a reader sees, each with its value. */
function seenAttributes(attributes: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(attributes)
    .filter(([key]) => !unseen.test(key))
    .map(([key, value]) => [key, key === 'style' ? seenStyle(value) : value] as const)
    .filter(([key, value]) => value.trim() !== '' || (key !== 'style' && key !== 'class'))
}

/** What a reader sees of an element that dresses its text: its attributes, without those that nobody sees. */
export function dressOf(name: string, attributes: Readonly<Record<string, string>>): string {
  return dressing.has(name) ? JSON.stringify([name, seenAttributes(attributes)]) : ''
}

/** Whether an element changes nothing that a reader sees: `<span leaf="">`, as WeChat writes around all text, or `<o:p>`. */
export function isTransparent(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name.includes(':')) return true
  return (name === 'span' || name === 'font') && seenAttributes(attributes).length === 0
}

/** The number or bullet of a list that Word writes as text, and what it hides. */
export function isGenerated(style: string): boolean {
  return /mso-list\s*:\s*ignore|mso-hide\s*:\s*all/i.test(style.slice(0, 2000))
}

/** What Word calls its paragraphs where it writes a page. */
export function hintOfClass(classes: readonly string[]): Hint | null {
  if (classes.includes('MsoTitle')) return 'heading'
  return classes.some((name) => /^MsoList/.test(name)) ? 'item' : null
}
