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
import { type HeldTerms, holdTerms, rememberListed } from './held-terms.ts'
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

/** `hold` holds the terms: once for each state of the termbase that is met, whatever the number of documents. */
export function createAnalyst({ proofread, ...dictionary }: Proofreader, hold: typeof holdTerms = holdTerms): Analyst {
  const isListed = rememberListed(dictionary.isListed)
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

  function known(state: DocumentState, { head }: HeldTerms): Analysis | null {
    const last = lastAnalyses.get(state.document.id)
    return last?.state === state && last.glossary === head && last.style === style ? last.analysis : null
  }

  function setStyle(requested: HouseStyle): void {
    if (!sameStyle(style, requested)) style = requested
  }

  return {
    *analyseSteps(state, termbase, requestedStyle = style) {
      setStyle(requestedStyle)
      const terms = heldTerms(termbase)
      if (known(state, terms) === null) {
        yield* terms.unlistedSteps(style.dialect)
        for (const { source } of segmentsOf(state.document)) {
          terms.recognition(plain(source))
          yield
        }
        // Others may have asked in another style meanwhile.
        setStyle(requestedStyle)
      }
      return analyse(state, terms)
    },
    analyse(state, termbase, requestedStyle = style) {
      setStyle(requestedStyle)
      return analyse(state, heldTerms(termbase))
    },
  }

  function analyse(state: DocumentState, terms: HeldTerms): Analysis {
    const present = known(state, terms)
    if (present !== null) return present
    const { id } = state.document
    const glossary = terms.head
    const last = lastAnalyses.get(id)
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
  }
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
