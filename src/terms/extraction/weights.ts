import type { Ending } from './endings.ts'
import type { Side, TokenType } from './tokens.ts'

/**
 * What each piece of evidence adds to the logarithm of odds that a candidate is a term. Fitted stepwise on a press
 * conference whose terms were marked by hand and on the sample, and rounded; fixtures/harbour, a text on another
 * subject, is held out for measuring (bench/extraction.ts).
 */
export const weights = {
  /** By the border or word before a candidate, and after it. */
  before: {
    line: 1.3,
    stop: 1,
    list: 1,
    quote: 0.1,
    bracket: 0.3,
    space: 0,
    quantity: 1.1,
    cut: 0.7,
    verb: 1.6,
    light: -0.4,
    head: -0.4,
    place: -0.7,
    link: 0.1,
    act: 0.3,
    modifier: -0.3,
    plain: -0.2,
    word: 0,
    title: 0.8,
    unknown: -2,
    的: -0.2,
    等: -1.2,
  } satisfies Readonly<Record<Side, number>>,
  after: {
    line: 0.9,
    stop: 0.3,
    list: 0.3,
    quote: 0.5,
    bracket: 0.7,
    space: 0.2,
    quantity: 0.9,
    cut: 0.5,
    verb: 0.1,
    light: 0.2,
    head: -0.8,
    place: 0.2,
    link: -0.1,
    act: 0,
    modifier: -0.2,
    plain: 0.1,
    word: 0.2,
    title: -0.1,
    unknown: -0.7,
    的: 0.0,
    等: 2.1,
  } satisfies Readonly<Record<Side, number>>,
  /** By the class of its first word, its last one, and each word between. */
  first: {
    cut: 0,
    verb: -2.9,
    light: -0.6,
    head: -0.3,
    place: 0.8,
    link: -1.8,
    act: -1.2,
    modifier: -0.1,
    plain: -0.6,
    word: -0.4,
    title: 0.2,
    unknown: -0.1,
  } satisfies Readonly<Record<TokenType, number>>,
  last: {
    cut: 0,
    verb: -0.9,
    light: -0.4,
    head: 1.2,
    place: 2.3,
    link: -2,
    act: -0.3,
    modifier: -0.5,
    plain: -0.4,
    word: 0.3,
    title: 0.7,
    unknown: -0.1,
  } satisfies Readonly<Record<TokenType, number>>,
  inside: {
    cut: 0,
    verb: -1.2,
    light: -0.6,
    link: -1,
    act: 0,
    modifier: 0.1,
    plain: 0.3,
    word: -0.1,
    head: -0.5,
    place: 0,
    title: -1,
    unknown: 0,
  } satisfies Readonly<Record<TokenType, number>>,
  /** By its ending, and more for an ending of two characters and more. */
  ending: { body: 0.6, place: 0.9, policy: 0.6, thing: 0.6, person: 0.4, event: 1.1, act: 0.3 } satisfies Readonly<
    Record<Ending, number>
  >,
  longEnding: 0.4,
  /** By its length: 2, 3, 4, 5 and 6, 7 to 9, 10 to 12, 13 and more. */
  length: [-1.1, -0.3, 0.3, 0.3, -0.2, -0.4, -1.2],
  /** For the share of characters outside known words; for Latin letters or digits. */
  unknownShare: 0.1,
  written: 1.4,
  /** For an adjective of one character at the end: a clause (水位高), seldom a name. */
  adjective: -1.5,
  /** For a known word alone, and for an office alone. */
  wordAlone: -5,
  titleAlone: 1.5,
  /** For the form of a personal name after an office or in the label of a speaker. */
  name: 2.6,
  /** For each bit of commonness in the background. */
  common: -0.5,
  /** For the logarithm of C-value; for forms always inside one longer string; for bits of entropy and of cohesion. */
  value: 0.6,
  partOnly: -0.8,
  entropy: 0.2,
  cohesion: 0.1,
  /** For each bit of entropy at an edge between unknown characters. */
  edge: 0.4,
  /** For the share of occurrences on the best reading. */
  reading: 1.3,
  /** For composites, which contain marks. */
  quoted: 2.6,
  qualified: -0.3,
  list: 1,
  spaced: 0.5,
}
