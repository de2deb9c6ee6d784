import { plain } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { TextPair } from '../../ports/format.ts'
import { fromXliff } from './document.ts'
import { readXliffPairs } from './read-pairs.ts'

/** The pairs of XLIFF 1.x and 2.x of any tool. Our own files are recognised by the ids of their segments; in others the Chinese side is found by language. */
export function pairsOfXliff(bytes: Uint8Array): readonly TextPair[] | Refusal {
  const contents = fromXliff(bytes)
  if (!isRefusal(contents)) {
    return contents.document.blocks.flatMap(({ parts }) =>
      parts.flatMap((part) => {
        if (part.type !== 'segment') return []
        const target = contents.segments.get(part.id)?.target ?? []
        return [{ id: part.id, zh: plain(part.source), en: plain(target) }]
      }),
    )
  }
  const read = readXliffPairs(bytes)
  if (isRefusal(read)) return read
  const reversed = /^zh\b/i.test(read.targetLanguage) && !/^zh\b/i.test(read.sourceLanguage)
  return read.pairs.map(({ id, source, target }) =>
    reversed ? { id, zh: target, en: source } : { id, zh: source, en: target },
  )
}
