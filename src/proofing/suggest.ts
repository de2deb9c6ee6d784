const letters = 'abcdefghijklmnopqrstuvwxyz'
const vowels = new Set('aeiouy')

/**
 * The known word that is one slip away: two letters swapped, one too many, one missing, or one for another. Of several
 * the likeliest slip wins, and a shared first letter; `only` tells that no other is as likely. Null where there is none.
 */
export interface Suggestion {
  readonly word: string
  readonly only: boolean
}

export function suggest(word: string, knows: (word: string) => boolean): Suggestion | null {
  // A regular past of a verb that has none: `broadcasted`.
  const plain = word.slice(0, -2)
  if (/.{4}ed$/.test(word) && knows(`${plain}ing`) && knows(plain)) return { word: plain, only: true }
  let best: string | null = null
  let only = true
  let least = Number.POSITIVE_INFINITY
  for (const { slip, cost } of slipsOf(word)) {
    if (cost > least || slip === best || !knows(slip)) continue
    only = cost < least
    if (only) best = slip
    least = cost
  }
  return best === null ? null : { word: best, only }
}

function* slipsOf(word: string): Generator<{ readonly slip: string; readonly cost: number }> {
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at)
    const here = word[at] ?? ''
    const rest = word.slice(at + 1)
    const next = rest[0] ?? ''
    const edge = at === 0 ? 2 : 0
    if (next !== '' && next !== here) yield { slip: `${before}${next}${here}${rest.slice(1)}`, cost: edge }
    if (here !== '') yield { slip: `${before}${rest}`, cost: edge + (here === next ? 1 : 4) }
    for (const letter of letters) {
      const doubles = letter === before.at(-1) || letter === here
      yield { slip: `${before}${letter}${here}${rest}`, cost: edge + (doubles ? 1 : 3) }
      if (here !== '' && letter !== here)
        yield { slip: `${before}${letter}${rest}`, cost: edge + (vowels.has(letter) && vowels.has(here) ? 3 : 5) }
    }
  }
}
