import type { Check, SegmentContext } from '../../checks/check.ts'
import type { DocumentTerms } from '../../contract/views/documents.ts'
import type { Finding } from '../../model/finding.ts'
import { type Dialect, type HouseStyle, plainStyle } from '../../model/house-style.ts'
import { namesOf } from '../../model/names.ts'
import type { Figure } from '../../model/release.ts'
import type { DocumentState } from '../../model/state.ts'
import { atOnce, flatMapSteps, type Steps } from '../../model/steps.ts'
import type { Term, TermOccurrence } from '../../model/term.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import { type HeldTerms, holdTerms, rememberListed } from './held-terms.ts'
import { type OnceInSteps, onceInSteps } from './memo.ts'
import { contextOf, contextSteps, type DocumentContexts, sameContexts } from './segment-contexts.ts'
import { createSegmentWork, type SegmentWork } from './segment-work.ts'

/** What the checks see and say of a document as it is, under the termbase as it is. */
export interface Analysis {
  readonly contexts: readonly SegmentContext[]
  /** The terms that occur, in the order in which they first do. */
  readonly terms: readonly Term[]
  /** What whoever reads the document is told of its terms. */
  readonly documentTerms: OnceInSteps<DocumentTerms>
  readonly findings: OnceInSteps<readonly Finding[]>
  readonly figures: OnceInSteps<readonly Figure[]>
  /** What is looked at in one segment, for English that does not stand in it. */
  readonly check: OnceInSteps<Check>
}

/** What the checks say of a segment by itself: all its errors and figures, and no finding that compares segments. */
export interface SegmentAnalysis {
  readonly findings: readonly Finding[]
  readonly figures: readonly Figure[]
}

/**
 * Analyses documents. The last analysis of each is kept while neither it nor the termbase changes, and the
 * findings in a segment for as long as its texts and terms are the same: an edit costs the work on one segment, and an
 * event that changes no text costs nothing.
 */
export interface Analyst {
  /** Without a style, in that of the analysis before. */
  analyse(state: DocumentState, termbase: Termbase, style?: HouseStyle): Analysis
  /** The same step by step. Of a document that grows meanwhile, the analysis of the later state is kept. */
  analyseSteps(state: DocumentState, termbase: Termbase, style?: HouseStyle): Steps<Analysis>
  /** One segment, which costs the same in a document of any length. Nothing is known of one that it does not have. */
  analyseSegment(state: DocumentState, segment: string, termbase: Termbase, style?: HouseStyle): SegmentAnalysis
  /** Lets go of what was kept of a document. */
  forget(id: string): void
}

/** The last analysis of a document, and what it was made of. */
interface LastAnalysis {
  readonly state: DocumentState
  readonly glossary: string
  readonly style: HouseStyle
  readonly contexts: DocumentContexts
  readonly analysis: Analysis
}

