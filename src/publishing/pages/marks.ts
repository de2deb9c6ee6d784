import { withStraightApostrophes, wordsAndNumbers } from '../../language/english/tokens.ts'
import { comparable, foldComparable, foldText } from '../../language/text/fold.ts'
import type { Folded } from '../../language/text/folded.ts'
import type { ReleaseTerm } from '../../model/release.ts'
import { anchorOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'

interface Mark {
  readonly from: number
  readonly to: number
  readonly term: string
}

/** A term as it is looked for: its text folded as the texts of the page are. */
interface SoughtTerm {
  readonly id: string
  readonly form: string
}

/** Writes a text, with each term at its first occurrence on the page linked to its entry in the glossary. */
export interface Marker {
  source(text: string, lead: number): Html
  target(text: string, lead: number): Html
  /** The ids of the terms that it has linked. */
  linked(): ReadonlySet<string>
}

/** `lead`: the length of the speaker's label at the beginning of a text, which is set as a label. */
export function createMarker(terms: readonly ReleaseTerm[]): Marker {
  const sources = indexed(
    terms.map(({ id, source }) => ({ id, form: comparable(source) })),
    (form) => (form.length > 1 ? form.slice(0, 2) : null),
  )
  const targets = indexed(
    terms.map(({ id, target }) => ({ id, form: foldText(target).text })),
    (form) => firstWordOf(form),
  )
  const seenInSource = new Set<string>()
  const seenInTarget = new Set<string>()
  return {
    source: (text, lead) => marked(text, lead, inSource(foldComparable(text), lead, sources, seenInSource)),
    target: (text, lead) => marked(text, lead, inTarget(foldText(text), lead, targets, seenInTarget)),
    linked: () => new Set([...seenInSource, ...seenInTarget]),
  }
}

type Index = ReadonlyMap<string, readonly SoughtTerm[]>

/** Terms by how they begin, longer terms first; `null` leaves a term out. */
function indexed(terms: readonly SoughtTerm[], beginning: (form: string) => string | null): Index {
  const longestFirst = terms.toSorted((a, b) => b.form.length - a.form.length)
  const index = Map.groupBy(longestFirst, ({ form }) => beginning(form))
  return new Map([...index].flatMap(([start, terms]) => (start === null ? [] : [[start, terms] as const])))
}

function firstWordOf(form: string): string | null {
  const [first] = form.matchAll(wordsAndNumbers)
  return first?.index === 0 ? sameLetters(first[0]) : null
}

function inSource(folded: Folded, lead: number, index: Index, seen: Set<string>): readonly Mark[] {
  const { text, spanOf, within } = folded
  const marks: Mark[] = []
  for (let at = within({ from: lead, to: lead }).from; at < text.length - 1; at++) {
    const term = index.get(text.slice(at, at + 2))?.find(({ form }) => text.startsWith(form, at))
    if (!term) continue
    const to = at + term.form.length
    if (!seen.has(term.id)) marks.push({ ...spanOf({ from: at, to }), term: term.id })
    seen.add(term.id)
    at = to - 1
  }
  return marks
}

function inTarget(folded: Folded, lead: number, index: Index, seen: Set<string>): readonly Mark[] {
  const { text, spanOf, within } = folded
  const marks: Mark[] = []
  let end = within({ from: lead, to: lead }).from
  for (const word of text.matchAll(wordsAndNumbers)) {
    if (word.index < end || isSecondPart(text, word.index)) continue
    for (const { id, form } of index.get(sameLetters(word[0])) ?? []) {
      const to = word.index + form.length
      if (sameLetters(text.slice(word.index, to)) !== sameLetters(form)) continue
      // A whole word, or its plural.
      if (!/^s?(?![\p{L}\p{M}\p{N}-])/u.test(text.slice(to, to + 2))) continue
      if (!seen.has(id)) marks.push({ ...spanOf({ from: word.index, to }), term: id })
      seen.add(id)
      end = to
      break
    }
  }
  return marks
}

/** Whether a hyphen joins the word at this place to one before it. */
function isSecondPart(text: string, at: number): boolean {
  return /[\p{L}\p{M}\p{N}]-$/u.test(text.slice(Math.max(0, at - 3), at))
}

function sameLetters(text: string): string {
  return withStraightApostrophes(text).toLowerCase()
}

function marked(text: string, lead: number, marks: readonly Mark[]): Html {
  if (lead === 0 && marks.length === 0) return html`${text}`
  const pieces: Html[] = lead === 0 ? [] : [html`<b>${text.slice(0, lead)}</b>`]
  let at = lead
  for (const { from, to, term } of marks) {
    pieces.push(
      html`${text.slice(at, from)}<a class="t" tabindex="-1" href="#t-${anchorOf(term)}">${text.slice(from, to)}</a>`,
    )
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
