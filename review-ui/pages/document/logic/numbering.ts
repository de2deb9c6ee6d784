import { foldText } from '../../../../src/language/text/fold.ts'
import { preferredRendering, type Term, type TermOccurrence } from '../../../../src/model/term.ts'

/** A figure of the source with its value in English. */
export interface FigureInSource {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly english: string
}

/**
 * What can be inserted from a source sentence: a term, a figure. They share one numbering in reading order; what says the
 * same again keeps its number. Offsets are of the plain source.
 */
export type Mark = {
  readonly number: number
  readonly from: number
  readonly to: number
  /** What its key inserts. */
  readonly english: string
} & (
  | { readonly type: 'term'; readonly term: Term; readonly form: string }
  /** `reads`: its digits change on the way to English, so the value is shown above it. */
  | { readonly type: 'figure'; readonly text: string; readonly reads: boolean }
)

type Unnumbered = Mark extends infer M ? (M extends Mark ? Omit<M, 'number'> & { readonly key: string } : never) : never

export function numberMarks(
  occurrences: readonly TermOccurrence[],
  figures: readonly FigureInSource[],
): readonly Mark[] {
  const terms: Unnumbered[] = occurrences
    .filter(
      ({ from, to }) =>
        !figures.some((figure) => figure.from <= from && to <= figure.to && figure.to - figure.from > to - from),
    )
    .map(({ term, form, from, to }) => ({
      type: 'term',
      key: `term ${term.id}`,
      term,
      form,
      from,
      to,
      english: preferredRendering(term),
    }))
  const apart = figures
    .filter(({ english }) => english !== '')
    .filter((figure) => !terms.some((term) => term.from < figure.to && figure.from < term.to))
    .map(
      ({ from, to, text, english }): Unnumbered => ({
        type: 'figure',
        key: `figure ${text}`,
        from,
        to,
        text,
        english,
        reads: readsDifferently(text, english),
      }),
    )
  const marks = [...terms, ...apart].sort((a, b) => a.from - b.from || b.to - a.to)
  const numbers = new Map<string, number>()
  return marks.map(({ key, ...mark }) => {
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return { ...mark, number }
  })
}

/** Whether the English of a figure is more than its digits or a small number: 12条 is 12, 4000亿元 is 400 billion yuan. */
function readsDifferently(text: string, english: string): boolean {
  const digits = (value: string) =>
    value
      .replace(/[,\s]/gu, '')
      .match(/[0-9.]+/gu)
      ?.join(' ') ?? ''
  const own = digits(foldText(text).text)
  if (own === '') return english.length > 4
  return own !== digits(english) || /[万亿]|千(?![克米瓦])|百(?!分)/u.test(text)
}

/** The marks to list and to insert: each number once, in order. */
export function distinctMarks(marks: readonly Mark[]): readonly Mark[] {
  return [...new Map(marks.toReversed().map((mark) => [mark.number, mark])).values()].sort(
    (a, b) => a.number - b.number,
  )
}
