import { readFileSync } from 'node:fs'
import type { Dialect } from '../model/house-style.ts'
import { namesOf } from '../model/names.ts'
import type { DictionaryFiles } from '../proofing/dictionary.ts'
import { createProofreader, type Proofreader } from '../proofing/proofread.ts'

/** The packages of the Hunspell dictionaries (SCOWL) by dialect. */
const packages: Readonly<Record<Dialect, string>> = { american: 'dictionary-en', british: 'dictionary-en-gb' }
export const dialects: readonly Dialect[] = namesOf(packages)

/** The file of a dictionary on this disk: its affixes or its words. */
export function dictionaryFile(dialect: Dialect, part: keyof DictionaryFiles): URL {
  return new URL(`index.${part}`, import.meta.resolve(packages[dialect]))
}

let openProofreader: Proofreader | undefined

/** One proofreader for the process, since it is the same for every workspace and takes 0.3 s and some 40 MB. */
function opened(): Proofreader {
  openProofreader ??= createProofreader({ american: dictionaryOf('american'), british: dictionaryOf('british') })
  return openProofreader
}

function dictionaryOf(dialect: Dialect): DictionaryFiles {
  const read = (part: keyof DictionaryFiles) => readFileSync(dictionaryFile(dialect, part), 'utf8')
  return { aff: read('aff'), dic: read('dic') }
}

/** Opens the dictionaries, which holds the thread for 0.15 s: before there is anybody to wait. */
export function openDictionaries(): void {
  opened()
}

/** Opens its dictionaries at the first call, so that nothing else waits for them. */
export const proofreader: Proofreader = {
  proofread: (text, options) => opened().proofread(text, options),
  isListed: (dialect, word) => opened().isListed(dialect, word),
}
