/** Slips as people make them, to be planted in good English. */

/** A slip in the place of `from` to `to`; null where the kind does not apply to the text. */
export type Slip = { readonly from: number; readonly to: number; readonly text: string }

function replaced(pattern: RegExp, slip: (word: string) => string): (en: string, random: () => number) => Slip | null {
  return (en, random) => {
    const places = [...en.matchAll(pattern)]
    const place = places[Math.floor(random() * places.length)]
    if (place === undefined) return null
    return { from: place.index, to: place.index + place[0].length, text: slip(place[0]) }
  }
}

const numbers: Readonly<Record<string, string>> = {
  is: 'are',
  are: 'is',
  was: 'were',
  were: 'was',
  has: 'have',
  have: 'has',
}
const swap = (table: Readonly<Record<string, string>>) => (word: string) => table[word] ?? word

/** The kinds of slip that are planted, each at one place of a text drawn by `random`. */
export const kinds: Readonly<Record<string, (en: string, random: () => number) => Slip | null>> = {
  'a for an, an for a': replaced(/\b(?:a|an)(?= [a-z])/g, swap({ a: 'an', an: 'a' })),
  'number of the verb': replaced(/\b(?:is|are|was|were|has|have)\b(?!n't)/g, swap(numbers)),
  '… after a pronoun': replaced(
    /(?<=\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e) )(?:is|are|was|has|have)\b/g,
    swap(numbers),
  ),
  'mark doubled': replaced(/(?<=[a-z]{2})[,;.](?= |$)/g, (mark) => `${mark}${mark}`),
  'comma before stop': replaced(/(?<=[a-z]{3})\.(?= |$)/g, () => ',.'),
  'third person after a modal': replaced(
    /(?<=\b(?:will|can|would|could|should|must) )(?:provide|include|improve|become|ensure|remain|be|have)\b/g,
    (verb) => (verb === 'be' ? 'is' : verb === 'have' ? 'has' : `${verb}s`),
  ),
  'third person after to': replaced(
    /(?<=\bto )(?:provide|improve|become|ensure|achieve|create|develop|continue|strengthen|accelerate|enhance|expand)\b/g,
    (verb) => `${verb}s`,
  ),
  'past for participle': replaced(
    /(?<=\b(?:has|have|had) )(?:taken|seen|given|grown|risen|begun|become|gone|written)\b/g,
    swap({
      taken: 'took',
      seen: 'saw',
      given: 'gave',
      grown: 'grew',
      risen: 'rose',
      begun: 'began',
      become: 'became',
      gone: 'went',
      written: 'wrote',
    }),
  ),
  'then for than': replaced(/\bthan\b/g, () => 'then'),
  "it's for its": replaced(/\bits\b(?= [a-z])/g, () => "it's"),
  'there for their': replaced(/\btheir\b/g, () => 'there'),
  'singular after these': replaced(/(?<=\b(?:[Tt]hese|several|many|various) )[a-z]{4,}[^s]s\b/g, (noun) =>
    noun.replace(/ies$/, 'y').replace(/s$/, ''),
  ),
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/** A word with one slip of a finger: a letter left out, put in, put for another, or two swapped. */
export function slipped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 1))
  const letter = alphabet[Math.floor(random() * 26)] ?? 'e'
  switch (Math.floor(random() * 4)) {
    case 0:
      return `${word.slice(0, at)}${word.slice(at + 1)}`
    case 1:
      return `${word.slice(0, at)}${letter}${word.slice(at)}`
    case 2:
      return `${word.slice(0, at)}${letter}${word.slice(at + 1)}`
    default:
      return `${word.slice(0, at - 1)}${word[at]}${word[at - 1]}${word.slice(at + 1)}`
  }
}
