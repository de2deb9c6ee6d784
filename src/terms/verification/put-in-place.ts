import { indefiniteBefore, isArticle } from '../../language/english/articles.ts'
import { capitalisedLike } from '../../language/english/capitals.ts'
import { type Word, wordsOf } from '../../language/english/words.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Span } from '../../model/finding.ts'
import type { Inline } from '../../model/inline.ts'

/** New words for a stretch of a text. */
export interface Edit extends Span {
  readonly text: string
}

/**
 * The edit that puts a rendering in the place of another and fits it into the sentence: words around the stretch that
 * the rendering says itself are taken in (China’s *Nylon City* becomes China Nylon City), an article that stands before
 * it already is not said twice, and `a` and `an` follow the new word.
 */
export function fitted(text: string, { from, to }: Span, rendering: string): Edit {
  const words = wordsOf(text)
  const at = words.findIndex((word) => word.from >= from)
  if (at === -1) return { from, to, text: rendering }
  const added = wordsOf(rendering)
  const before = adjoining(words, at)
  const after = words.slice(words.findLastIndex((word) => word.to <= to) + 1)
  const leading = overlap(before, added, added.length - 1)
  const repeated = after[0]?.gap === ' ' ? overlap(added, after, added.length - 1) : 0
  const end = after[repeated - 1]?.to ?? to
  if (leading > 0) {
    const start = expectDefined(before.at(-leading), 'the first word that is repeated').from
    return { from: start, to: end, text: capitalisedLike(text[start] ?? '', rendering) }
  }
  const article = before.at(-1)
  if (article === undefined || !isArticle(article.text.toLowerCase())) return { from, to: end, text: rendering }
  const [first, second] = added
  if (first !== undefined && second !== undefined && isArticle(first.text.toLowerCase())) {
    return { from, to: end, text: rendering.slice(second.from) }
  }
  const wanted =
    article.text.toLowerCase() !== 'the'
      ? indefiniteBefore(first?.text ?? '', second?.gap === ' ' && !second.afterSpace)
      : null
  if (wanted === null || wanted === article.text.toLowerCase()) return { from, to: end, text: rendering }
  const spoken = capitalisedLike(article.text, wanted)
  return { from: article.from, to: end, text: spoken + text.slice(article.to, from) + rendering }
}

/** The words before the one at `at` with nothing but white space or a hyphen between them. */
function adjoining(words: readonly Word[], at: number): readonly Word[] {
  let start = at
  while (start > 0 && words[start]?.gap === ' ') start--
  return words.slice(start, at)
}

/** How many words, at most so many, end the one and begin the other. Small words alone are no overlap. */
function overlap(ending: readonly Word[], beginning: readonly Word[], most: number): number {
  for (let count = Math.min(most, ending.length, beginning.length); count > 0; count--) {
    const shared = ending.slice(-count).map(bare)
    const same = beginning.slice(0, count).every((word, at) => bare(word) === shared[at])
    if (same && shared.some(({ length }) => length > 3)) return count
  }
  return 0
}

function bare({ text }: Word): string {
  return text.toLowerCase().replace(/'s$/, '')
}

/** A text after edits of it that do not touch one another, in any order. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((changed, edit) => changed.slice(0, edit.from) + edit.text + changed.slice(edit.to), text)
}

/**
 * The same for a text with inline codes, which all stay where they are: one that stands inside a stretch that is
 * replaced comes to stand after it.
 */
export function editedInline(inline: Inline, edits: readonly Edit[]): Inline {
  const sorted = [...edits].sort((a, b) => a.from - b.from)
  let end = 0
  return inline
    .map((part) => {
      if (typeof part !== 'string') return part
      const start = end
      end += part.length
      let copied = start
      let text = ''
      for (const edit of sorted) {
        if (edit.to <= start || edit.from >= end) continue
        if (edit.from >= start) text += part.slice(copied - start, edit.from - start) + edit.text
        copied = Math.min(edit.to, end)
      }
      return text + part.slice(copied - start)
    })
    .filter((part) => part !== '')
}
