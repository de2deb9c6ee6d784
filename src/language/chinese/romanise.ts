import { pinyin } from 'pinyin-pro'
import { familyLength, readingsOf } from './surnames.ts'
import { spellingsOf } from './syllables.ts'

/** How a person's name may be written in pinyin; all in lower case, without marks, hyphens and apostrophes. */
export interface Romanisation {
  /** As it is written in English: Ouyang Xiu. */
  readonly expected: string
  readonly family: ReadonlySet<string>
  readonly given: ReadonlySet<string>
}

/** Pinyin of a person's name; the family name as family names are read, a given name in any reading of its characters. */
export function romanise(name: string): Romanisation {
  const length = familyLength(name)
  const syllables = pinyin(name, { surname: 'head', toneType: 'none', type: 'array' })
  const given = [...name.slice(length)]
  const ways = given.map((character, at) => [
    ...new Set([
      syllables[length + at] ?? '',
      ...pinyin(character, { multiple: true, toneType: 'none', type: 'array' }),
    ]),
  ])
  const families = readingsOf(name.slice(0, length))
  const all = ways.reduce<readonly string[]>(
    (before, way) => before.flatMap((start) => way.map((end) => start + end)),
    [''],
  )
  return {
    expected: `${capital(inPassport(families[0] ?? ''))} ${capital(inPassport(syllables.slice(length).join('')))}`,
    family: new Set(families.flatMap(spellingsOf)),
    given: new Set(all.flatMap(spellingsOf)),
  }
}

/** As passports have it: Lyu for 吕. */
function inPassport(syllables: string): string {
  return syllables.replaceAll('ü', 'yu')
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
