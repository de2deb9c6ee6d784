/** A pair of quotes or brackets within one line: the offsets of its opening and its closing mark. */
export interface Pair {
  readonly open: number
  readonly close: number
  readonly kind: 'quote' | 'bracket' | 'title'
  /**
   * Quotes only: whether the quote is part of the sentence around it (喊出“……！”两个字) rather than speech
   * (他说：“……！”). Quotes that directly follow one another have the same value.
   */
  readonly embedded: boolean
}

const marks: readonly (readonly [open: string, close: string, kind: Pair['kind']])[] = [
  ['“', '”', 'quote'],
  ['‘', '’', 'quote'],
  ['「', '」', 'quote'],
  ['『', '』', 'quote'],
  ['"', '"', 'quote'],
  ["'", "'", 'quote'],
  ['＂', '＂', 'quote'],
  ['《', '》', 'title'],
  ['〈', '〉', 'title'],
  ['（', '）', 'bracket'],
  ['(', ')', 'bracket'],
  ['【', '】', 'bracket'],
  ['〔', '〕', 'bracket'],
  ['〖', '〗', 'bracket'],
  ['［', '］', 'bracket'],
  ['[', ']', 'bracket'],
]

const opening = new Map(marks.map(([open, close, kind]) => [open, { close, kind }]))
const closing = new Map(marks.map(([open, close]) => [close, open]))

export function isClosingMark(mark: string): boolean {
  return closing.has(mark)
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z]/.test(character)
}

/** A quote inside a sentence follows a word; speech follows a mark or begins a line. */
function standsAfterWord(line: string, open: number): boolean {
  const before = line[open - 1]
  return before !== undefined && !/[\s，,。．.！!？?；;：:…—（(【［[《]/.test(before)
}

/**
 * The pairs of one line, by the offset of the closing mark. A mark without a partner on the line has no pair: an opening
 * bracket that is never closed must not absorb the rest. Linear in the length of the line.
 */
export function pairsOf(line: string): ReadonlyMap<number, Pair> {
  const pairs = new Map<number, Pair>()
  const stack: { readonly mark: string; readonly at: number; readonly embedded: boolean }[] = []
  const open = new Map<string, number>()
  const count = (mark: string, by: number) => open.set(mark, (open.get(mark) ?? 0) + by)
  for (let at = 0; at < line.length; at++) {
    const mark = line.charAt(at)
    const closes = closing.get(mark)
    if (closes !== undefined && (open.get(closes) ?? 0) > 0 && !isApostrophe(line, at)) {
      let top = stack.pop()
      while (top !== undefined && top.mark !== closes) {
        count(top.mark, -1)
        top = stack.pop()
      }
      if (top === undefined) continue
      count(closes, -1)
      pairs.set(at, { open: top.at, close: at, kind: opening.get(closes)?.kind ?? 'quote', embedded: top.embedded })
    } else if (opening.has(mark) && !(mark === "'" && isLatin(line[at - 1]))) {
      const previous = pairs.get(at - 1)
      const embedded = previous?.kind === 'quote' ? previous.embedded : standsAfterWord(line, at)
      stack.push({ mark, at, embedded })
      count(mark, 1)
    }
  }
  return pairs
}

function isApostrophe(line: string, at: number): boolean {
  return (line[at] === "'" || line[at] === '’') && isLatin(line[at - 1]) && isLatin(line[at + 1])
}
