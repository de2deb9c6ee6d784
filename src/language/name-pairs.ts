import type { Span } from '../model/finding.ts'
import type { Romanisation } from './chinese/romanise.ts'
import { bareLetters, isPinyin } from './chinese/syllables.ts'
import { wordsOf } from './english/words.ts'

/** Two capitalised words in a position where a person's name can be. */
export interface NamePair extends Span {
  readonly text: string
  readonly first: string
  readonly second: string
  /** Whether every word could be pinyin. */
  readonly pinyin: boolean
}

/** Adjacent capitalised words that could be pinyin; a given name may have two parts: Wang-shu, Wang Shu. */
export function namePairsIn(target: string): readonly NamePair[] {
  const words = wordsOf(target)
  const pairs: NamePair[] = []
  const known: boolean[] = []
  const isSpelled = (at: number) => (known[at] ??= isPinyin((words[at]?.text ?? '').replace(/'s$/i, '')))
  for (let at = 0; at + 1 < words.length; at++) {
    // Most words have no capital.
    if (!/^\p{Lu}/u.test(words[at]?.text ?? '')) continue
    const parts = words.slice(at, at + 4)
    const beside = (index: number) => {
      const gap = target.slice(words[index - 1]?.to, words[index]?.from)
      return gap === ' ' || gap === '\u00a0' || /^[-’'\u2010\u2011]$/.test(gap)
    }
    for (const length of [4, 3, 2]) {
      const run = parts.slice(0, length)
      const joined = run.every((_, index) => index === 0 || beside(at + index))
      const pinyin = run.filter((_, index) => isSpelled(at + index)).length
      // A misspelt name may no longer be pinyin.
      const fits = run.length === length && joined && (pinyin === length || (length === 2 && pinyin === 1))
      if (!fits) continue
      const letters = run.map(({ text }) => bareLetters(text.replace(/'s$/i, '')))
      const last = run.at(-1)
      const to = (last?.to ?? 0) - (/['’]s$/i.test(last?.text ?? '') ? 2 : 0)
      const from = run[0]?.from ?? 0
      for (let cut = 1; cut < length; cut++) {
        if (!/^\p{Lu}/u.test(run[cut]?.text ?? '')) continue
        const [first, second] = [letters.slice(0, cut).join(''), letters.slice(cut).join('')]
        pairs.push({ from, to, text: target.slice(from, to), first, second, pinyin: pinyin === length })
      }
    }
  }
  return pairs
}

/** Whether a pair is this full name, family name first or last. */
export function isFull(roman: Romanisation | undefined, { first, second }: NamePair): boolean {
  if (roman === undefined) return false
  return (roman.family.has(first) && roman.given.has(second)) || (roman.given.has(first) && roman.family.has(second))
}
