import type { Span } from '../model/finding.ts'
import type { Rendering, Term } from '../model/term.ts'
import { headOf, isSameNoun } from './inflection.ts'
import { covering, outermost } from './spans.ts'
import { type Word, wordsOf } from './words.ts'

/** A rendering that ought not to stand in the text, where it stands. */
interface Misuse {
  readonly span: Span
  readonly rendering: Rendering
}

/** Where the English keeps to a term, and where it uses a deprecated or forbidden rendering of it. */
export interface Verification {
  /** Preferred and admitted renderings found, in order. */
  readonly met: readonly Span[]
  /** In order; what is part of a longer permitted or misused rendering is not told. */
  readonly misused: readonly Misuse[]
}

/**
 * Looks for the renderings of a term in an English text: whole words, never substrings. Makes no difference: singular
 * or plural of the head word, a possessive at the end, an initial capital or capitals throughout, hyphen, space or
 * no-break space, quotation marks, a leading article, a comma before *and* or *or*, an abbreviation in brackets
 * inside the rendering. Capitals of a name must be kept; misuse is found whatever its capitals.
 */
export function verifyTerm(term: Term, target: string): Verification {
  const words = wordsOf(target)
  const permitted: Span[] = []
  const misuses: Misuse[] = []
  for (const rendering of term.renderings) {
    if (rendering.status === 'preferred' || rendering.status === 'admitted') {
      permitted.push(...find(rendering.text, words, sameWord))
    } else {
      misuses.push(...find(rendering.text, words, sameWordAnyCase).map((span) => ({ span, rendering })))
    }
  }
  const met = outermost(permitted, (span) => span)
  const isPermitted = covering(met)
  const outside = misuses.filter(({ span }) => !isPermitted(span))
  return { met, misused: outermost(outside, (misuse) => misuse.span) }
}

type SameWord = (wanted: string, found: string, inflected: boolean) => boolean

/** Every place where the words of the rendering stand in the text, one after the other. */
function find(rendering: string, words: readonly Word[], same: SameWord): readonly Span[] {
  const wanted = withoutArticle(wordsOf(rendering))
  if (wanted.length === 0) return []
  const head = headOf(wanted)
  const spans: Span[] = []
  for (let start = 0; start < words.length; start++) {
    const end = matchAt(wanted, head, words, start, same)
    if (end !== null) spans.push({ from: (words[start] as Word).from, to: (words[end] as Word).to })
  }
  return spans
}

/** The place of the last word if the rendering stands in the text from `start` on. */
function matchAt(
  wanted: readonly Word[],
  head: number,
  words: readonly Word[],
  start: number,
  same: SameWord,
): number | null {
  let at = start
  for (const [index, word] of wanted.entries()) {
    if (index > 0) {
      const next = nextWord(word, words, at)
      if (next === null) return null
      at = next
    }
    const found = words[at]?.text ?? ''
    const last = index === wanted.length - 1
    const matches = same(word.text, found, index === head) || (last && same(word.text, base(found), index === head))
    if (!matches) return null
  }
  return at
}

/** The place of the word after `at` if the gap before it is the one wanted; a bracketed abbreviation may intervene. */
function nextWord(wanted: Word, words: readonly Word[], at: number): number | null {
  const next = words[at + 1]
  if (next === undefined) return null
  if (sameGap(wanted, next.gap)) return at + 1
  const after = words[at + 2]
  const bracketed = next.gap === ' (' && /^\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*$/u.test(next.text)
  return bracketed && after?.gap.startsWith(')') && sameGap(wanted, after.gap.slice(1)) ? at + 2 : null
}

function sameGap(wanted: Word, gap: string): boolean {
  if (gap === wanted.gap) return true
  const joins = wanted.text === 'and' || wanted.text === 'or'
  return joins && [' ', ', '].includes(gap) && [' ', ', '].includes(wanted.gap)
}

function withoutArticle(words: readonly Word[]): readonly Word[] {
  return words.length > 1 && /^(?:the|an?)$/i.test(words[0]?.text ?? '') ? words.slice(1) : words
}

/** A word without its possessive: Pingdingshan's, the villagers'. */
function base(word: string): string {
  return word.replace(/'[sS]$/, '')
}

/** The same word, as it stands, with an initial capital, or in capitals throughout. */
function sameWord(wanted: string, found: string, inflected: boolean): boolean {
  if (sameLetters(wanted, found)) return true
  if (!inflected || !isSameNoun(wanted.toLowerCase(), found.toLowerCase())) return false
  const shared = commonStart(wanted.toLowerCase(), found.toLowerCase())
  return sameLetters(wanted.slice(0, shared), found.slice(0, shared))
}

function sameWordAnyCase(wanted: string, found: string, inflected: boolean): boolean {
  const [a, b] = [wanted.toLowerCase(), found.toLowerCase()]
  return a === b || (inflected && isSameNoun(a, b))
}

function sameLetters(wanted: string, found: string): boolean {
  return (
    found === wanted || found === wanted.toUpperCase() || found === wanted.slice(0, 1).toUpperCase() + wanted.slice(1)
  )
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
