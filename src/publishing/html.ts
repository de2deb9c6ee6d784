/** Known to nothing outside this file, so that no value read from JSON can pass itself off as markup. */
const markup = Symbol('markup')

/** A piece of HTML that is safe to put into a page as it stands. Only this file makes one. */
export interface Html {
  readonly [markup]: string
}

/** What may stand in a hole of a template. Nothing, `false` and the empty list write nothing. */
export type Hole = string | number | Html | false | null | undefined | readonly Hole[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it must be written between tags and between the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => escapes[character] ?? '') : text
}

function write(hole: Hole): string {
  if (typeof hole === 'string') return escapeHtml(hole)
  if (typeof hole === 'number') return String(hole)
  if (!hole) return ''
  if (isHtml(hole)) return hole[markup]
  if (Array.isArray(hole)) return hole.map(write).join('')
  throw new TypeError('neither text nor markup')
}

function isHtml(value: object): value is Html {
  return Object.hasOwn(value, markup)
}

/**
 * A template of HTML: everything in its holes is escaped but what `html` has made. Holes stand between tags or
 * inside a quoted attribute; never in a tag's name, an unquoted attribute, a script or a style.
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let text = parts[0] ?? ''
  for (let i = 0; i < holes.length; i++) text += write(holes[i]) + (parts[i + 1] ?? '')
  return { [markup]: text }
}

/** Takes a text for markup as it is. For what this room has written itself, and for nothing that came from outside. */
function verbatim(text: string): Html {
  return { [markup]: text }
}

/** JSON for a `<script type="application/ld+json">`: no character of it can end the element or begin a comment. */
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
