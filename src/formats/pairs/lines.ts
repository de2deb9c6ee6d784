import { membersOf } from '../../model/names.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { FinishedTranslation, Format, TextPair } from '../../ports/format.ts'
import { decodeAny } from '../text/decode.ts'

/** Pairs as JSON lines with `id`, `zh` and `en`. */
export const jsonLinesFormat = {
  name: 'jsonl',
  endings: ['.jsonl'],
  mediaType: 'application/jsonl',
  read: async (bytes) => fromLines(bytes, fromJsonLine),
} as const satisfies Format<FinishedTranslation>

/** Pairs as tab-separated lines of two columns, Chinese and English; the id is the number of the line. */
export const tabsFormat = {
  name: 'tsv',
  endings: ['.tsv'],
  mediaType: 'text/tab-separated-values; charset=utf-8',
  read: async (bytes) => fromLines(bytes, fromTabs),
} as const satisfies Format<FinishedTranslation>

function fromJsonLine(text: string): TextPair | null {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return null
  }
  const { id, zh, en } = membersOf(row)
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof zh !== 'string' || typeof en !== 'string')
    return null
  return { id: String(id), zh, en }
}

function fromTabs(text: string, line: number): TextPair | null {
  const [zh, en, ...more] = text.split('\t')
  return zh === undefined || en === undefined || more.length > 0 ? null : { id: String(line), zh, en }
}

/** Reads pairs line by line. A bad line refuses the whole file, with its number; a file without text is `file-empty`. */
function fromLines(
  bytes: Uint8Array,
  pairOf: (text: string, line: number) => TextPair | null,
): FinishedTranslation | Refusal {
  const decoded = decodeAny(bytes)
  if (isRefusal(decoded)) return decoded
  const { text: lines, notices } = decoded
  // An empty file was probably cut short; it must not pass as a translation without findings.
  if (lines.trim() === '') return refuse('file-empty')
  const pairs: TextPair[] = []
  for (const [index, text] of lines.split(/\r?\n/).entries()) {
    if (text === '') continue
    const pair = pairOf(text, index + 1)
    if (pair === null) return refuse('file-malformed', { line: String(index + 1), column: '' })
    pairs.push(pair)
  }
  return { pairs, skipped: 0, locked: 0, notices }
}
