import { peopleIn } from '../language/chinese/people.ts'
import { type Romanisation, romanise } from '../language/chinese/romanise.ts'
import { isFull, namePairsIn } from '../language/name-pairs.ts'
import type { Term, TermOccurrence } from '../model/term.ts'

/** The Chinese name of a person, and how an English text writes it. */
export interface RenderedName {
  readonly name: string
  readonly english: string
}

const romanisations = new Map<string, Romanisation>()
/** The most names whose pinyin is kept. */
const mostKept = 10_000

function romanisationOf(name: string): Romanisation {
  if (romanisations.size > mostKept) romanisations.clear()
  const known = romanisations.get(name) ?? romanise(name)
  romanisations.set(name, known)
  return known
}

/**
 * The people whom a source names and its English names in full, as the checks across a document know them: by the pinyin of
 * their names, so that no other words are taken for a name.
 */
export function renderedNames(source: string, target: string): readonly RenderedName[] {
  const people = peopleIn(source)
  const pairs = people.length === 0 ? [] : namePairsIn(target)
  return people.flatMap(({ name }) => {
    const pair = pairs.find((one) => isFull(romanisationOf(name), one))
    return pair === undefined ? [] : [{ name, english: pair.text }]
  })
}

/** The names of a document whose English is decided: the first that a name gets stays. */
export interface DocumentNames {
  learn(names: readonly RenderedName[]): void
  /** Where they stand in a source outside its terms, as terms to hint at, in order and without overlap. */
  occurrencesIn(job: { readonly source: string; readonly terms: readonly TermOccurrence[] }): readonly TermOccurrence[]
}

export function createDocumentNames(): DocumentNames {
  const decided = new Map<string, Term>()
  /** The names by their first character, the longest first. */
  const byFirst = new Map<string, string[]>()
  return {
    learn(names) {
      for (const { name, english } of names) {
        if (decided.has(name)) continue
        decided.set(name, termOf(name, english))
        const alike = byFirst.get(name.charAt(0)) ?? []
        alike.push(name)
        alike.sort((a, b) => b.length - a.length)
        byFirst.set(name.charAt(0), alike)
      }
    },
    occurrencesIn({ source, terms }) {
      const occurrences: TermOccurrence[] = []
      for (let at = 0; decided.size > 0 && at < source.length; at += 1) {
        const form = byFirst.get(source.charAt(at))?.find((name) => source.startsWith(name, at))
        const term = form === undefined ? undefined : decided.get(form)
        if (form === undefined || term === undefined) continue
        const to = at + form.length
        if (!terms.some((other) => other.from < to && other.to > at)) occurrences.push({ term, form, from: at, to })
        at = to - 1
      }
      return occurrences
    },
  }
}

function termOf(name: string, english: string): Term {
  const renderings = [{ text: english, status: 'preferred' as const }]
  return { id: `name:${name}`, source: [name], renderings, status: 'approved', domain: '', note: '', authority: '' }
}
