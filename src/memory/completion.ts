/** English that may come next in a sentence: a term, a figure or a name of its source, or a match of the memory. */
export interface CompletionSource {
  readonly type: 'term' | 'figure' | 'name' | 'match'
  readonly text: string
}

/** What is offered to be typed next, and what it is from. */
export interface Completion {
  readonly type: CompletionSource['type']
  readonly text: string
}

/** So many letters of a word have to be typed before something is offered; of a figure one digit. */
const leastLetters = 2
/** A match goes on for so many words at a time, or to the next mark. */
const wordsOfMatch = 5
/** So many words have to stand as in a match before it goes on. */
const leastWords = 2

/**
 * What may be typed next after `before`, at the end of a sentence. Terms, figures and names that were begun come first,
 * those begun earliest before others; then a match that goes on as the sentence does. Null where nothing was begun, or
 * where two things were begun alike and go on differently: one line is offered, never a list. Linear in its arguments.
 */
export function completionAfter(before: string, sources: readonly CompletionSource[]): Completion | null {
  const begun = sources.flatMap((source) => {
    if (source.type === 'match' || isThere(before, source.text)) return []
    const length = begunLength(before, source.text)
    return length === 0 ? [] : [{ ...source, length }]
  })
  const longest = Math.max(...begun.map(({ length }) => length))
  const offered = begun.filter(({ length }) => length === longest)
  const [first] = offered
  if (first) {
    const rest = commonStart(offered.map(({ text, length }) => text.slice(length)))
    return rest.trim() === '' ? null : { type: first.type, text: rest }
  }
  for (const { type, text } of sources) {
    const rest = type === 'match' ? restOfMatch(before, text) : ''
    if (rest !== '') return { type, text: rest }
  }
  return null
}

function isThere(before: string, text: string): boolean {
  return before.toLowerCase().includes(text.toLowerCase())
}

/** How much of a text stands at the end of what was typed, from the beginning of a word; 0 if too little or all of it. */
function begunLength(before: string, text: string): number {
  const typed = before.toLowerCase()
  const wanted = text.toLowerCase()
  for (let length = Math.min(wanted.length - 1, typed.length); length > 0; length--) {
    const from = typed.length - length
    if (from > 0 && /[\p{L}\p{N}]/u.test(typed.charAt(from - 1))) continue
    if (typed.slice(from) !== wanted.slice(0, length)) continue
    const letters = wanted.slice(0, length).replace(/[^\p{L}\p{N}]/gu, '').length
    return letters >= (/^\p{N}/u.test(wanted) ? 1 : leastLetters) ? length : 0
  }
  return 0
}

/** What several texts have in common from their beginning, whole words only. */
function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts
  let length = first.length
  for (const other of others) {
    let same = 0
    while (same < length && first[same] === other[same]) same++
    length = same
  }
  if (length === first.length || texts.length === 1) return first.slice(0, length)
  const common = first.slice(0, length)
  return /[\p{L}\p{N}]$/u.test(common) && /^[\p{L}\p{N}]/u.test(first.slice(length))
    ? common.replace(/[\p{L}\p{N}]+$/u, '')
    : common
}

/** The next words of a match after the longest end of what was typed that stands in it once. */
function restOfMatch(before: string, match: string): string {
  if (before.trim() === '') return ''
  const typed = before.toLowerCase()
  const wanted = match.toLowerCase()
  const starts = [...typed.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index)
  for (const [at, from] of starts.entries()) {
    if (starts.length - at < leastWords && from > 0) return ''
    const end = typed.slice(from)
    const place = wanted.indexOf(end)
    if (place < 0 || wanted.indexOf(end, place + 1) >= 0) continue
    if (place > 0 && /[\p{L}\p{N}]/u.test(wanted.charAt(place - 1))) continue
    if (starts.length - at < leastWords && end.replace(/[^\p{L}\p{N}]/gu, '').length < leastLetters) return ''
    return nextWords(match.slice(place + end.length))
  }
  return ''
}

function nextWords(rest: string): string {
  const next = new RegExp(
    `^[\\p{L}\\p{N}]*(?:[^\\p{L}\\p{N}.;!?]+[\\p{L}\\p{N}]+(?:[.,’'-][\\p{L}\\p{N}]+)*){0,${wordsOfMatch}}[.;!?]?`,
    'u',
  )
  const text = next.exec(rest)?.[0] ?? ''
  return text.trim() === '' ? '' : text
}
