import { type Word, wordsOf } from '../../language/english/words.ts'
import { foldText } from '../../language/text/fold.ts'
import type { Folded } from '../../language/text/folded.ts'
import type { Span } from '../../model/finding.ts'
import { rememberingLast } from '../../model/remembering.ts'
import type { Rendering, Term } from '../../model/term.ts'
import { coordinated } from './coordination.ts'
import { type Phrase, phraseOf } from './phrase.ts'
import { type Sighting, sightings } from './sightings.ts'
import { covering, outermost } from './spans.ts'

/** A rendering that ought not to stand in the text, where it stands. */
export interface Misuse {
  readonly span: Span
  readonly rendering: Rendering
}

/** Where the English keeps to a term, and where it does not. */
export interface Verification {
  /** Preferred and admitted renderings, their inflections and short forms found, in order. */
  readonly met: readonly Span[]
  /** Those of `met` that are right only once the concept has been named in full. */
  readonly shortened: readonly Span[]
  /** Renderings found without the capitals they must have. */
  readonly miscased: readonly Span[]
  /** In order; what is part of a longer permitted or misused rendering is not told. */
  readonly misused: readonly Misuse[]
}

/**
 * Looks for the renderings of a term in an English text: whole words, never substrings. Makes no difference: number of
 * the head and, unless it is a name, of words inside; the form of a verb that the rendering opens with; a possessive;
 * an initial capital or capitals throughout; hyphen, space or no-break space, or neither in common words; quotation
 * marks; a leading article, and one inside unless it is a name; a comma before *and* or *or*; an abbreviation in
 * brackets inside the rendering; conjuncts that share a word. Capitals of a name must be kept; misuse is found
 * whatever its capitals.
 */
export function verifyTerm(term: Term, target: string): Verification {
  return createVerification(target)(term)
}

/**
 * The same for many terms and one text, whose words are read once, and only if there is a term; each term is looked for
 * once, too, also if the same text is given several times on end.
 */
export const createVerification = rememberingLast((target: string): ((term: Term) => Verification) => {
  let read: { readonly folded: Folded; readonly words: readonly Word[] } | undefined
  const known = new Map<Term, Verification>()
  return (term) => {
    const before = known.get(term)
    if (before !== undefined) return before
    if (read === undefined) {
      const folded = foldText(target)
      read = { folded, words: wordsOf(folded.text) }
    }
    const verification = placed(verifyIn(term, read.folded.text, read.words), read.folded)
    known.set(term, verification)
    return verification
  }
})

/** What was found in a folded text, where it stands in the text as it is. */
function placed({ met, shortened, miscased, misused }: Verification, folded: Folded): Verification {
  const there = (spans: readonly Span[]) => spans.map((span) => folded.spanOf(span))
  return {
    met: there(met),
    shortened: there(shortened),
    miscased: there(miscased),
    misused: misused.map(({ span, rendering }) => ({ span: folded.spanOf(span), rendering })),
  }
}

function verifyIn(term: Term, target: string, text: readonly Word[]): Verification {
  const { renderings, inflections } = phrasesOf(term)
  const full: Sighting[] = []
  const misuses: Misuse[] = []
  for (const { rendering, phrase } of renderings) {
    if (rendering.status === 'preferred' || rendering.status === 'admitted') {
      full.push(...sightings(phrase, text), ...coordinated(phrase, text))
    } else {
      misuses.push(...sightings(phrase, text).map(({ from, to }) => ({ span: { from, to }, rendering })))
    }
  }
  for (const phrase of inflections) full.push(...sightings(phrase, text))
  const named = outermost(full.filter(hasCapitals), (span) => span).map(bare)
  const isNamed = covering(named)
  const short = shortForms(term, text, target, full).filter((span) => !isNamed(span))
  const shortened = short.filter(hasCapitals).map(bare)
  const met = [...named, ...shortened].sort((a, b) => a.from - b.from)
  const isMet = covering(met)
  const miscased = [...full, ...short].filter((sighting) => !sighting.isCased && !isMet(sighting))
  const outside = misuses.filter(({ span }) => !isMet(span))
  const misused = outermost(outside, (misuse) => misuse.span)
  const isMisused = covering(misused.map(({ span }) => span))
  return {
    met,
    shortened,
    miscased: outermost(miscased, (span) => span)
      .map(bare)
      .filter((span) => !isMisused(span)),
    misused,
  }
}

interface Phrases {
  readonly renderings: readonly { readonly rendering: Rendering; readonly phrase: Phrase }[]
  readonly inflections: readonly Phrase[]
}

/** The phrases of each term met so far, for as long as the term lives: many texts are held against one term. */
const made = new WeakMap<Term, Phrases>()

function phrasesOf(term: Term): Phrases {
  const known = made.get(term)
  if (known !== undefined) return known
  const verb = term.partOfSpeech === 'verb'
  const phrases = {
    renderings: term.renderings.map((rendering) => ({
      rendering,
      phrase: phraseOf(wordsOf(rendering.text), { verb }),
    })),
    inflections: (term.inflections ?? []).map(exactly),
  }
  made.set(term, phrases)
  return phrases
}

function exactly(form: string): Phrase {
  return phraseOf(wordsOf(form), { verb: false, exact: true })
}

function hasCapitals({ isCased }: Sighting): boolean {
  return isCased
}

function bare({ from, to }: Span): Span {
  return { from, to }
}

/** The short forms of a term, without the one that a full form explains, or that explains it, in brackets. */
function shortForms(term: Term, text: readonly Word[], target: string, full: readonly Span[]): readonly Sighting[] {
  const abbreviation =
    term.abbreviation === undefined ? [] : sightings(phraseOf(wordsOf(term.abbreviation), { verb: false }), text)
  const later = term.laterMention === undefined ? [] : sightings(exactly(term.laterMention), text)
  const ends = new Set(full.map(({ to }) => to))
  const starts = new Set(full.map(({ from }) => from))
  const explained = ({ to }: Span) =>
    starts.has(to + 2 + Number(/["“]/.test(target[to + 2] ?? ''))) && /^ \(/.test(target.slice(to, to + 2))
  const explains = ({ from }: Span) => {
    const before = /\s?[(（]["“]?$/.exec(target.slice(Math.max(0, from - 3), from))
    return before !== null && ends.has(from - before[0].length)
  }
  return outermost([...abbreviation.filter((span) => !explains(span) && !explained(span)), ...later], (span) => span)
}
