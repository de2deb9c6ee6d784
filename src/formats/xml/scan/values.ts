import { isAllowed } from './characters.ts'

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** What a reference means, from what stands between `&` and `;`; null if it means nothing (XML 1.0 §4.1, §4.6). */
export function referenced(name: string): string | null {
  const entity = entities.get(name)
  if (entity !== undefined) return entity
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name) ?? []
  // The `x` is small in XML.
  if (name.startsWith('#X')) return null
  const point = Number.parseInt(hexadecimal ?? decimal ?? '', hexadecimal === undefined ? 10 : 16)
  return isAllowed(point) ? String.fromCodePoint(point) : null
}

/** A well-formed text with its references resolved. */
function resolved(text: string): string {
  let whole = ''
  let from = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at)
    whole += text.slice(from, at) + (referenced(text.slice(at + 1, end)) ?? '')
    from = end + 1
  }
  return whole + text.slice(from)
}

/** The text that a well-formed piece of a file between tags means: line ends and references are resolved. */
export function textOf(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  return lines.includes('&') ? resolved(lines) : lines
}

/** The value that is written between the quotes of an attribute (XML 1.0 §3.3.3). */
export function attributeValueOf(raw: string): string {
  const spaces =
    raw.includes('\n') || raw.includes('\t') || raw.includes('\r') ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw
  return spaces.includes('&') ? resolved(spaces) : spaces
}

/** The text of a CDATA section, a comment or an instruction: only its line ends change. */
export function linesOf(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
}
