import { comparable } from '../../language/text/fold.ts'
import type { MemoryPair } from '../../model/match.ts'
import { proposeEnglish } from './english.ts'

type Pair = Pick<MemoryPair, 'source' | 'target'>

/** The characters of the longest Chinese that is looked for behind an English phrase. */
const longest = 12
const leastDice = 0.75

/** The English that finished pairs have for a Chinese form; empty where the evidence is too weak (`proposeEnglish`). */
export function englishFor(form: string, pairs: readonly Pair[]): string {
  return proposeEnglish([form], pairs).get(form)?.english ?? ''
}

/**
 * The words of a Chinese sentence that stand in the pairs that have an English phrase, and in few others: the longest of
 * those that keep to it best, by Dice's coefficient. Empty where fewer than two pairs with different Chinese have the
 * phrase, or where two stretches that do not overlap fit equally well.
 */
export function chineseFor(phrase: string, sentence: string, pairs: readonly Pair[]): string {
  const wanted = comparable(phrase).trim()
  if (wanted === '') return ''
  const known = [...new Map(pairs.map((pair) => [comparable(pair.source), comparable(pair.target)]))]
  const having = known.filter(([, target]) => hasPhrase(target, wanted)).map(([source]) => source)
  if (having.length < 2) return ''
  const lacking = known.filter(([, target]) => !hasPhrase(target, wanted)).map(([source]) => source)
  let best: { readonly score: number; readonly forms: readonly Stretch[] } = { score: 0, forms: [] }
  for (const stretch of stretchesOf(sentence)) {
    const form = comparable(stretch.text)
    const both = having.filter((source) => source.includes(form)).length
    if (both < 2) continue
    const alone = lacking.filter((source) => source.includes(form)).length
    const score = (2 * both) / (both + alone + having.length)
    if (score > best.score) best = { score, forms: [stretch] }
    else if (score === best.score) best = { score, forms: [...best.forms, stretch] }
  }
  if (best.score < leastDice) return ''
  const [first, ...rest] = best.forms.toSorted((a, b) => b.text.length - a.text.length)
  if (first === undefined) return ''
  const isWithin = ({ from, text }: Stretch) =>
    first.from <= from && from + text.length <= first.from + first.text.length
  return rest.every(isWithin) ? first.text : ''
}

interface Stretch {
  readonly from: number
  readonly text: string
}

/** Every run of two to `longest` Chinese characters of a sentence. */
function stretchesOf(sentence: string): readonly Stretch[] {
  return [...sentence.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(({ index, 0: run }) => {
    const stretches: Stretch[] = []
    for (let from = 0; from + 2 <= run.length; from++) {
      for (let to = from + 2; to <= Math.min(run.length, from + longest); to++) {
        stretches.push({ from: index + from, text: run.slice(from, to) })
      }
    }
    return stretches
  })
}

/** Whether a folded text has a folded phrase as whole words. */
function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + phrase.length])) return true
  }
  return false
}

function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}]/u.test(unit)
}
