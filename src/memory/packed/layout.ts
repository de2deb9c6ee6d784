import { expectDefined } from '../../model/expect.ts'

/**
 * A packed memory is one file: strings, then sections of numbers (little-endian, each at a multiple of 8 bytes), then a
 * footer of `footerNumbers` 64-bit floats. It is written once, from front to back, and never changed.
 */
export const sections = [
  /** Of each page of `pageBytes` bytes of the strings, from the beginning of the file, the sum of its bytes. */
  'pageSums',
  /** Code points by symbol. */
  'alphabet',
  /** For each length, the first text of it; one more at the end. Texts are numbered by rising length of their letters. */
  'lengthStarts',
  /** Letters of all texts, as symbols of 16 bits (32 if the alphabet is larger). */
  'symbols',
  /** Hash of the figures of each text; 0 if it has none. */
  'figures',
  /** `signatureWords` words of each text. */
  'signatures',
  /** For each text the place of its first pair; one more at the end. */
  'pairStarts',
  /** The number of each pair, by age, and its flags: see `pairFlags`. Pairs of a text stand together, the oldest first. */
  'pairNumbers',
  /** Hash of the neighbours of each pair; 0 if they are not both known. */
  'contexts',
  /** Of each block of `blockTexts` texts: how many bits of a bigram's key select its bucket. */
  'bucketBits',
  /** Of each block: for each bucket the place of its first posting, from the block's first; one more at the end. */
  'bucketStarts',
  /** Places of texts in their block, by bucket, rising. */
  'postings',
  /** Of the pair at each place, where source, target, before, after and origin are among the strings; -1 if absent. Read on demand. */
  'records',
] as const

export type Section = (typeof sections)[number]

export const fileVersion = 3
export const magic = 0x44_5a_4d_31
/** Magic, version, checksum, pairs, and for each section its beginning and its length in bytes. */
export const headNumbers = 4
export const footerNumbers = headNumbers + 2 * sections.length
export const blockTexts = 0x10000
/** 64-bit floats in a record. */
export const recordNumbers = 5

/** A larger alphabet does not fit symbols of 16 bits; one more symbol stands for characters it lacks. */
export const mostNarrowSymbols = 0xffff

/** The checksum goes on with the bytes of a section, padded to a multiple of 4 bytes. FNV-1a on words. */
export function checksumOf(words: Uint32Array, from: number): number {
  let sum = from
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ expectDefined(words[at], 'a word'), 0x01000193)
  return sum >>> 0
}

export const pageBytes = 1024
export const firstSum = 0x811c9dc5

/** The sum of a page goes on with more bytes of it. FNV-1a. */
export function sumOfBytes(bytes: Uint8Array, from: number, to: number, before: number): number {
  let sum = before
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ expectDefined(bytes[at], 'a byte'), 0x01000193)
  return sum >>> 0
}

/** Hash of a text's figures; 0 only for none. */
export function figuresHash(figures: string): number {
  if (figures === '') return 0
  let hash = 0x811c9dc5
  for (let at = 0; at < figures.length; at++) hash = Math.imul(hash ^ figures.charCodeAt(at), 0x01000193)
  return hash >>> 0 || 1
}

/** Hash of the neighbours of a text; 0 only if they are not both known. */
export function contextHash({ before, after }: { readonly before?: string; readonly after?: string }): number {
  if (before === undefined || after === undefined) return 0
  return figuresHash(`${before}\n${after}`)
}

/** Set for a pair that no reviser has approved. */
export const unreviewedFlag = 1
/** Set for a pair whose target a newer pair of the same text has, which is reviewed if this one is. */
export const repeatedFlag = 2
const flagBits = 2

/** A pair's number with its flags. */
export function flaggedNumber(number: number, flags: number): number {
  return number * 2 ** flagBits + flags
}

export function pairFlags(flagged: number): number {
  return flagged & (2 ** flagBits - 1)
}

export function pairNumber(flagged: number): number {
  return flagged >>> flagBits
}
