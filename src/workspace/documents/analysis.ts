import type { Check, SegmentContext } from '../../checks/check.ts'
import { figuresOf } from '../../checks/figures.ts'
import { proofreading, wordsOfSource, wordsOfTerms } from '../../checks/proofing.ts'
import { checkAcross, checkSegment } from '../../checks/registry.ts'
import type { DocumentTerms } from '../../contract/views.ts'
import { isSegment, segmentsOf } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import type { Dialect } from '../../model/house-style.ts'
import { type HouseStyle, plainStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import type { Figure } from '../../model/release.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Term, TermOccurrence } from '../../model/term.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import { createFullRecogniser, type Recognition } from '../../terms/recognition/recognise.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'

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
 * Analyses documents. The last analysis of each is kept while neither it nor the termbase changes, and what was found
 * in a segment for as long as its texts and terms are the same: one edit is one segment's work, and what changes no
 * text is none.
 */
export interface Analyst {
  /** Without a style, in that of the analysis before. */
  analyse(state: DocumentState, termbase: Termbase, style?: HouseStyle): Analysis
  /** The same, the terms of a long document looked for step by step. */
  analyseSteps(state: DocumentState, termbase: Termbase, style?: HouseStyle): Generator<void, Analysis>
}

interface Kept {
  readonly state: DocumentState
  readonly glossary: string
  readonly style: HouseStyle
  readonly analysis: Analysis
}

/** What whoever reads a document is told of its terms. */
export function termsOf({ terms, covered, words }: Analysis): DocumentTerms {
  return { terms, covered: covered(), words: words() }
}

export function createAnalyst({ proofread, isListed }: Proofreader): Analyst {
  let glossary = ''
  let style = plainStyle
  let recognise: (text: string) => Recognition = () => ({ found: [], dropped: [] })
  let recognised = new Map<string, Recognition>()
  let termWords = unlistedOf([])
  const kept = new Map<string, Kept>()
  const lists = new Map<string, readonly string[]>()
  const check = remembering(checkSegment)
  const across = remembering(checkAcross)
  const figures = remembering((context: SegmentContext) => figuresOf([context]))
  const sourceWords = remembering(({ source }: SegmentContext) => wordsOfSource(source))
  const proofOf = remembering((words: readonly string[]): Check => remembering(proofreading({ proofread, words })))

  function recognition(text: string): Recognition {
    const known = recognised.get(text) ?? recognise(text)
    recognised.set(text, known)
    return known
  }

  function holdAgainst(termbase: Termbase): void {
    if (glossary === termbase.head) return
    glossary = termbase.head
    const terms = [...termbase.terms.values()]
    recognise = createFullRecogniser(terms)
    recognised = new Map()
    termWords = unlistedOf(terms)
  }

  const analyst: Analyst = {
    *analyseSteps(state, termbase, asked) {
      if (kept.get(state.document.id)?.state !== state) {
        for (const { source } of segmentsOf(state.document)) {
          holdAgainst(termbase)
          recognition(plain(source))
          yield
        }
      }
      return analyst.analyse(state, termbase, asked)
    },
    analyse(state, termbase, asked = style) {
      holdAgainst(termbase)
      if (!sameStyle(style, asked)) style = asked
      const { id } = state.document
      const last = kept.get(id)
      if (last?.state === state && last.glossary === glossary && last.style === style) return last.analysis
      const contexts = contextsOf(state, recognition, style, last?.analysis.contexts ?? [])
      // A confirmation, a comment or a signature changes nothing that is looked at.
      const same = last !== undefined && sameContexts(last.analysis.contexts, contexts)
      const unmoved = same && last.glossary === glossary
      const analysis = unmoved ? { ...last.analysis } : analysisOf(id, same ? last.analysis.contexts : contexts)
      kept.set(id, { state, glossary, style, analysis })
      return analysis
    },
  }
  return analyst

  function analysisOf(id: string, contexts: readonly SegmentContext[]): Analysis {
    const terms = distinct(contexts.flatMap(({ terms }) => terms))
    const recognitions = contexts.map(({ source }) => recognition(source))
    const ofTerms = termWords
    const words = once(() => listOf(id, ofTerms, contexts))
    const findings = once(() => {
      const proof = proofOf(words())
      return [...contexts.flatMap((context) => [...check(context), ...proof(context)]), ...across(contexts)]
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
          sourceWords(context)
          yield
        }
        const proof = proofOf(words())
        for (const context of contexts) {
          check(context)
          proof(context)
          yield
        }
        return findings()
      },
      figures: once(() => contexts.flatMap(figures)),
    }
  }

  /** The words of terms that the dictionary of a dialect lacks, looked up once. */
  function unlistedOf(terms: readonly Term[]): (dialect: Dialect) => readonly string[] {
    const lists = new Map<Dialect, readonly string[]>()
    return (dialect) => {
      const known = lists.get(dialect) ?? wordsOfTerms(terms).filter((word) => !isListed(dialect, word))
      lists.set(dialect, known)
      return known
    }
  }

  /** The words allowed in a document; where they are what they were, the very list there was. */
  function listOf(
    id: string,
    ofTerms: (dialect: Dialect) => readonly string[],
    contexts: readonly SegmentContext[],
  ): readonly string[] {
    const { dialect } = contexts[0]?.style ?? style
    const ofSources = contexts.flatMap(sourceWords).filter((word) => !isListed(dialect, word))
    const words = [...new Set([...ofTerms(dialect), ...ofSources])]
    const last = lists.get(id)
    if (last?.length === words.length && last.every((word, index) => word === words[index])) return last
    lists.set(id, words)
    return words
  }
}

function distinct(occurrences: readonly TermOccurrence[]): readonly Term[] {
  return [...new Map(occurrences.map(({ term }) => [term.id, term])).values()]
}

function sameStyle(a: HouseStyle, b: HouseStyle): boolean {
  return Object.entries(a).every(([name, value]) => b[name as keyof HouseStyle] === value)
}

function sameContexts(a: readonly SegmentContext[], b: readonly SegmentContext[]): boolean {
  return a.length === b.length && a.every((context, index) => context === b[index])
}

/** The contexts of a document; where nothing has changed, the very ones there were before. */
function contextsOf(
  state: DocumentState,
  recognition: (text: string) => Recognition,
  style: HouseStyle,
  before: readonly SegmentContext[],
): readonly SegmentContext[] {
  const known = new Map(before.map((context) => [context.segment, context]))
  return state.document.blocks.flatMap(({ kind, parts }) =>
    parts.filter(isSegment).map((part): SegmentContext => {
      const source = plain(part.source)
      const target = plain(state.segments[part.id]?.target ?? [])
      const terms = recognition(source).found
      const last = known.get(part.id)
      const same =
        last?.source === source && last.target === target && last.style === style && sameTerms(last.terms, terms)
      return same ? last : { segment: part.id, kind, source, target, terms, style }
    }),
  )
}

function sameTerms(a: readonly TermOccurrence[], b: readonly TermOccurrence[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every(({ term, from, to }, index) => {
      const other = b[index]
      return other !== undefined && other.term === term && other.from === from && other.to === to
    })
  )
}

/** A function that does its work once for each thing it is given, as long as the thing lives. */
function remembering<K extends object, T extends object>(work: (thing: K) => T): (thing: K) => T {
  const done = new WeakMap<K, T>()
  return (thing) => {
    const known = done.get(thing) ?? work(thing)
    done.set(thing, known)
    return known
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
