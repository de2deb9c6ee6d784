import type { Span } from '../model/finding.ts'
import { fixedExpressions } from './data/fixed-expressions.ts'
import { isFunctionWord } from './english/function-words.ts'
import { cardinalOf } from './english/numerals.ts'
import { roughStem } from './english/stem.ts'
import { entriesOf } from './lists.ts'

/** An expression of Chinese official texts with what official English has of it. */
export interface FixedExpression {
  readonly chinese: readonly string[]
  /** The usual English, as one writes it. */
  readonly usual: string
  /** The words of each English rendering that mean something, cut to their stems. */
  readonly renderings: readonly (readonly string[])[]
}

/** An expression where it stands in a Chinese text. */
export interface ExpressionSighting extends Span {
  readonly expression: FixedExpression
}

const expressions = entriesOf(fixedExpressions).map((line): FixedExpression => {
  const [chinese = '', english = ''] = line.split(' ; ')
  const renderings = english.split(' / ')
  return {
    chinese: chinese.split(' / '),
    usual: renderings[0] ?? '',
    renderings: renderings.map((text) => stemsOf(text).trim().split(' ')),
  }
})

const byFirst = Map.groupBy(
  expressions
    .flatMap((expression) => expression.chinese.map((form) => ({ form, expression })))
    .toSorted((a, b) => b.form.length - a.form.length),
  ({ form }) => form.charAt(0),
)

/** The fixed expressions in a Chinese text, each at its first place; the longest where several begin together. */
export function expressionsIn(text: string): readonly ExpressionSighting[] {
  const sightings = new Map<FixedExpression, ExpressionSighting>()
  for (let at = 0; at < text.length; at += 1) {
    const hit = byFirst.get(text.charAt(at))?.find(({ form }) => text.startsWith(form, at))
    if (hit === undefined) continue
    const { form, expression } = hit
    if (!sightings.has(expression)) sightings.set(expression, { expression, from: at, to: at + form.length })
    at += form.length - 1
  }
  return [...sightings.values()]
}

/** The stems of the words of an English text that mean something, and its numbers, each with a blank before and behind. */
export function stemsOf(text: string): string {
  const words = text.toLowerCase().match(/[a-z]+|\d+/gu) ?? []
  const stems = new Set(words.filter(means).map(roughStem))
  return ` ${[...stems].join(' ')} `
}

/** One country, two systems: numbers are no small words here. */
function means(word: string): boolean {
  return word.length > 1 && (!isFunctionWord(word) || cardinalOf(word) !== undefined)
}

/** Whether an English text with these stems (`stemsOf`) has one of the renderings, its words in any order. */
export function hasRendering(stems: string, { renderings }: FixedExpression): boolean {
  return renderings.some((words) => words.every((word) => stems.includes(` ${word} `)))
}
