import { pinyin } from 'pinyin-pro'
import { familyLength, readingsOf } from './surnames.ts'

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
    family: new Set(families.flatMap(spellings)),
    given: new Set(all.flatMap(spellings)),
  }
}

/** ü is written ü, u, v or yu (GB/T 28039-2011: YU in passports). */
function spellings(syllables: string): readonly string[] {
  return syllables.includes('ü') ? ['u', 'v', 'yu', 'ü'].map((vowel) => syllables.replaceAll('ü', vowel)) : [syllables]
}

/** As passports have it: Lyu for 吕. */
function inPassport(syllables: string): string {
  return syllables.replaceAll('ü', 'yu')
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

const syllable =
  '(?:[bpmf]?(?:a|ai|an|ang|ao|o|ou|ei|en|eng|i|ie|iao|iu|ian|in|ing|u)|[dtnl](?:a|ai|an|ang|ao|e|ei|en|eng|ong|ou|i|ia|ian|iang|iao|ie|in|ing|iu|u|uan|ui|un|uo|v|ve|ue|yu)|[gkh](?:a|ai|an|ang|ao|e|ei|en|eng|ong|ou|u|ua|uai|uan|uang|ui|un|uo)|[jqx](?:i|ia|ian|iang|iao|ie|in|ing|iong|iu|u|uan|ue|un)|(?:zh|ch|sh|[zcsr])(?:a|ai|an|ang|ao|e|ei|en|eng|i|ong|ou|u|ua|uai|uan|uang|ui|un|uo)|y(?:a|an|ang|ao|e|i|in|ing|ong|ou|u|uan|ue|un)|w(?:a|ai|an|ang|ei|en|eng|o|u)|er|e)'
const romanised = new RegExp(`^(?:${syllable}){1,3}$`)

/** A word of pinyin as it is compared: in lower case, without marks, hyphens and apostrophes. */
export function bareLetters(word: string): string {
  return word
    .normalize('NFD')
    .replace(/u\u0308/g, 'ü')
    .replace(/[\u0300-\u0307\u0309-\u036f'’\-\u2010-\u2013]/g, '')
    .normalize('NFC')
    .toLowerCase()
}

/** Whether a word may be one to three syllables of pinyin. */
export function isPinyin(word: string): boolean {
  return romanised.test(bareLetters(word).replaceAll('ü', 'v'))
}