/** `hold` holds the terms: once for each state of the termbase that is met, whatever the number of documents. */
export function createAnalyst({ proofread, ...dictionary }: Proofreader, hold: typeof holdTerms = holdTerms): Analyst {
  const isListed = rememberListed(dictionary.isListed)
  let held: HeldTerms | undefined
  let style = plainStyle
  const lastAnalyses = new Map<string, LastAnalysis>()
  const wordLists = new Map<string, readonly string[]>()
  const work = createSegmentWork({ proofread, isListed })

  function heldTerms(termbase: Termbase): HeldTerms {
    if (held?.head !== termbase.head) held = hold(termbase, isListed)
    return held
  }

  /** The words allowed in a document; where they are what they were, the very list there was. */
  function* allowedWords(
    id: string,
    { unlistedSteps }: HeldTerms,
    contexts: readonly SegmentContext[],
    dialect: Dialect,
  ): Steps<readonly string[]> {
    const distinctWords = new Set(yield* unlistedSteps(dialect))
    for (const context of contexts) {
      for (const word of work.unlistedWords(context)) distinctWords.add(word)
      yield
    }
    const words = [...distinctWords]
    const last = wordLists.get(id)
    if (last?.length === words.length && last.every((word, index) => word === words[index])) return last
    wordLists.set(id, words)
    return words
  }

  function* analyseSteps(state: DocumentState, termbase: Termbase, requestedStyle = style): Steps<Analysis> {
    const terms = heldTerms(termbase)
    const glossary = terms.head
    // Other requests may change the style between two steps.
    const presentStyle = styleNow(requestedStyle)
    const { id } = state.document
    const last = lastAnalyses.get(id)
    if (last?.state === state && last.glossary === glossary && last.style === presentStyle) return last.analysis
    const fresh = yield* contextSteps(state, { recognition: terms.recognition, style: presentStyle }, last?.contexts)
    // A confirmation, a comment or a signature changes nothing that is looked at.
    const same = last !== undefined && sameContexts(last.analysis.contexts, fresh.list)
    const contexts = same ? last.analysis.contexts : fresh.list
    const analysis =
      same && last.glossary === glossary
        ? { ...last.analysis }
        : yield* analysisSteps(contexts, terms, work, () => allowedWords(id, terms, contexts, presentStyle.dialect))
    const newest = lastAnalyses.get(id)?.state.sequence ?? 0
    if (state.sequence >= newest)
      lastAnalyses.set(id, { state, glossary, style: presentStyle, contexts: { ...fresh, list: contexts }, analysis })
    return analysis
  }

  /** The style that is asked for: the very object there was, where it is the same. */
  function styleNow(requested: HouseStyle): HouseStyle {
    if (!sameStyle(style, requested)) style = requested
    return style
  }

  return {
    analyseSteps,
    analyseSegment(state, segment, termbase, requestedStyle = style) {
      const basis = { recognition: heldTerms(termbase).recognition, style: styleNow(requestedStyle) }
      const context = contextOf(state, segment, basis)
      return context === undefined
        ? { findings: [], figures: [] }
        : { findings: work.check(context), figures: work.figures(context) }
    },
    forget(id) {
      lastAnalyses.delete(id)
      wordLists.delete(id)
    },
    analyse: (state, termbase, requestedStyle) => atOnce(analyseSteps(state, termbase, requestedStyle)),
  }
}

function* analysisSteps(
  contexts: readonly SegmentContext[],
  { recognition }: HeldTerms,
  work: SegmentWork,
  allowedWords: () => Steps<readonly string[]>,
): Steps<Analysis> {
  const terms = yield* distinctSteps(contexts, (context) => context.terms)
  const words = onceInSteps(allowedWords)
  return {
    contexts,
    terms,
    documentTerms: onceInSteps(function* () {
      const occurring = new Set(terms)
      const dropped = yield* distinctSteps(contexts, ({ source }) => recognition(source).dropped)
      return { terms, covered: dropped.filter((term) => !occurring.has(term)), words: yield* words.steps() }
    }),
    findings: onceInSteps(function* () {
      const proof = work.proofreadingWith(yield* words.steps())
      const ofSegments = yield* flatMapSteps(contexts, (context) => [...work.check(context), ...proof(context)])
      return [...ofSegments, ...(yield* work.across(contexts).steps())]
    }),
    figures: onceInSteps(() => flatMapSteps(contexts, work.figures)),
    check: onceInSteps(function* () {
      const proof = work.proofreadingWith(yield* words.steps())
      return (context) => [...work.check(context), ...proof(context)]
    }),
  }
}

/** The terms of occurrences, each once, in the order in which they first occur. */
function* distinctSteps(
  contexts: readonly SegmentContext[],
  occurrencesIn: (context: SegmentContext) => readonly TermOccurrence[],
): Steps<readonly Term[]> {
  const terms = new Map<string, Term>()
  for (const context of contexts) {
    for (const { term } of occurrencesIn(context)) terms.set(term.id, term)
    yield
  }
  return [...terms.values()]
}

function sameStyle(a: HouseStyle, b: HouseStyle): boolean {
  return namesOf(a).every((name) => a[name] === b[name])
}
