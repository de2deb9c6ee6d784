import type { RawBlock } from '../model/document.ts'
import type { Refusal } from '../model/refusal.ts'

/** A file of text, read: its blocks in order, and what the reader should be told (`traditional`, `repaired`). */
export interface Imported {
  readonly type: 'imported'
  readonly blocks: readonly RawBlock[]
  readonly notices: readonly ('traditional' | 'gb18030' | 'utf-16')[]
}

/** A door to one kind of text file. Pure: bytes in, blocks out; bad input is a refusal, never less text. */
export interface TextFormat {
  readonly name: string
  /** File name endings with the dot, lower case. */
  readonly endings: readonly string[]
  read(bytes: Uint8Array): Imported | Refusal
}
