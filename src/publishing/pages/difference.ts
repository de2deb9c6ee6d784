/** A text in three parts: what it shares with another at its beginning and end, and between them what differs. */
export interface Difference {
  readonly start: string
  readonly before: string
  readonly after: string
  readonly end: string
}

/** Where two texts differ, in whole characters, and in whole words where words are written with letters. */
export function differenceOf(before: string, after: string): Difference {
  const [a, b] = [tokens(before), tokens(after)]
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return {
    start: a.slice(0, start).join(''),
    before: a.slice(start, a.length - end).join(''),
    after: b.slice(start, b.length - end).join(''),
    end: a.slice(a.length - end).join(''),
  }
}

function tokens(text: string): readonly string[] {
  return text.match(/[\p{Script=Latin}\p{N}\p{M}.,’'-]*[\p{Script=Latin}\p{N}\p{M}]|./gsu) ?? []
}
