import type { InlineTexts } from '../../src/checks/check.ts'
import type { BlockKind } from '../../src/model/document.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { HouseStyle } from '../../src/model/house-style.ts'
import type { Term } from '../../src/model/term.ts'

/** A segment as it is checked: plain texts, the kind of its block, and the texts with their codes where there are any. */
export interface Sentence {
  readonly id: string
  readonly kind: BlockKind
  readonly source: string
  readonly target: string
  readonly inline?: InlineTexts
}

/** A sentence as the page sent it, with a number of its own, by which an answer names it. */
export interface SentSentence extends Sentence {
  readonly serial: number
}

/** What the sentences of a document are checked by. */
export interface Rules {
  readonly terms: readonly Term[]
  readonly words: readonly string[]
  readonly style: HouseStyle
}

/** What the page tells the checks beside it. */
export type CheckRequest =
  /** What is checked by these rules from now on; answers carry their number. */
  | { readonly type: 'rules'; readonly number: number; readonly rules: Rules }
  /** Sentences that are new or stand otherwise than before. */
  | { readonly type: 'sentences'; readonly sentences: readonly SentSentence[] }
  /** All sentences of the document in reading order: what is not among them is gone. */
  | { readonly type: 'order'; readonly ids: readonly string[] }
  /** One of the document's sentences as it is being typed; only the last one counts. */
  | { readonly type: 'typed'; readonly turn: number; readonly sentence: Sentence }

/** What was found in one sentence by itself: by the checks of segments, and by reading its English. */
export interface SentenceFindings {
  readonly segment: readonly Finding[]
  readonly proof: readonly Finding[]
}

/** What the checks beside the page answer. `complete`: with dictionaries. */
export type CheckReply = { readonly complete: boolean } & (
  | {
      readonly type: 'sentences'
      readonly rules: number
      readonly found: readonly (SentenceFindings & { readonly id: string; readonly serial: number })[]
      /** How many sentences wait to be checked. */
      readonly left: number
    }
  /** What takes the whole document to see, of sentences in which it differs from what was said of them last. */
  | {
      readonly type: 'across'
      readonly found: readonly { readonly id: string; readonly serial: number; readonly findings: readonly Finding[] }[]
    }
  /** What was found in the sentence that is typed: by reading its English, or by comparing it with all others. */
  | {
      readonly type: 'typed'
      readonly by: 'proof' | 'across'
      readonly turn: number
      readonly findings: readonly Finding[]
    }
)
