import type { Remark } from '../model/finding.ts'
import { mapSteps, type Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'

const numeral = '[一二三四五六七八九十]{1,3}'
/** How Chinese numbers headings and points. What 一是 numbers the numbers of a sentence are compared with. */
const styles: readonly RegExp[] = [
  new RegExp(`^\\s*[（(]${numeral}[）)]`, 'u'),
  new RegExp(`^\\s*${numeral}、(?!${numeral})`, 'u'),
  /^\s*[（(]\p{Nd}{1,2}[）)]/u,
  /^\s*\p{Nd}{1,2}[.．、)）](?!\p{Nd})/u,
]

const ordinal = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|one|two|three|four|five'
const number = '[IVXLivxl]+|\\p{Nd}{1,2}|[A-Za-z]'
const numbered = new RegExp(
  `^\\W*(?:(?:part|section|chapter|point|step|no\\.?|number) +(?:${number}|${ordinal})\\b|(?:${number})\\s*[.,):：、—–-]|(?:${number})\\s*$|(?:the )?(?:${ordinal})(?:ly)?\\b)`,
  'iu',
)

/** How many others must be numbered, and what share of all may be without. */
const fewestOthers = 3
const mostWithout = 0.1

/**
 * Across a document: a number that begins the Chinese and not the English, where the English has it with others of the same
 * style: （八） without its 8.
 */
export function* numbering(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const styleOf = ({ source, target }: SegmentContext) =>
    target.trim() === '' ? -1 : styles.findIndex((pattern) => pattern.test(source))
  const sentences = yield* mapSteps(contexts, (context) => ({ context, style: styleOf(context) }))
  return styles.flatMap((pattern, style): readonly Remark[] => {
    const all = sentences.filter((sentence) => sentence.style === style).map(({ context }) => context)
    const without = all.filter(({ target }) => !numbered.test(target))
    const others = all.length - without.length
    if (others < fewestOthers || without.length - 1 > mostWithout * others) return []
    return without.map(({ segment, source }) => {
      const zh = pattern.exec(source)?.[0] ?? ''
      const from = zh.search(/\S/u)
      return {
        code: 'numbering-missing',
        severity: 'warning',
        segment,
        source: { from, to: zh.length },
        params: { zh: zh.trim() },
      }
    })
  })
}
