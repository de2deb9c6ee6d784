import { entriesOf } from '../lists.ts'
import { syllables } from './data/syllables.ts'

const known = new Set(entriesOf(syllables).flatMap(spellingsOf))
const longest = 6
const breaks = /['’\-\u2010-\u2013]/

/** Ways to write pinyin with ü: as it is, or with u, v or yu (GB/T 28039-2011: YU in passports). */
export function spellingsOf(letters: string): readonly string[] {
  return letters.includes('ü') ? ['u', 'v', 'yu', 'ü'].map((vowel) => letters.replaceAll('ü', vowel)) : [letters]
}

/** A word of pinyin as it is compared: in lower case, without marks, hyphens and apostrophes. */
export function bareLetters(word: string): string {
  return word
    .normalize('NFD')
    .replace(/u\u0308/g, 'ü')
    .replace(/[\u0300-\u0307\u0309-\u036f'’\-\u2010-\u2013]/g, '')
    .normalize('NFC')
    .toLowerCase()
}

/**
 * Whether a word can be read as so many syllables of pinyin: one to three where nothing else is said. Of the syllables of
 * one letter `a` opens a word and `e` follows no vowel, but for an apostrophe or a hyphen before them (GB/T 16159 asks
 * for one: Yue'e).
 */
export function isPinyin(word: string, least = 1, most = 3): boolean {
  if (word.length > 2 * longest * most) return false
  const letters = word.split(breaks).map(bareLetters).join("'")
  // Of each place, in how many syllables it can be reached, as bits.
  const reached = [1]
  for (let at = 0; at < letters.length; at += 1) {
    const counts = reached[at] ?? 0
    if (letters[at] === "'") reached[at + 1] = (reached[at + 1] ?? 0) | counts
    const follows = (letters[at] === 'a' ? /[a-zü]/ : /[aeiouü]/).test(letters[at - 1] ?? '')
    for (let to = at + (follows ? 2 : 1); counts !== 0 && to <= at + longest; to += 1)
      if (known.has(letters.slice(at, to))) reached[to] = (reached[to] ?? 0) | (counts << 1)
  }
  const counts = (reached[letters.length] ?? 0) >> least
  return (counts & ((1 << (most - least + 1)) - 1)) !== 0
}
