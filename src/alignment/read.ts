import { expectDefined } from '../model/expect.ts'
import type { Term } from '../model/term.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import type { AlignmentSegment } from './alignment.ts'
import { chineseSymbols } from './chinese.ts'
import type { Entry } from './dictionary.ts'
import { englishSymbols, termPhrases } from './english.ts'
import { renderingsOf } from './renderings.ts'
import { type Sentence, sentenceOf } from './sentence.ts'
import { stemOf } from './stem.ts'

/** Both texts as alignment sees them. */
export interface ReadTexts {
  readonly zh: readonly Sentence[]
  readonly en: readonly Sentence[]
  /** The name of each symbol, its kind first: see `chineseSymbols` and `englishSymbols`. */
  readonly zhNames: readonly string[]
  readonly enNames: readonly string[]
  /** The symbols that are known to meet. */
  readonly entries: readonly Entry[]
}

export function readTexts(
  zh: readonly AlignmentSegment[],
  en: readonly AlignmentSegment[],
  terms: readonly Term[],
): ReadTexts {
  const recognise = createRecogniser(terms)
  const phrases = termPhrases(terms)
  const chinese = readSide(zh, (text) => chineseSymbols(text, recognise(text)))
  const english = readSide(en, (text) => englishSymbols(text, phrases))
  const numbers = new Map(english.names.map((name, symbol) => [name, symbol]))
  const entries = chinese.names.flatMap((name, symbol) =>
    partnersOf(name).flatMap((partner): readonly Entry[] => {
      const number = numbers.get(partner)
      return number === undefined ? [] : [[symbol, number]]
    }),
  )
  return { zh: chinese.sentences, en: english.sentences, zhNames: chinese.names, enNames: english.names, entries }
}

/** The names of the English symbols that meet a Chinese one. */
function partnersOf(name: string): readonly string[] {
  const bare = name.slice(1)
  if (name.startsWith('n')) return [`e${bare}`]
  if (name.startsWith('w')) return (renderingsOf(bare) ?? []).map((word) => `e${stemOf(word)}`)
  if (name === 'm《') return ['m“']
  return name.startsWith('#') || name.startsWith('~') ? [`#${bare}`, `~${bare}`] : [name]
}

function readSide(segments: readonly AlignmentSegment[], symbolsOf: (text: string) => ReadonlySet<string>) {
  const numbers = new Map<string, number>()
  const sentences = segments.map(({ text, block }, at) => {
    const names = symbolsOf(text)
    for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size)
    return sentenceOf(
      text,
      segments[at + 1]?.text ?? '',
      block,
      [...names].map((name) => expectDefined(numbers.get(name), 'a symbol')),
    )
  })
  return { sentences, names: [...numbers.keys()] }
}
