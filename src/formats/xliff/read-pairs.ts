import { fileLimits } from '../../model/file-limits.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { encodingNotices } from '../xml/decode.ts'
import { nameOf } from '../xml/scan/index.ts'
import { streamUnits } from './view/stream.ts'

/** A source and its target as any XLIFF has them, without inline codes. A target that is not there is empty. */
export interface XliffPair {
  readonly id: string
  readonly source: string
  readonly target: string
}

/** The languages a file names (BCP 47; '' where it names none), and its pairs in order. */
export interface XliffPairs {
  readonly type: 'xliff-pairs'
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly pairs: readonly XliffPair[]
  /** Units and segments that are not to be translated (`translate="no"`), and therefore not among the pairs. */
  readonly locked: number
  readonly notices: readonly ImportNotice[]
}

/**
 * Reads what is to be compared from XLIFF 1.0 to 2.2 of any tool: the sources and targets of units and segments, not
 * those of matches and alternatives. Ids are the unit's, with the segment's behind a slash. Refuses what `viewXliff`
 * refuses, and more pairs than `fileLimits` allows.
 */
export function readXliffPairs(bytes: Uint8Array): XliffPairs | Refusal {
  const pairs: XliffPair[] = []
  let locked = 0
  const file = streamUnits(bytes, ({ translate, segments, node }, index) => {
    if (!translate) locked += nameOf(index, node).local === 'unit' ? segments.length : 1
    for (const { name, source, target = '', nodes } of translate ? segments : []) {
      if (nodes.sourceMark === undefined && source === '' && target === '') continue
      if (pairs.length >= fileLimits.units) return refuse('units-too-many', { most: String(fileLimits.units) })
      pairs.push({ id: name, source, target })
    }
    return null
  })
  if (isRefusal(file)) return file
  const { sourceLanguage, targetLanguage } = file
  return { type: 'xliff-pairs', sourceLanguage, targetLanguage, pairs, locked, notices: encodingNotices(bytes) }
}
