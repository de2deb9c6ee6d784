import { plain } from '../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import { decodeText } from './decode.ts'
import { readTmx } from './tmx.ts'
import { fromXliff } from './xliff/document.ts'
import { readXliffPairs } from './xliff/pairs.ts'

/** A Chinese text and its English, as a finished translation has them. */
export interface TextPair {
  readonly id: string
  readonly zh: string
  readonly en: string
}

const endings = ['.jsonl', '.tsv', '.tmx', '.xlf', '.xliff']

function fromJsonLine(text: string): TextPair | null {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof row !== 'object' || row === null) return null
  const { id, zh, en } = row as Record<string, unknown>
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof zh !== 'string' || typeof en !== 'string')
    return null
  return { id: String(id), zh, en }
}

/** Two columns, Chinese and English; the id is the number of the line. */
function fromTabs(text: string, line: number): TextPair | null {
  const [zh, en, ...more] = text.split('\t')
  return zh === undefined || en === undefined || more.length > 0 ? null : { id: String(line), zh, en }
}

/** UTF-8 as it is, however little Chinese is in it; other encodings are told by their Chinese. */
function textOf(bytes: Uint8Array): string | Refusal {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const decoded = decodeText(bytes)
    return isRefusal(decoded) ? decoded : decoded.text
  }
}

function fromLines(
  bytes: Uint8Array,
  pairOf: (text: string, line: number) => TextPair | null,
): readonly TextPair[] | Refusal {
  const lines = textOf(bytes)
  if (typeof lines !== 'string') return lines
  // A file cut short to nothing is not a translation without faults.
  if (lines.trim() === '') return refuse('file-empty')
  const pairs: TextPair[] = []
  for (const [index, text] of lines.split(/\r?\n/).entries()) {
    if (text === '') continue
    const pair = pairOf(text, index + 1)
    if (pair === null) return refuse('file-malformed', { line: String(index + 1), column: '' })
    pairs.push(pair)
  }
  return pairs
}

/**
 * The pairs of a file by its ending: JSON lines with `id`, `zh` and `en`; tab-separated lines of two columns; TMX, ids
 * counted from 1; XLIFF 1.x and 2.x of any tool. A line that is none refuses the whole file, with its number,
 * and so does a file of lines without any text: `file-empty`.
 */
export function readPairs(bytes: Uint8Array, name: string): readonly TextPair[] | Refusal {
  const ending = endings.find((own) => name.toLowerCase().endsWith(own))
  switch (ending) {
    case '.jsonl':
      return fromLines(bytes, fromJsonLine)
    case '.tsv':
      return fromLines(bytes, fromTabs)
    case '.tmx': {
      const memory = readTmx(bytes)
      if (isRefusal(memory)) return memory
      return memory.pairs.map(({ source, target }, index) => ({ id: String(index + 1), zh: source, en: target }))
    }
    case undefined:
      return refuse('file-format-unknown', { endings: endings.join(' ') })
    default:
      return fromXliffFile(bytes)
  }
}

/** Our own files are known by the ids of their segments; of others, whichever side is Chinese is the Chinese. */
function fromXliffFile(bytes: Uint8Array): readonly TextPair[] | Refusal {
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
