import { peopleIn } from '../language/chinese/people.ts'
import { romanise } from '../language/chinese/romanise.ts'
import { foldText } from '../language/text/fold.ts'
import type { Remark } from '../model/finding.ts'
import type { Steps } from '../model/steps.ts'
import type { Term } from '../model/term.ts'
import { consistencySteps } from '../proofing/consistency.ts'
import type { ProofItem } from '../proofing/proof-item.ts'
import type { Proofread } from '../proofing/proofread.ts'
import { wordsOfTerm } from '../terms/termbase/words.ts'
import type { SegmentContext } from './check.ts'
import { lookOf } from './looks.ts'

/** The proofreader, and the words it accepts in addition to the dictionaries', in lower case. */
export interface Proofing {
  readonly proofread: Proofread
  readonly words: readonly string[]
}

/** A check that proofreads a segment. It gives notes and warnings, never errors, since no dictionary has every word. */
export function proofreading({ proofread, words }: Proofing): (context: SegmentContext) => readonly Remark[] {
  return (context) => {
    const { context: seen, placed } = lookOf(context)
    const { segment, kind, target, style } = seen
    return proofread(target, { dialect: style.dialect, words, kind }).map((item) => placed(findingOf(segment, item)))
  }
}

/** Across a document: headings, quotation marks and dashes that are written otherwise than most are. */
export function* proofreadAcross(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const [first] = contexts
  if (first === undefined) return []
  const texts = contexts.map(({ segment, kind, target }) => ({ segment, kind, text: target }))
  const items = yield* consistencySteps(texts, first.style.dialect)
  return items.map((item) => findingOf(item.segment, item))
}

function findingOf(segment: string, { code, severity, span, params, fix }: ProofItem): Remark {
  return { code, severity, segment, target: span, params: { ...params }, ...(fix !== undefined && { fix }) }
}

/** The words of the renderings of terms, except forbidden renderings. */
export function wordsOfTerms(terms: readonly Term[]): readonly string[] {
  return [...new Set(terms.flatMap((term) => [...wordsOfTerm(term)]))]
}

/** The words of a source that its English may use: words and codes in Latin letters, and people's names in pinyin. */
export function wordsOfSource(source: string): readonly string[] {
  const { text } = foldText(source)
  const latin = text.match(/[a-z]+/gi) ?? []
  const people = peopleIn(text).flatMap(({ name }) => romanise(name).expected.split(' '))
  return [...new Set([...latin, ...people].map((word) => word.toLowerCase()))]
}
