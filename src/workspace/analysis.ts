import type { SegmentContext } from '../checks/check.ts'
import { figuresOf } from '../checks/figures.ts'
import { checkDocument } from '../checks/registry.ts'
import { isSegment } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
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

/** Analyses documents, and keeps the last analysis of each for as long as neither it nor the termbase has changed. */
export interface Analyst {
  analyse(state: DocumentState, termbase: Termbase): Analysis
}

export function createAnalyst(): Analyst {
  let glossary = ''
  let recognise: (text: string) => readonly TermOccurrence[] = () => []
  let recognised = new Map<string, readonly TermOccurrence[]>()
  const kept = new Map<
    string,
    { readonly state: DocumentState; readonly glossary: string; readonly analysis: Analysis }
  >()

  function termsIn(text: string): readonly TermOccurrence[] {
    const known = recognised.get(text) ?? recognise(text)
    recognised.set(text, known)
    return known
  }

  return {
    analyse(state, termbase) {
      if (glossary !== termbase.head) {
        glossary = termbase.head
        recognise = createRecogniser([...termbase.terms.values()])
        recognised = new Map()
      }
      const { id } = state.document
      const last = kept.get(id)
      if (last?.state === state && last.glossary === glossary) return last.analysis
      const analysis = analysisOf(state, termsIn)
      kept.set(id, { state, glossary, analysis })
      return analysis
    },
  }
}

function analysisOf(state: DocumentState, termsIn: (text: string) => readonly TermOccurrence[]): Analysis {
  const contexts = state.document.blocks.flatMap(({ kind, parts }) =>
    parts.filter(isSegment).map(({ id, source }): SegmentContext => {
      const text = plain(source)
      return { segment: id, kind, source: text, target: plain(state.segments[id]?.target ?? []), terms: termsIn(text) }
    }),
  )
  const terms = new Map(contexts.flatMap((context) => context.terms.map(({ term }) => [term.id, term])))
  const findings = once(() => checkDocument(contexts))
  const figures = once(() => figuresOf(contexts))
  return { contexts, terms: [...terms.values()], findings, figures }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
