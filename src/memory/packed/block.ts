/** Texts with neighbouring numbers, and their bigrams. */
export interface Block {
  readonly first: number
  readonly end: number
  readonly bits: number
  readonly starts: Uint32Array
  readonly postings: Uint16Array
}
