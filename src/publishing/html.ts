/** Private to this file, so that no value read from JSON can pose as markup. */
const markup = Symbol('markup')

/** A piece of HTML that can be put into a page unescaped. Only this file makes one. */
export interface Html {
  readonly [markup]: string
}

/** The values that a template accepts. `null`, `undefined`, `false` and the empty list write nothing. */
export type Hole = string | number | Html | false | null | undefined | readonly Hole[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text escaped for use in a quoted attribute, and anywhere. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => escapes[character] ?? '') : text
}

/** Text escaped for use between tags, where a quotation mark is a character like others. */
function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => escapes[character] ?? '') : text
}

function write(hole: Hole, escaped: Escape): string {
  if (typeof hole === 'string') return escaped(hole)
  if (typeof hole === 'number') return String(hole)
  if (!hole) return ''
  if (isHtml(hole)) return hole[markup]
  if (Array.isArray(hole)) return hole.map((each) => write(each, escaped)).join('')
  throw new TypeError('neither text nor markup')
}

function isHtml(value: object): value is Html {
  return Object.hasOwn(value, markup)
}

/**
 * A template of HTML: escapes every value except those that `html` made. Values may be between tags or inside an attribute
 * in double quotes; never in a tag's name, an unquoted attribute, a script or a style.
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  const escapesOfHoles = escapesOf(parts)
  let text = parts[0] ?? ''
  for (let i = 0; i < holes.length; i++) text += write(holes[i], escapesOfHoles[i] ?? escapeHtml) + (parts[i + 1] ?? '')
  return { [markup]: text }
}

type Escape = (text: string) => string
const known = new WeakMap<TemplateStringsArray, readonly Escape[]>()

/** How each hole of a template is escaped: as in an attribute wherever a double quote before it in its tag is still open. */
function escapesOf(parts: TemplateStringsArray): readonly Escape[] {
  const before = known.get(parts)
  if (before) return before
  let text = ''
  const escapesOfHoles = parts.map((part): Escape => {
    text += part
    const quotes = text.slice(text.lastIndexOf('<') + 1).match(/"/g)?.length ?? 0
    return quotes % 2 === 1 ? escapeHtml : escapeText
  })
  known.set(parts, escapesOfHoles)
  return escapesOfHoles
}

/** Treats a text as markup. Only for text that this file has written, never for input. */
function verbatim(text: string): Html {
  return { [markup]: text }
}

/** JSON for a `<script type="application/ld+json">`: none of its characters can end the element or begin a comment. */
export function jsonForScript(value: unknown): Html {
  return verbatim(
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )
}

/** Markup as text, to be written to a file. */
export function render(piece: Html): string {
  return piece[markup]
}
