import { peopleIn } from '../language/chinese/people.ts'
import { romanise } from '../language/chinese/romanise.ts'
import { foldComparable } from '../language/text/fold.ts'
import type { TermOccurrence } from '../model/term.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { figureSymbols } from './figures.ts'
import { longestWord, renderingsOf } from './renderings.ts'
import { stemOf } from './stem.ts'

/** Longer names are none; the readings of their characters would be too many. */
const longestName = 4

/**
 * The names of what a Chinese segment shows, each with its kind first: `#` and `~` a figure (`figureSymbols`), `t` a
 * term, `n` the stem of a Latin word or of a name in pinyin, `m` a mark, `w` a word of the list of renderings or any two
 * neighbouring characters.
 */
export function chineseSymbols(text: string, terms: readonly TermOccurrence[]): ReadonlySet<string> {
  const folded = foldComparable(text).text
  const symbols = new Set(figureSymbols(readChinese(text)))
  for (const { term } of terms) symbols.add(`t${term.id}`)
  for (const [word] of folded.matchAll(/[a-z][a-z0-9']*/g)) symbols.add(`n${stemOf(word)}`)
  for (const { name } of peopleIn(text)) {
    if (name.length > longestName) continue
    const { family, given } = romanise(name)
    for (const part of [...family, ...given]) symbols.add(`n${stemOf(part)}`)
  }
  if (/\?[”’"')]*\s*$/.test(folded)) symbols.add('m?')
  if (/["「『]/.test(folded)) symbols.add('m“')
  if (folded.includes('(')) symbols.add('m(')
  if (folded.includes('《')) symbols.add('m《')
  if (/%|百分/.test(folded)) symbols.add('m%')
  for (const [run] of folded.matchAll(/\p{Script=Han}+/gu)) addWords(run, symbols)
  return symbols
}

function addWords(run: string, symbols: Set<string>): void {
  for (let at = 0; at < run.length; at++) {
    if (at + 1 < run.length) symbols.add(`w${run.slice(at, at + 2)}`)
    for (let length = Math.min(longestWord, run.length - at); length > 0; length--) {
      const word = run.slice(at, at + length)
      if (renderingsOf(word) === undefined) continue
      symbols.add(`w${word}`)
      break
    }
  }
}
