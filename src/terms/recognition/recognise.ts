import { liesAcrossWords } from '../../language/chinese/words.ts'
import { foldComparable } from '../../language/text/fold.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Span } from '../../model/finding.ts'
import type { Term, TermOccurrence } from '../../model/term.ts'
import { type Claim, type Contexts, formsOfTerms, type TermForms } from './term-forms.ts'

/** The terms recognised in a text, and those dropped because they overlap a better one; each list in order of place. */
export interface Recognition {
  readonly found: readonly TermOccurrence[]
  readonly dropped: readonly TermOccurrence[]
}

/**
 * Makes a function that finds terms in a source text, in order and without overlaps. Of overlapping candidates it
 * chooses those that cover most of the text, then the fewest, then the earliest: 中国尼龙城 before 尼龙城. Width,
 * look-alikes, invisible characters, quotation marks, dashes and Latin case make no difference (`comparable`). A form
 * that begins or ends with Latin letters or numerals is not recognised inside a longer run of them (千万工程 is not in
 * 三千万工程款), and one of two characters not across two words (产能 in 生产能力). A form is not a candidate where a context of the term (`notBefore`, `notAfter`) makes it another word.
 * Retired terms are not recognised. Of two terms with one form the approved is taken, then the first in the list.
 */
export function createRecogniser(terms: readonly Term[]): (text: string) => readonly TermOccurrence[] {
  const recognise = createFullRecogniser(terms)
  return (text) => recognise(text).found
}

/** Like `createRecogniser`, and also gives the terms dropped for an overlap. */
export function createFullRecogniser(terms: readonly Term[]): (text: string) => Recognition {
  return recogniserOf(formsOfTerms(terms))
}

/** The same for the forms of terms. Costs nothing before it is called. */
export function recogniserOf({ tree, claims }: TermForms): (text: string) => Recognition {
  return (text) => {
    const folded = foldComparable(text)
    const candidates = tree.find(folded.text).flatMap(({ form, from, to }): readonly Candidate[] => {
      const claim = ownerAmong(claims.get(form) ?? [])
      if (claim === undefined || !standsAlone(folded.text, { from, to })) return []
      if (liesAcrossWords(folded.text, { from, to })) return []
      return isAnotherWord(folded.text, { from, to }, claim.contexts) ? [] : [{ claim, from, to }]
    })
    const chosenCandidates = withoutOverlaps(candidates)
    const chosen = new Set(chosenCandidates)
    const occurrenceOf = ({ claim: { term, form }, from, to }: Candidate): TermOccurrence => {
      return { term, form, ...folded.spanOf({ from, to }) }
    }
    // What is found is kept for each sentence of a document, and holds nothing of the search.
    const dropped = candidates.filter((candidate) => !chosen.has(candidate)).map(occurrenceOf)
    return {
      found: chosenCandidates.length === 0 ? none : chosenCandidates.map(occurrenceOf),
      dropped: dropped.length === 0 ? none : dropped.sort((a, b) => a.from - b.from || b.to - a.to),
    }
  }
}

const none: readonly TermOccurrence[] = []

/** A term that may stand at a place of the folded text. */
interface Candidate extends Span {
  readonly claim: Claim
}

/** The term that a form stands for: the first approved one, else the first in use. */
function ownerAmong(claims: readonly Claim[]): Claim | undefined {
  return claims.find(({ term }) => term.status === 'approved') ?? claims.find(({ term }) => term.status !== 'retired')
}

/** Whether a context of the term shows that the form is another word here. */
function isAnotherWord(text: string, { from, to }: Span, contexts: Contexts | null): boolean {
  if (contexts === null) return false
  return (
    contexts.before.some((context) => text.startsWith(context, to)) ||
    contexts.after.some((context) => text.endsWith(context, from))
  )
}

/** Whether no Latin word and no number continues over an edge of the hit: 尼龙66 is not in 尼龙660. */
function standsAlone(text: string, { from, to }: Span): boolean {
  return !runsOn(text, from) && !runsOn(text, to)
}

function runsOn(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at] ?? ''
  return (isLetter(before) && isLetter(after)) || (isNumeral(before) && isNumeral(after))
}

function isLetter(unit: string): boolean {
  return unit >= 'a' && unit <= 'z'
}

function isNumeral(unit: string): boolean {
  return (unit >= '0' && unit <= '9') || (unit !== '' && '〇零一二两三四五六七八九十百千万亿'.includes(unit))
}

/**
 * Weighted interval scheduling over hits sorted by their ends: the best choice up to each end is the best choice before
 * it, or the hit together with the best choice up to the hit's beginning.
 */
function withoutOverlaps<S extends Span>(hits: readonly S[]): readonly S[] {
  interface Choice {
    readonly end: number
    readonly covered: number
    readonly count: number
    readonly hit?: S
    readonly rest?: Choice
  }
  const nothing: Choice = { end: 0, covered: 0, count: 0 }
  // The best choice at each end, in order of ends; its hits never extend beyond that end.
  const best: Choice[] = [nothing]
  for (const hit of hits) {
    const rest = lastUpTo(best, hit.from)
    const withHit: Choice = {
      end: hit.to,
      covered: rest.covered + hit.to - hit.from,
      count: rest.count + 1,
      hit,
      rest,
    }
    const withoutHit = expectDefined(best.at(-1), 'a choice')
    const better =
      withHit.covered > withoutHit.covered ||
      (withHit.covered === withoutHit.covered && withHit.count < withoutHit.count)
    if (!better) continue
    if (withoutHit.end === hit.to && withoutHit !== nothing) best[best.length - 1] = withHit
    else best.push(withHit)
  }
  const chosen: S[] = []
  for (let choice = best.at(-1); choice?.hit; choice = choice.rest) chosen.push(choice.hit)
  return chosen.reverse()
}

/** The last choice that ends at or before `at`, by binary search. */
function lastUpTo<C extends { readonly end: number }>(choices: readonly C[], at: number): C {
  let low = 0
  let high = choices.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (expectDefined(choices[middle], 'a choice').end <= at) low = middle
    else high = middle - 1
  }
  return expectDefined(choices[low], 'a choice')
}
