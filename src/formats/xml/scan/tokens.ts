import { allowed, kinds, nameCharacter, nameStart, plainText, space } from './characters.ts'
import { Halt, type Scan } from './scan.ts'
import { referenced } from './values.ts'

const hash = 0x23
const ampersand = 0x26
const colon = 0x3a
const semicolon = 0x3b
const lessThan = 0x3c
const greaterThan = 0x3e
const closingBracket = 0x5d

/** Behind a pair of surrogates; halts where there is none. */
export function behindPair({ text, limit }: Scan, at: number): number {
  if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) throw new Halt(at)
  if (at + 1 >= limit) throw new Halt(at + 1)
  if ((text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00) throw new Halt(at)
  return at + 2
}

/** Behind a name without colon; halts where none starts. */
export function behindPlainName(scan: Scan, from: number): number {
  const { text } = scan
  let at = from
  for (let bit = nameStart; ; bit = nameCharacter) {
    const code = text.charCodeAt(at)
    if (((kinds[code] ?? 0) & bit) !== 0) at++
    // Planes 1 to 14 are all letters of names.
    else if (code >= 0xd800 && code <= 0xdb7f) at = behindPair(scan, at)
    else if (bit === nameStart) throw new Halt(at)
    else return at
    while (((kinds[text.charCodeAt(at)] ?? 0) & nameCharacter) !== 0) at++
  }
}

/** Behind a name with at most one colon, inside of it (Namespaces in XML 1.0, production 7). */
export function behindName(scan: Scan, from: number): number {
  const end = behindPlainName(scan, from)
  return scan.text.charCodeAt(end) === colon ? behindPlainName(scan, end + 1) : end
}

export function behindSpace({ text }: Scan, from: number): number {
  let at = from
  while (((kinds[text.charCodeAt(at)] ?? 0) & space) !== 0) at++
  return at
}

/** Behind one character that has to stand here. */
export function behindCharacter({ text }: Scan, at: number, code: number): number {
  if (text.charCodeAt(at) !== code) throw new Halt(at)
  return at + 1
}

/** Behind the words that have to stand here. */
export function behindWords({ text }: Scan, from: number, words: string): number {
  for (let at = 0; at < words.length; at++) {
    if (text.charCodeAt(from + at) !== words.charCodeAt(at)) throw new Halt(from + at)
  }
  return from + words.length
}

/** The offset of the words that end a token, all characters before which are allowed. */
export function offsetOf(scan: Scan, from: number, words: string): number {
  const end = scan.text.indexOf(words, from)
  checkAllowed(scan, from, end < 0 ? scan.limit : end)
  if (end < 0) throw new Halt(scan.limit)
  return end
}

/** Halts at a character that XML cannot have. */
function checkAllowed(scan: Scan, from: number, to: number): void {
  const { text } = scan
  let at = from
  while (at < to) {
    if (((kinds[text.charCodeAt(at)] ?? 0) & allowed) !== 0) at++
    else at = behindPair(scan, at)
  }
}

/** Behind a reference, which has to mean something. */
export function behindReference({ text }: Scan, from: number): number {
  let at = from + 1
  if (text.charCodeAt(at) === hash) at++
  while (((kinds[text.charCodeAt(at)] ?? 0) & nameCharacter) !== 0) at++
  if (text.charCodeAt(at) !== semicolon || referenced(text.slice(from + 1, at)) === null) throw new Halt(at)
  return at + 1
}

/** Behind the text that ends with the next tag. */
export function behindText(scan: Scan, from: number): number {
  const { text } = scan
  let at = from
  for (;;) {
    while (((kinds[text.charCodeAt(at)] ?? 0) & plainText) !== 0) at++
    const code = text.charCodeAt(at)
    if (code === lessThan) return at
    if (code === ampersand) at = behindReference(scan, at)
    else if (code !== greaterThan) at = behindPair(scan, at)
    else if (isClosing(text, at - 2, from)) throw new Halt(at)
    else at++
  }
}

/** Whether the two characters before a `>` make it the end of a CDATA section, which text must not have. */
function isClosing(text: string, at: number, from: number): boolean {
  return at >= from && text.charCodeAt(at) === closingBracket && text.charCodeAt(at + 1) === closingBracket
}
