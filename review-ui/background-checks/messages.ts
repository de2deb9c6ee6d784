import type { BlockKind } from '../../src/model/document.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { HouseStyle } from '../../src/model/house-style.ts'
import type { Term } from '../../src/model/term.ts'

/** A segment as it is read: plain texts and the kind of its block. */
export interface Sentence {
  readonly id: string
  readonly kind: BlockKind
  readonly source: string
  readonly target: string
}

/** What the sentences of a document are read by. */
export interface Rules {
  readonly terms: readonly Term[]
  readonly words: readonly string[]
  readonly style: HouseStyle
}

/** What the page tells the reader: only the last message of each type counts. */
export type CheckRequest =
  | { readonly type: 'rules'; readonly rules: Rules }
  | { readonly type: 'document'; readonly turn: number; readonly sentences: readonly Sentence[] }
  /** One of the document's sentences as it is being typed. */
  | { readonly type: 'sentence'; readonly turn: number; readonly sentence: Sentence }

/** What the reader answers, with the turn that asked. `whole`: with dictionaries. */
export interface CheckReply {
  readonly type: 'document' | 'sentence'
  readonly turn: number
  readonly complete: boolean
  readonly findings: readonly Finding[]
}
