import { inlineTexts } from '../../src/checks/check.ts'
import type { BlockKind } from '../../src/model/document.ts'
import { type Inline, plain } from '../../src/model/inline.ts'
import type { SegmentState } from '../../src/model/state.ts'
import type { Sentence } from './messages.ts'

/** A segment as it is checked, with other English where that is given: what is being typed. */
export function sentenceOf({ id, source, target }: SegmentState, kind: BlockKind, typed: Inline = target): Sentence {
  return { id, kind, source: plain(source), target: plain(typed), ...inlineTexts(source, typed) }
}
