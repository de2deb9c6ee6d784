/**
 * A run of text with inline codes, as XLIFF 2.1 §2.3 has them: plain strings and codes in reading order.
 * A code is never a character of the text, so no step can mistake one for the other.
 */
export type Inline = readonly (string | Code)[]

/** What a code is to its reader, where its format knows it: people are shown a sign for each. */
export const codeKinds = [
  'bold',
  'italic',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'format',
  'link',
  'footnote',
  'field',
  'picture',
  'break',
  'symbol',
  'ruby',
  'formula',
  'control',
  'other',
] as const
export type CodeKind = (typeof codeKinds)[number]

/** An inline code: `open` and `close` come in pairs of one `id`; `alone` stands by itself (XLIFF `<pc>`, `<ph>`). */
export interface Code {
  readonly type: 'open' | 'close' | 'alone'
  readonly id: string
  /** What the code stands for in the original format, for instance `**`. */
  readonly data: string
  readonly kind?: CodeKind
}

/** The text without its codes. Offsets in findings and occurrences count UTF-16 units of this string. */
export function plain(inline: Inline): string {
  const [first] = inline
  // Most texts have no codes: what there is is what is asked for.
  if (inline.length === 1 && typeof first === 'string') return first
  return inline.filter((part) => typeof part === 'string').join('')
}

export function isCode(part: string | Code): part is Code {
  return typeof part !== 'string'
}

export function hasCodes(inline: Inline): boolean {
  return inline.some(isCode)
}

/** An Inline of one string; the empty text is the empty array. */
export function inlineOf(text: string): Inline {
  return text === '' ? [] : [text]
}

/** The same text with neighbouring strings joined, and without empty ones. */
export function compact(inline: Inline): Inline {
  const parts: (string | Code)[] = []
  for (const part of inline) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else if (part !== '') parts.push(part)
  }
  return parts
}
