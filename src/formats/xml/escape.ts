/** A character that XML 1.0 cannot write (production 2, Char), lone surrogates included. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Text between tags. A carriage return is written as a reference; readers would turn it into a line feed. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (mark) => entities[mark] ?? mark)
}

/** The value of an attribute in double quotes; white space other than spaces is written as references to preserve it. */
export function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\r\n\t]/g, (mark) => entities[mark] ?? mark)
}

/** A text split at the characters that XML 1.0 cannot write: strings, and the code points of those characters. */
export function splitImpossible(text: string): readonly (string | number)[] {
  const parts: (string | number)[] = []
  let from = 0
  for (const match of text.matchAll(impossible)) {
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push(match[0].charCodeAt(0))
    from = match.index + 1
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}
