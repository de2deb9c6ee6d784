import { isChineseTag, isEnglishTag } from '../../language/text/language-tags.ts'
import { notice } from '../../model/import-notice.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { FinishedTranslation } from '../../ports/format.ts'
import { encodingNotices } from '../xml/decode.ts'
import { fromXliff } from './document.ts'
import { readXliffPairs } from './read-pairs.ts'

/**
 * The pairs of XLIFF 1.x and 2.x of any tool. Our own files are recognised by the ids of their segments; in others the
 * Chinese side is found by language. Refused: a file that names languages other than Chinese and English.
 */
export function pairsOfXliff(bytes: Uint8Array): FinishedTranslation | Refusal {
  const contents = fromXliff(bytes)
  if (!isRefusal(contents)) {
    const pairs = contents.document.blocks.flatMap(({ parts }) =>
      parts.flatMap((part) => {
        if (part.type !== 'segment') return []
        const target = contents.segments.get(part.id)?.target ?? []
        return [{ id: part.id, zh: plain(part.source), en: plain(target) }]
      }),
    )
    return { pairs, skipped: 0, locked: 0, notices: encodingNotices(bytes) }
  }
  const read = readXliffPairs(bytes)
  if (isRefusal(read)) return read
  const { sourceLanguage, targetLanguage } = read
  const reversed = isChineseTag(targetLanguage) && !isChineseTag(sourceLanguage)
  const [zhTag, enTag] = reversed ? [targetLanguage, sourceLanguage] : [sourceLanguage, targetLanguage]
  if ((zhTag !== '' && !isChineseTag(zhTag)) || (enTag !== '' && !isEnglishTag(enTag)))
    return refuse('languages-wrong', { languages: [sourceLanguage, targetLanguage].filter(Boolean).join(', ') })
  const pairs = read.pairs.map(({ id, source, target }) =>
    reversed ? { id, zh: target, en: source } : { id, zh: source, en: target },
  )
  const { locked, notices } = read
  const told = locked === 0 ? notices : [...notices, notice('units-locked', { count: String(locked) })]
  return { pairs, skipped: 0, locked, notices: told }
}
