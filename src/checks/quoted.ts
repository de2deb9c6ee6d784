import { isArticle } from '../language/english/articles.ts'
import { wordsOf } from '../language/english/words.ts'
import { expectDefined } from '../model/expect.ts'
import type { Remark, Span } from '../model/finding.ts'
import { flatMapSteps, type Steps } from '../model/steps.ts'
import { covering } from '../terms/verification/spans.ts'
import type { SegmentContext } from './check.ts'

interface Quoted extends Span {
  readonly text: string
}

const chinese = /“([^“”]+)”|《([^《》]+)》|「([^「」]+)」/g
const english = /“([^“”]+)”|"([^"]+)"/g
/** In UTF-16 units. A longer quotation is a sentence, which may be worded differently the second time. */
const longestName = 16

/**
 * Across a document: a quoted Chinese text (a programme, a slogan, a title) that is not a term and is translated
 * otherwise than at its first occurrence. Reported only where both languages of either segment have the same number of
 * quotations, so that they correspond by order. An ending, an article and capitals make no difference.
 */
export function* quoted(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const firsts = new Map<string, { readonly segment: string; readonly text: string }>()
  return yield* flatMapSteps(contexts, ({ segment, source, target, terms }): readonly Remark[] => {
    const [chineseNames, englishNames] = [quotedIn(source, chinese), quotedIn(target, english)]
    if (chineseNames.length !== englishNames.length) return []
    const isTerm = covering(terms)
    return chineseNames.flatMap((name, index): readonly Remark[] => {
      const { text, from, to } = expectDefined(englishNames[index], 'the English of a quotation')
      if (
        name.text.length > longestName ||
        isTerm(name) ||
        terms.some((term) => term.from >= name.from && term.to <= name.to)
      )
        return []
      const first = firsts.get(name.text)
      if (first === undefined) {
        firsts.set(name.text, { segment, text })
        return []
      }
      if (essence(first.text) === essence(text)) return []
      return [
        {
          code: 'name-two-ways',
          severity: 'warning',
          segment,
          source: { from: name.from, to: name.to },
          target: { from, to },
          params: { name: name.text, found: text, other: first.text, segment: first.segment },
          fix: first.text,
        },
      ]
    })
  })
}

/** The texts between quotation marks, without the comma or stop that English writes inside them. */
function quotedIn(text: string, pattern: RegExp): readonly Quoted[] {
  return [...text.matchAll(pattern)].map((match) => {
    const words = (match[1] ?? match[2] ?? match[3] ?? '').replace(/[,.;!?]$/, '')
    return { text: words, from: match.index + 1, to: match.index + 1 + words.length }
  })
}

function essence(text: string): string {
  return wordsOf(text.toLowerCase())
    .map((word) => word.text.replace(/['’]s$/, '').replace(/(?<=[^s]{2})(?:es|s)$/, ''))
    .filter((word) => !isArticle(word))
    .join(' ')
}
