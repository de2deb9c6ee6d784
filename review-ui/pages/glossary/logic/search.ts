import { comparable, foldComparable } from '../../../../src/language/text/fold.ts'
import { tableOf } from '../../../../src/model/names.ts'
import { preferredRendering, type Term, type TermStatus, termStatuses } from '../../../../src/model/term.ts'

/** What is looked for in the glossary; an empty string asks for nothing. */
export interface Wanted {
  readonly query: string
  readonly status: TermStatus | 'all'
  readonly domain: string
}

export const orders = ['chinese', 'english', 'changed'] as const
export type Order = (typeof orders)[number]

/** A term with all that a search looks through, folded once. */
interface Searchable {
  readonly term: Term
  readonly words: string
}

export function searchable(terms: readonly Term[]): readonly Searchable[] {
  return terms.map((term) => ({
    term,
    words: comparable([...term.source, ...term.renderings.map(({ text }) => text), term.note].join('\n')),
  }))
}

/** The words of a query as they are compared: width, case and kind of quotation mark make no difference. */
function wordsOf(query: string): readonly string[] {
  return comparable(query).split(/\s+/).filter(Boolean)
}

/** The terms that have every word of the query, with how many there would be of each status and domain. */
export function find(
  terms: readonly Searchable[],
  { query, status, domain }: Wanted,
): {
  readonly found: readonly Term[]
  readonly statuses: Readonly<Record<TermStatus | 'all', number>>
  readonly domains: readonly { readonly domain: string; readonly count: number }[]
} {
  const words = wordsOf(query)
  const inWords = terms.filter((one) => words.every((word) => one.words.includes(word))).map(({ term }) => term)
  const inDomain = inWords.filter((term) => domain === '' || term.domain === domain)
  const inStatus = inWords.filter((term) => status === 'all' || term.status === status)
  const countOf = (wanted: TermStatus) => inDomain.filter((term) => term.status === wanted).length
  const all = [...new Set(terms.map(({ term }) => term.domain))].filter(Boolean).sort()
  return {
    found: inDomain.filter((term) => status === 'all' || term.status === status),
    statuses: { all: inDomain.length, ...tableOf(termStatuses, countOf) },
    domains: all.map((one) => ({ domain: one, count: inStatus.filter((term) => term.domain === one).length })),
  }
}

/**
 * In the order asked for. While something is looked for, terms that are called exactly that come first, then those that
 * begin with it.
 */
export function inOrder(
  terms: readonly Term[],
  order: Order,
  query: string,
  changedAt: (term: Term) => string,
): readonly Term[] {
  const chinese = new Intl.Collator('zh-CN', { ignorePunctuation: true, numeric: true })
  const english = new Intl.Collator('en', { ignorePunctuation: true })
  const sought = comparable(query).trim()
  const nearness = new Map(terms.map((term) => [term, sought === '' ? 0 : nearnessOf(term, sought)]))
  const compare: Record<Order, (a: Term, b: Term) => number> = {
    chinese: (a, b) => chinese.compare(a.source[0] ?? '', b.source[0] ?? ''),
    english: (a, b) => english.compare(preferredRendering(a), preferredRendering(b)),
    changed: (a, b) => (changedAt(a) < changedAt(b) ? 1 : changedAt(a) > changedAt(b) ? -1 : 0),
  }
  return terms.toSorted((a, b) => (nearness.get(a) ?? 0) - (nearness.get(b) ?? 0) || compare[order](a, b))
}

function nearnessOf(term: Term, sought: string): number {
  const names = [...term.source, ...term.renderings.map(({ text }) => text)].map(comparable)
  if (names.includes(sought)) return 0
  return names.some((name) => name.startsWith(sought)) ? 1 : 2
}

/** A text cut where words of the query stand in it. Concatenated, the parts are the text. */
export function markedParts(
  text: string,
  query: string,
): readonly { readonly text: string; readonly found: boolean }[] {
  const folded = foldComparable(text)
  const marked = new Array<boolean>(text.length).fill(false)
  for (const word of wordsOf(query)) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1)) {
      const { from, to } = folded.spanOf({ from: at, to: at + word.length })
      marked.fill(true, from, to)
    }
  }
  const parts: { text: string; found: boolean }[] = []
  for (let at = 0; at < text.length; at++) {
    const last = parts.at(-1)
    const found = marked[at] === true
    if (last?.found === found) last.text += text[at]
    else parts.push({ text: text[at] ?? '', found })
  }
  return parts
}
