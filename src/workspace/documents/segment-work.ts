import type { Check, SegmentContext } from '../../checks/check.ts'
import { figuresOf } from '../../checks/figures.ts'
import { proofreading, wordsOfSource } from '../../checks/proofing.ts'
import { checkAcross, checkSegment } from '../../checks/registry.ts'
import type { Finding } from '../../model/finding.ts'
import type { Figure } from '../../model/release.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import { remembering } from './memo.ts'

/** What is worked out from segments as they stand: once, for as long as their contexts or allowed words live. */
export interface SegmentWork {
  readonly check: Check
  readonly across: (contexts: readonly SegmentContext[]) => readonly Finding[]
  readonly figures: (context: SegmentContext) => readonly Figure[]
  /** Words of the source that its English may use. */
  readonly sourceWords: (context: SegmentContext) => readonly string[]
  /** The check of the English where these words are allowed beside the dictionary's. */
  readonly proofreadingWith: (words: readonly string[]) => Check
}

export function createSegmentWork(proofread: Proofreader['proofread']): SegmentWork {
  return {
    check: remembering(checkSegment),
    across: remembering(checkAcross),
    figures: remembering((context: SegmentContext) => figuresOf([context])),
    sourceWords: remembering(({ source }: SegmentContext) => wordsOfSource(source)),
    proofreadingWith: remembering((words: readonly string[]): Check => remembering(proofreading({ proofread, words }))),
  }
}
