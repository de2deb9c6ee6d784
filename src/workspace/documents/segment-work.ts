import type { Check, SegmentContext } from '../../checks/check.ts'
import { figuresOf } from '../../checks/figures.ts'
import { proofreading, wordsOfSource } from '../../checks/proofing.ts'
import { checkAcrossSteps, checkSegment } from '../../checks/registry.ts'
import type { Finding } from '../../model/finding.ts'
import type { Figure } from '../../model/release.ts'
import { remembering, rememberingLastOf } from '../../model/remembering.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import { type OnceInSteps, onceInSteps } from './memo.ts'

/** What is worked out from segments as they stand: once, for as long as their contexts or allowed words live. */
export interface SegmentWork {
  readonly check: Check
  readonly across: (contexts: readonly SegmentContext[]) => OnceInSteps<readonly Finding[]>
  readonly figures: (context: SegmentContext) => readonly Figure[]
  /** Words of the source that its English may use, and that the dictionary of its dialect lacks. */
  readonly unlistedWords: (context: SegmentContext) => readonly string[]
  /** The check of the English where these words are allowed beside the dictionary's. */
  readonly proofreadingWith: (words: readonly string[]) => Check
}

export function createSegmentWork({ proofread, isListed }: Proofreader): SegmentWork {
  const proofreadingOf = remembering((words: readonly string[]): Check => proofreading({ proofread, words }))
  const proofreadWith = rememberingLastOf((context: SegmentContext, words: readonly string[]) =>
    proofreadingOf(words)(context),
  )
  return {
    check: remembering(checkSegment),
    across: remembering((contexts: readonly SegmentContext[]) => onceInSteps(() => checkAcrossSteps(contexts))),
    figures: remembering((context: SegmentContext) => figuresOf([context])),
    unlistedWords: remembering(({ source, style }: SegmentContext) =>
      wordsOfSource(source).filter((word) => !isListed(style.dialect, word)),
    ),
    proofreadingWith: (words) => (context) => proofreadWith(context, words),
  }
}
