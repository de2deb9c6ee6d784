import {
  type ExpressionSighting,
  expressionsIn,
  type FixedExpression,
  hasRendering,
} from '../language/fixed-expressions.ts'
import { expectDefined } from '../model/expect.ts'
import type { Remark } from '../model/finding.ts'
import { remembering } from '../model/remembering.ts'
import { mapSteps, type Steps } from '../model/steps.ts'
import { covering } from '../terms/verification/spans.ts'
import type { SegmentContext } from './check.ts'
import { englishStems } from './likeness.ts'

interface Read {
  readonly expressions: readonly ExpressionSighting[]
  /** Those of them of which the English has nothing. */
  readonly missing: readonly ExpressionSighting[]
}

const read = /* @__PURE__ */ remembering((context: SegmentContext): Read => {
  const expressions = expressionsIn(context.source)
  return { expressions, missing: expressions.filter(({ expression }) => !has(context, expression)) }
})

function has(context: SegmentContext, expression: FixedExpression): boolean {
  return hasRendering(context.target, englishStems(context).stems, expression)
}

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
  for (const { expressions, missing } of sentences) {
    for (const sighting of expressions) {
      const count = counts.get(sighting.expression) ?? { all: 0, otherwise: 0 }
      count.all += 1
      if (missing.includes(sighting)) count.otherwise += 1
      counts.set(sighting.expression, count)
    }
  }
  return translated.flatMap(({ segment, source, terms }, at): readonly Remark[] => {
    const sentence = expectDefined(sentences[at], 'a sentence that was read')
    const isTerm = covering(terms)
    return sentence.missing.flatMap(({ expression, from, to }): readonly Remark[] => {
      if (isTerm({ from, to })) return []
      const { all, otherwise } = expectDefined(counts.get(expression), 'the count of an expression')
      if ((otherwise - 1 + assumedOtherwise) / (all - 1 + assumed) > mostOtherwise) return []
      // English may say it in the sentence before or after.
      if (isBeside(translated, at, expression)) return []
      const params = { zh: source.slice(from, to), expected: expression.usual }
      return [{ code: 'expression-missing', severity: 'note', segment, source: { from, to }, params }]
    })
  })
}

/** Whether a sentence beside this one has the English of an expression without its Chinese. */
function isBeside(contexts: readonly SegmentContext[], at: number, expression: FixedExpression): boolean {
  return [at - 1, at + 1].some((beside) => {
    const context = contexts[beside]
    if (context === undefined || !has(context, expression)) return false
    return !read(context).expressions.some((other) => other.expression === expression)
  })
}
