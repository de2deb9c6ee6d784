import type { ReleaseTerm } from '../../model/release.ts'
import { anchorOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'

interface Mark {
  readonly from: number
  readonly to: number
  readonly term: string
}

/** Writes a text, with each term at its first occurrence on the page linked to its entry in the glossary. */
export interface Marker {
  source(text: string, lead: number): Html
  target(text: string, lead: number): Html
}

/** `lead`: the length of the speaker's label at the beginning of a text, which is set as a label. */
export function createMarker(terms: readonly ReleaseTerm[]): Marker {
  const sources = indexed(terms, 'source', (text) => (text.length > 1 ? text.slice(0, 2) : null))
  const targets = indexed(terms, 'target', (text) => firstWord.exec(text)?.[0].toLowerCase() ?? null)
  const seenInSource = new Set<string>()
  const seenInTarget = new Set<string>()
  return {
    source: (text, lead) => marked(text, lead, inSource(text, lead, sources, seenInSource)),
    target: (text, lead) => marked(text, lead, inTarget(text, lead, targets, seenInTarget)),
  }
}

type Index = ReadonlyMap<string, readonly ReleaseTerm[]>
const firstWord = /^[A-Za-z][A-Za-z0-9’'-]*/

/** Terms by their first characters, longer terms first. */
function indexed(
  terms: readonly ReleaseTerm[],
  side: 'source' | 'target',
  beginning: (text: string) => string | null,
): Index {
  const longestFirst = terms.toSorted((a, b) => b[side].length - a[side].length)
  const index = Map.groupBy(longestFirst, (term) => beginning(term[side]))
  return new Map([...index].flatMap(([start, terms]) => (start === null ? [] : [[start, terms] as const])))
}

function inSource(text: string, lead: number, index: Index, seen: Set<string>): readonly Mark[] {
  const marks: Mark[] = []
  for (let at = lead; at < text.length - 1; at++) {
    const term = index.get(text.slice(at, at + 2))?.find(({ source }) => text.startsWith(source, at))
    if (!term) continue
    const to = at + term.source.length
    if (!seen.has(term.id)) marks.push({ from: at, to, term: term.id })
    seen.add(term.id)
    at = to - 1
  }
  return marks
}

function inTarget(text: string, lead: number, index: Index, seen: Set<string>): readonly Mark[] {
  const marks: Mark[] = []
  let end = lead
  for (const word of text.matchAll(/[A-Za-z][A-Za-z0-9’'-]*/g)) {
    if (word.index < end) continue
    for (const term of index.get(word[0].toLowerCase()) ?? []) {
      const to = word.index + term.target.length
      if (text.slice(word.index, to).toLowerCase() !== term.target.toLowerCase()) continue
      // A whole word, or its plural.
      if (!/^s?(?![A-Za-z0-9-])/.test(text.slice(to))) continue
      if (!seen.has(term.id)) marks.push({ from: word.index, to, term: term.id })
      seen.add(term.id)
      end = to
      break
    }
  }
  return marks
}

function marked(text: string, lead: number, marks: readonly Mark[]): Html {
  if (lead === 0 && marks.length === 0) return html`${text}`
  const pieces: Html[] = lead === 0 ? [] : [html`<b>${text.slice(0, lead)}</b>`]
  let at = lead
  for (const { from, to, term } of marks) {
    pieces.push(html`${text.slice(at, from)}<a class="t" href="#t-${anchorOf(term)}">${text.slice(from, to)}</a>`)
    at = to
  }
  return html`${pieces}${text.slice(at)}`
}

/** Length of the label at the head of a speaker's first sentence, the colon with it; 0 for none. */
export function leadOfSource(text: string, speaker: string | undefined): number {
  if (!speaker || !text.startsWith(speaker)) return 0
  const colon = /^\s*[:：]/.exec(text.slice(speaker.length))
  return colon ? speaker.length + colon[0].length : 0
}

/** The same in the English, of a sentence whose source has a label: a name, so no clause before the colon. */
export function leadOfTarget(text: string): number {
  return /^[^:：,;!?\n]{1,60}[:：](?=\s|$)/.exec(text)?.[0].length ?? 0
}
