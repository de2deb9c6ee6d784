import type { SegmentContext } from '../checks/check.ts'
import { figuresOf } from '../checks/figures.ts'
import { checkDocument, checkSegment } from '../checks/registry.ts'
import { isSegment } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { type HouseStyle, plainStyle } from '../model/house-style.ts'
import { plain } from '../model/inline.ts'
import type { Figure } from '../model/release.ts'
import type { DocumentState } from '../model/state.ts'
import type { Term, TermOccurrence } from '../model/term.ts'
import { createRecogniser } from '../terms/recognise.ts'
import type { Termbase } from '../terms/termbase.ts'

/** What the checks see and say of a document as it is, under the termbase as it is. */
export interface Analysis {
  readonly contexts: readonly SegmentContext[]
  /** The terms that occur, in the order in which they first do. */
  readonly terms: readonly Term[]
  findings(): readonly Finding[]
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
}

interface Kept {
  readonly state: DocumentState
  readonly glossary: string
  readonly style: HouseStyle
  readonly analysis: Analysis
}

export function createAnalyst(): Analyst {
  let glossary = ''
  let style = plainStyle
  let recognise: (text: string) => readonly TermOccurrence[] = () => []
  let recognised = new Map<string, readonly TermOccurrence[]>()
  const kept = new Map<string, Kept>()
  const check = remembering(checkSegment)
  const figures = remembering((context) => figuresOf([context]))

  function termsIn(text: string): readonly TermOccurrence[] {
    const known = recognised.get(text) ?? recognise(text)
    recognised.set(text, known)
    return known
  }

  return {
    analyse(state, termbase, asked = style) {
      if (glossary !== termbase.head) {
        glossary = termbase.head
        recognise = createRecogniser([...termbase.terms.values()])
        recognised = new Map()
      }
      if (!sameStyle(style, asked)) style = asked
      const { id } = state.document
      const last = kept.get(id)
      if (last?.state === state && last.glossary === glossary && last.style === style) return last.analysis
      const contexts = contextsOf(state, termsIn, style, last?.analysis.contexts ?? [])
      // A confirmation, a comment or a signature changes nothing that is looked at.
      const same = last !== undefined && sameContexts(last.analysis.contexts, contexts)
      const analysis = same ? { ...last.analysis } : analysisOf(contexts)
      kept.set(id, { state, glossary, style, analysis })
      return analysis
    },
  }

  function analysisOf(contexts: readonly SegmentContext[]): Analysis {
    return {
      contexts,
      terms: [...new Map(contexts.flatMap(({ terms }) => terms.map(({ term }) => [term.id, term]))).values()],
      findings: once(() => checkDocument(contexts, check)),
      figures: once(() => contexts.flatMap(figures)),
    }
  }
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
  termsIn: (text: string) => readonly TermOccurrence[],
  style: HouseStyle,
  before: readonly SegmentContext[],
): readonly SegmentContext[] {
  const known = new Map(before.map((context) => [context.segment, context]))
  return state.document.blocks.flatMap(({ kind, parts }) =>
    parts.filter(isSegment).map((part): SegmentContext => {
      const source = plain(part.source)
      const target = plain(state.segments[part.id]?.target ?? [])
      const terms = termsIn(source)
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

/** A function of a context that does its work once for each, as long as the context lives. */
function remembering<T>(work: (context: SegmentContext) => readonly T[]): (context: SegmentContext) => readonly T[] {
  const done = new WeakMap<SegmentContext, readonly T[]>()
  return (context) => {
    const known = done.get(context) ?? work(context)
    done.set(context, known)
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
