import type { MemoryPair } from '../../model/match.ts'
import { collectTexts } from './collect.ts'
import { fileVersion, magic } from './layout.ts'
import { at } from './number-at.ts'
import { writeBlocks } from './pack-blocks.ts'
import { writePairs } from './pack-pairs.ts'
import { orderByLength, writeTexts } from './pack-texts.ts'
import { createPackedWriter, type Sink } from './write.ts'

/** Writes pairs as a packed memory, in order, except those without source or target and those already written. */
export function packMemory(pairs: readonly MemoryPair[], sink: Sink): void {
  const writer = createPackedWriter(sink)
  const texts = collectTexts(pairs)
  const order = orderByLength(texts.lengths)
  writePairs(texts, order, writer)
  const symbols = writeTexts(texts, order, writer)
  writeBlocks(
    symbols,
    order.map((text) => at(texts.lengths, text)),
    writer,
  )
  writer.end({ magic, version: fileVersion, pairs: texts.kept.length })
}
