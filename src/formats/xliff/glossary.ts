import type { Term, TermOccurrence } from '../../model/term.ts'
import { elementsOf } from '../xml/element.ts'
import type { XmlElement } from '../xml/tree.ts'
import { escapeControls } from './controls.ts'
import type { MetaGroup } from './metadata.ts'
import type { TermMark } from './write-inline.ts'

export const glossaryNamespace = 'urn:oasis:names:tc:xliff:glossary:2.0'
const element = elementsOf(glossaryNamespace, 'gls')

/** The terms that occur in one unit, and where. */
export interface UnitTerms {
  /** The glossary module (XLIFF 2.1 §5.2); empty if no term occurs. */
  readonly glossary: readonly XmlElement[]
  /** Forbidden renderings, which the module cannot express. */
  readonly forbidden: readonly MetaGroup[]
  marks(segment: string): readonly TermMark[]
}

/** Numbers the terms that occur in the segments of a unit `t1`, `t2`, …, each once. */
export function unitTerms(
  segments: readonly string[],
  occurrences: ReadonlyMap<string, readonly TermOccurrence[]>,
): UnitTerms {
  const ids = new Map<string, string>()
  const terms = new Map<string, Term>()
  const marks = new Map<string, readonly TermMark[]>()
  for (const segment of segments) {
    let end = 0
    const apart = (occurrences.get(segment) ?? []).filter(({ from, to }) => {
      const fits = from >= end && to > from
      if (fits) end = to
      return fits
    })
    const marked = apart.map(({ term, from, to }, at) => {
      const id = ids.get(term.id) ?? `t${ids.size + 1}`
      ids.set(term.id, id)
      terms.set(id, term)
      return { id: `${segment}.t.${at + 1}`, ref: `#gls=${id}`, from, to }
    })
    marks.set(segment, marked)
  }
  const entries = [...terms].map(([id, term]) => entryOf(id, term))
  return {
    glossary: entries.length === 0 ? [] : [element('glossary', {}, entries)],
    forbidden: [...terms.values()].flatMap(forbiddenOf),
    marks: (segment) => marks.get(segment) ?? [],
  }
}

function entryOf(id: string, term: Term): XmlElement {
  const usable = term.renderings.filter(({ status }) => status === 'preferred' || status === 'admitted')
  const ordered = [...usable].sort((a, b) => Number(b.status === 'preferred') - Number(a.status === 'preferred'))
  const source = term.authority === '' ? undefined : escapeControls(term.authority)
  return element('glossEntry', { id }, [
    element('term', {}, [escapeControls(term.source[0] ?? '')]),
    ...ordered.map(({ text }) => element('translation', { source }, [escapeControls(text)])),
    ...(term.note === '' ? [] : [element('definition', {}, [escapeControls(term.note)])]),
  ])
}

function forbiddenOf(term: Term): readonly MetaGroup[] {
  const avoided = term.renderings.filter(({ status }) => status === 'deprecated' || status === 'forbidden')
  if (avoided.length === 0) return []
  const renderings = avoided.map(({ status, text }) => [status, text] as const)
  return [{ category: 'renderings to avoid', entries: [['term', term.source[0] ?? ''], ...renderings] }]
}
