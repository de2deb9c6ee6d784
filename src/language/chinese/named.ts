import { pinyin } from 'pinyin-pro'
import { rowsOf } from '../lists.ts'
import type { NamePair } from '../name-pairs.ts'
import { compoundSurnames } from './data/compound-surnames.ts'
import { surnames } from './data/surnames.ts'
import { familyLength, readingsOf } from './surnames.ts'
import { isPinyin, spellingsOf } from './syllables.ts'
import { titleInLabel } from './titles.ts'

/** How family names are written in pinyin, in letters without tones. */
const families: ReadonlySet<string> = new Set(
  [...rowsOf(surnames), ...rowsOf(compoundSurnames)].flatMap(([, ...readings]) => readings.flatMap(spellingsOf)),
)

/** Whether letters without tones are those of a family name: li, ouyang. */
export function isFamilyName(letters: string): boolean {
  return families.has(letters)
}

type Pair = Pick<NamePair, 'first' | 'second'>

/** A pair of words as family and given name: in either order, where the one is a family name and the other has two syllables at most. */
function ordersOf({ first, second }: Pair): readonly (readonly [family: string, given: string])[] {
  const orders = [
    [first, second],
    [second, first],
  ] as const
  return orders.filter(([family, given]) => isFamilyName(family) && isPinyin(given, 1, 2))
}

/** Whether two words in pinyin may be a person's name. */
export function mayBePerson(pair: Pair): boolean {
  return ordersOf(pair).length > 0
}

const titled = new RegExp(`^(?:老|大姐|总书记|${titleInLabel})`)

/**
 * Whether a Chinese text names whoever is read as the two words of an English name: as they stand, given name first, or by
 * family name and title (习主席).
 */
export function isNamedIn(text: string, pair: Pair): boolean {
  const orders = ordersOf(pair)
  for (let at = 0; at < text.length; at += 1) {
    // A place (茶山 is Cha Shan) or a name that is no family name here.
    if (isReadAt(text.slice(at, at + 6), pair.first + pair.second)) return true
    const length = familyLength(text.slice(at, at + 3))
    if (length === 0) continue
    const readings = readingsOf(text.slice(at, at + length)).flatMap(spellingsOf)
    for (const [family, given] of orders) {
      if (!readings.includes(family)) continue
      const after = text.slice(at + length, at + length + 6)
      if (isReadAt(after, given) || titled.test(after)) return true
    }
  }
  return false
}

/** Whether a text begins with characters that are read so. */
function isReadAt(text: string, letters: string): boolean {
  if (letters === '') return true
  return lettersOf(text.charAt(0)).some(
    (word) => letters.startsWith(word) && isReadAt(text.slice(1), letters.slice(word.length)),
  )
}

const known = new Map<string, readonly string[]>()

/** How a character may be read, in letters without tones. */
function lettersOf(character: string): readonly string[] {
  const before = known.get(character)
  if (before !== undefined) return before
  const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array', nonZh: 'removed' })
  const letters = [...new Set(readings)].filter((reading) => reading !== '').flatMap(spellingsOf)
  known.set(character, letters)
  return letters
}
