import {
  type ExpressionSighting,
  expressionsIn,
  type FixedExpression,
  hasRendering,
  stemsOf,
} from '../language/fixed-expressions.ts'
import { expectDefined } from '../model/expect.ts'
import type { Remark } from '../model/finding.ts'
import { remembering } from '../model/remembering.ts'
import { mapSteps, type Steps } from '../model/steps.ts'
import { covering } from '../terms/verification/spans.ts'
import type { SegmentContext } from './check.ts'

interface Read {
  readonly expressions: readonly ExpressionSighting[]
  readonly stems: string
}

const read = /* @__PURE__ */ remembering(({ source, target }: SegmentContext): Read => {
  return { expressions: expressionsIn(source), stems: stemsOf(target) }
})

/** How many sentences it is taken to have stood in before, and in how many of them with other English. */
const [assumed, assumedOtherwise] = [4, 0.4]
/** From what share of other English on nothing is said. */
const mostOtherwise = 0.1

/**
 * Across a document: a fixed expression of official texts without anything of its official English. A note, to look there
 * first: it may be left out, or put in words of one's own. Where the document itself has other English for it, nothing is
 * said, and nothing of what a term of the termbase covers.
 */
export function* expressions(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const translated = contexts.filter(({ target }) => target.trim() !== '')
  const sentences = yield* mapSteps(translated, read)
  const counts = new Map<FixedExpression, { all: number; otherwise: number }>()
  for (const { expressions, stems } of sentences) {
    for (const { expression } of expressions) {
      const count = counts.get(expression) ?? { all: 0, otherwise: 0 }
      count.all += 1
      if (!hasRendering(stems, expression)) count.otherwise += 1
      counts.set(expression, count)
    }
  }
  return translated.flatMap(({ segment, source, terms }, at): readonly Remark[] => {
    const sentence = expectDefined(sentences[at], 'a sentence that was read')
    const isTerm = covering(terms)
    return sentence.expressions.flatMap(({ expression, from, to }): readonly Remark[] => {
      if (isTerm({ from, to }) || hasRendering(sentence.stems, expression)) return []
      const { all, otherwise } = expectDefined(counts.get(expression), 'the count of an expression')
      if ((otherwise - 1 + assumedOtherwise) / (all - 1 + assumed) > mostOtherwise) return []
      // English may say it in the sentence before or after.
      if (isBeside(sentences, at, expression)) return []
      const params = { zh: source.slice(from, to), expected: expression.usual }
      return [{ code: 'expression-missing', severity: 'note', segment, source: { from, to }, params }]
    })
  })
}

/** Whether a sentence beside this one has the English of an expression without its Chinese. */
function isBeside(sentences: readonly Read[], at: number, expression: FixedExpression): boolean {
  return [at - 1, at + 1].some((beside) => {
    const sentence = sentences[beside]
    if (sentence === undefined || !hasRendering(sentence.stems, expression)) return false
    return !sentence.expressions.some((other) => other.expression === expression)
  })
}
