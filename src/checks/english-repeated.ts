import type { Remark } from '../model/finding.ts'
import type { Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { chineseOf, type EnglishSentence, shareRun, wordingOf } from './wording.ts'

/** How many words make a sentence that is not repeated by chance: beside itself, and elsewhere in the document. */
const fewest = { here: 4, elsewhere: 6 }

/** A shared run of Chinese this long for each English word accounts for a sentence that stands in two segments. */
const sharedPerWord = 0.8

/**
 * Across a document: a sentence of the English that stands a second time, in the same segment or in another, although
 * the Chinese does not say it again: what is left when text was pasted twice or into the wrong place. Segments whose
 * whole English is the same are left to `sameEnglish`.
 */
export function* englishRepeated(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const firsts = new Map<string, SegmentContext>()
  const findings: Remark[] = []
  for (const context of contexts) {
    yield
    const { sentences, english } = wordingOf(context)
    const here = new Set<string>()
    for (const sentence of sentences) {
      const { key, words } = sentence
      const first = firsts.get(key)
      if (here.has(key)) {
        if (words >= fewest.here && !repeatsItself(context.source)) findings.push(findingOf(context, sentence, context))
      } else if (first === undefined) firsts.set(key, context)
      else if (words >= fewest.elsewhere && wordingOf(first).english !== english && !saysTheSame(first, context, words))
        findings.push(findingOf(context, sentence, first))
      here.add(key)
    }
  }
  return findings
}

function findingOf({ segment, target }: SegmentContext, { from, to }: EnglishSentence, other: SegmentContext): Remark {
  return {
    code: 'english-repeated',
    severity: 'warning',
    segment,
    target: { from, to },
    params: { found: target.slice(from, to), segment: other.segment },
  }
}

/** Whether a part of the Chinese stands in it twice. */
function repeatsItself(source: string): boolean {
  const parts = source.split(/[\p{Punctuation}\s]+/u).filter((part) => part.length > 1)
  return new Set(parts).size < parts.length
}

function saysTheSame(a: SegmentContext, b: SegmentContext, words: number): boolean {
  const [chinese, other] = [chineseOf(a), chineseOf(b)]
  return chinese === other || shareRun(chinese, other, Math.ceil(words * sharedPerWord))
}
