import { remembering } from '../model/remembering.ts'
import type { SegmentContext } from './check.ts'

/** A sentence of an English text, with what makes it the same as another: its words, without marks and capitals. */
export interface EnglishSentence {
  readonly from: number
  readonly to: number
  /** How many words it has. */
  readonly words: number
  readonly key: string
}

/** What a segment says, without marks, blanks and capitals: texts that agree in it are the same to a reader. */
export interface Wording {
  readonly english: string
  readonly sentences: readonly EnglishSentence[]
}

/** What the Chinese of a segment says. Few are asked for it: those whose English is another's, too. */
export function chineseOf(context: SegmentContext): string {
  return chineseWording(context).text
}

const chineseWording = /* @__PURE__ */ remembering(({ source }: SegmentContext) => {
  return { text: source.replace(/[^\p{Letter}\p{Number}]+/gu, '') }
})

/** The wording of a segment; worked out once for as long as the segment stands as it is. */
export const wordingOf = remembering(({ target }: SegmentContext): Wording => {
  const english = wordsIn(target).join(' ')
  const sentences = [...target.matchAll(/[^.!?;:]+(?:[.!?;:](?!\s|$)[^.!?;:]*)*/g)].flatMap((match) => {
    const words = wordsIn(match[0])
    if (words.length === 0) return []
    const from = match.index + match[0].length - match[0].trimStart().length
    const key = words.join(' ')
    // Most segments are one sentence: its text is held once.
    return [{ from, to: from + match[0].trim().length, words: words.length, key: key === english ? english : key }]
  })
  return { english, sentences }
})

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{Letter}\p{Number}%]+(?:['’.,][\p{Letter}\p{Number}]+)*/gu) ?? []
}

/** Whether two texts share a run of so many characters. */
export function shareRun(a: string, b: string, length: number): boolean {
  if (a.length < length || b.length < length) return false
  const runs = new Set(Array.from({ length: a.length - length + 1 }, (_, from) => a.slice(from, from + length)))
  for (let from = 0; from + length <= b.length; from++) if (runs.has(b.slice(from, from + length))) return true
  return false
}
