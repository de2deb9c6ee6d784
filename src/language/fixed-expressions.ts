import type { Span } from '../model/finding.ts'
import { fixedExpressions } from './data/fixed-expressions.ts'
import { hasStems, stemsOf } from './english/stem.ts'
import { entriesOf } from './lists.ts'

/** An expression of Chinese official texts with what official English has of it. */
export interface FixedExpression {
  readonly chinese: readonly string[]
  /** The usual English, as one writes it. */
  readonly usual: string
  /** The words of each English rendering that mean something, cut to their stems. */
  readonly renderings: readonly (readonly string[])[]
  /** Those that stand as they are, in small letters: Belt and Road. */
  readonly phrases: readonly string[]
}

/** An expression where it stands in a Chinese text. */
export interface ExpressionSighting extends Span {
  readonly expression: FixedExpression
}

/** All of them. */
export const fixedExpressionList: readonly FixedExpression[] = entriesOf(fixedExpressions).map(
  (line): FixedExpression => {
    const [chinese = '', english = ''] = line.split(' ; ')
    const all = english.split(' / ')
    const isPhrase = (text: string) => text.startsWith('=')
    return {
      chinese: chinese.split(' / '),
      usual: all[0]?.replace('=', '') ?? '',
      renderings: all.filter((text) => !isPhrase(text)).map((text) => stemsOf(text).trim().split(' ')),
      phrases: all.filter(isPhrase).map((text) => text.slice(1).toLowerCase()),
    }
  },
)

const byFirst = Map.groupBy(
  fixedExpressionList
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

/** Whether an English text, whose stems are these (`stemsOf`), has one of the renderings, its words in any order. */
export function hasRendering(text: string, stems: string, { renderings, phrases }: FixedExpression): boolean {
  if (renderings.some((words) => hasStems(stems, words))) return true
  return phrases.length > 0 && phrases.some((phrase) => text.toLowerCase().includes(phrase))
}
