import type { SegmentContext } from '../../checks/check.ts'
import type { DocumentTerms } from '../../contract/views.ts'
import { segmentsOf } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { type Dialect, type HouseStyle, plainStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import { namesOf } from '../../model/names.ts'
import type { Figure } from '../../model/release.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Term, TermOccurrence } from '../../model/term.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import { type HeldTerms, holdTerms } from './held-terms.ts'
import { once } from './memo.ts'
import { contextsOf, sameContexts } from './segment-contexts.ts'
import { createSegmentWork, type SegmentWork } from './segment-work.ts'

/** What the checks see and say of a document as it is, under the termbase as it is. */
export interface Analysis {
  readonly contexts: readonly SegmentContext[]
  /** The terms that occur, in the order in which they first do. */
  readonly terms: readonly Term[]
  /** The terms that stand in the source only where a longer one covers them. */
  covered(): readonly Term[]
  /** The words that the English may use beside those of its dialect's dictionary. */
  words(): readonly string[]
  findings(): readonly Finding[]
  /** Finds the same step by step: a long document takes a second the first time. */
  findingSteps(): Generator<void, readonly Finding[]>
  figures(): readonly Figure[]
}

/**
 * Analyses documents. The last analysis of each is kept while neither it nor the termbase changes, and the
 * findings in a segment for as long as its texts and terms are the same: an edit costs the work on one segment, and an
 * event that changes no text costs nothing.
 */
export interface Analyst {
  /** Without a style, in that of the analysis before. */
  analyse(state: DocumentState, termbase: Termbase, style?: HouseStyle): Analysis
  /** The same, the terms of a long document looked for step by step. */
  analyseSteps(state: DocumentState, termbase: Termbase, style?: HouseStyle): Generator<void, Analysis>
}

/** The last analysis of a document, and what it was made of. */
interface LastAnalysis {
  readonly state: DocumentState
  readonly glossary: string
  readonly style: HouseStyle
  readonly analysis: Analysis
}

/** What whoever reads a document is told of its terms. */
export function termsOf({ terms, covered, words }: Analysis): DocumentTerms {
  return { terms, covered: covered(), words: words() }
}

/** `hold` builds the recogniser: once for each state of the termbase that is met, whatever the number of documents. */
export function createAnalyst({ proofread, isListed }: Proofreader, hold: typeof holdTerms = holdTerms): Analyst {
  let held: HeldTerms | undefined
  let style = plainStyle
  const lastAnalyses = new Map<string, LastAnalysis>()
  const wordLists = new Map<string, readonly string[]>()
  const work = createSegmentWork(proofread)

  function heldTerms(termbase: Termbase): HeldTerms {
    if (held?.head !== termbase.head) held = hold(termbase, isListed)
    return held
  }

  /** The words allowed in a document; where they are what they were, the very list there was. */
  function allowedWords(
    id: string,
    { unlistedWords }: HeldTerms,
    contexts: readonly SegmentContext[],
    dialect: Dialect,
  ): readonly string[] {
    const ofSources = contexts.flatMap(work.sourceWords).filter((word) => !isListed(dialect, word))
    const words = [...new Set([...unlistedWords(dialect), ...ofSources])]
    const last = wordLists.get(id)
    if (last?.length === words.length && last.every((word, index) => word === words[index])) return last
    wordLists.set(id, words)
    return words
  }

  const analyst: Analyst = {
    *analyseSteps(state, termbase, requestedStyle) {
      if (lastAnalyses.get(state.document.id)?.state !== state) {
        for (const { source } of segmentsOf(state.document)) {
          heldTerms(termbase).recognition(plain(source))
          yield
        }
      }
      return analyst.analyse(state, termbase, requestedStyle)
    },
    analyse(state, termbase, requestedStyle = style) {
      const terms = heldTerms(termbase)
      const glossary = terms.head
      if (!sameStyle(style, requestedStyle)) style = requestedStyle
      const { id } = state.document
      const last = lastAnalyses.get(id)
      if (last?.state === state && last.glossary === glossary && last.style === style) return last.analysis
      const fresh = contextsOf(state, terms.recognition, style, last?.analysis.contexts ?? [])
      // A confirmation, a comment or a signature changes nothing that is looked at.
      const same = last !== undefined && sameContexts(last.analysis.contexts, fresh)
      const contexts = same ? last.analysis.contexts : fresh
      const { dialect } = style
      const analysis =
        same && last.glossary === glossary
          ? { ...last.analysis }
          : analysisOf(contexts, terms, work, () => allowedWords(id, terms, contexts, dialect))
      lastAnalyses.set(id, { state, glossary, style, analysis })
      return analysis
    },
  }
  return analyst
}

function analysisOf(
  contexts: readonly SegmentContext[],
  { recognition }: HeldTerms,
  work: SegmentWork,
  allowedWords: () => readonly string[],
): Analysis {
  const recognitions = contexts.map(({ source }) => recognition(source))
  const terms = distinct(contexts.flatMap(({ terms }) => terms))
  const words = once(allowedWords)
  const findings = once(() => {
    const proof = work.proofreadingWith(words())
    return [...contexts.flatMap((context) => [...work.check(context), ...proof(context)]), ...work.across(contexts)]
  })
  return {
    contexts,
    terms,
    covered: once(() => {
      const known = new Set(terms)
      return distinct(recognitions.flatMap(({ dropped }) => dropped)).filter((term) => !known.has(term))
    }),
    words,
    findings,
    *findingSteps() {
      for (const context of contexts) {
        work.sourceWords(context)
        yield
      }
      const proof = work.proofreadingWith(words())
      for (const context of contexts) {
        work.check(context)
        proof(context)
        yield
      }
      return findings()
    },
    figures: once(() => contexts.flatMap(work.figures)),
  }
}

function distinct(occurrences: readonly TermOccurrence[]): readonly Term[] {
  return [...new Map(occurrences.map(({ term }) => [term.id, term])).values()]
}

function sameStyle(a: HouseStyle, b: HouseStyle): boolean {
  return namesOf(a).every((name) => a[name] === b[name])
}
