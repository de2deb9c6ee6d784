import { fileLimits } from '../../model/file-limits.ts'
import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { scriptOf } from '../../segmentation/script.ts'

/** The text of a file, and the notices for its reader. */
export interface Decoded {
  readonly type: 'decoded'
  readonly text: string
  readonly notices: readonly ImportNotice[]
}

/** First bytes of files that are not plain text even if they decode as such: PDF, zip (docx, xlsx), OLE (doc), RTF, images. */
const signatures = [
  '%PDF-',
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0',
  '{\\rtf',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x1f\x8b',
  'Rar!',
  '7z\xbc\xaf',
]

/** The commonest characters of Chinese prose in both scripts: a wrong decoding yields hardly any of them. */
const commonest = new Set(
  '的一是了在和有不大中人上为個国我以要到来时用们年会这对地出个于成发行业工作市县区建设全新产生进民经展政行多实现面高提动加文化农村社公，。、：；“”！？' +
    '這國來時們會為對於發業產進經實現動農',
)

/** At most this share of the Chinese characters is common if the text was decoded with the wrong encoding. */
const leastCommon = 0.1
/** At least this share is in GB 2312 if the text was decoded with the right encoding. */
const leastListed = 0.9
const strayControls = /(?!\s|\u0085)\p{Cc}/gu

/**
 * Decodes the bytes of a Chinese text, as `decodeAny`. Refuses also texts that are too long, empty or (unless of any
 * language) not Chinese, and what is no text at all.
 */
export function decodeText(bytes: Uint8Array, language: 'zh' | 'any' = 'zh'): Decoded | Refusal {
  const decoded = decodeAny(bytes)
  if (isRefusal(decoded)) return decoded
  const accepted = whole(decoded)
  if (isRefusal(accepted)) return accepted
  const { text, notices } = accepted
  const script = scriptOf(text)
  if (script === 'not-chinese' && language === 'zh') return refuse('file-not-chinese')
  return { type: 'decoded', text, notices: script === 'traditional' ? [...notices, notice('traditional')] : notices }
}

/**
 * Decodes the bytes of any file of text as UTF-8, UTF-16 or GB18030, by its byte order mark or by which decoding reads
 * like Chinese; UTF-8 may have any content. The text has no byte order mark. Refuses `file-binary`, `file-undecodable`.
 */
export function decodeAny(bytes: Uint8Array): Decoded | Refusal {
  if (hasSignature(bytes)) return refuse('file-binary')
  const marked = decodeMarked(bytes)
  const decoded = marked === undefined ? decodeUnmarked(bytes) : marked
  if (decoded !== null) return { type: 'decoded', ...decoded }
  return refuse(marked === undefined && bytes.includes(0) ? 'file-binary' : 'file-undecodable')
}

/** A decoded text, unless it is too long, empty or no text. */
function whole({ text, notices }: Pick<Decoded, 'text' | 'notices'>): Decoded | Refusal {
  if (text.length > fileLimits.characters) return refuse('text-too-large', { most: String(fileLimits.characters) })
  if (text.trim() === '') return refuse('file-empty')
  if (isBinary(text)) return refuse('file-binary')
  return { type: 'decoded', text, notices }
}

/**
 * Decodes an English text file: UTF-16 and UTF-8 by their byte order marks, UTF-8 where it is valid, else Windows-1252,
 * which older office programs write. Refuses what `decodeText` refuses, but for the language.
 */
export function decodeEnglish(bytes: Uint8Array): Decoded | Refusal {
  if (hasSignature(bytes)) return refuse('file-binary')
  const marked = decodeMarked(bytes)
  const decoded = marked ?? reading(decode(bytes, 'utf-8')) ?? reading(decode(bytes, 'windows-1252'), 'Windows-1252')
  if (marked === null || decoded === null) return refuse('file-undecodable')
  return whole(decoded)
}

type Reading = Pick<Decoded, 'text' | 'notices'> | null

/** Decodes by the byte order mark; undefined if there is none. */
function decodeMarked(bytes: Uint8Array): Reading | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return reading(decode(bytes, 'utf-8'))
  if (first === 0xff && second === 0xfe) return reading(decode(bytes, 'utf-16le'), 'UTF-16')
  if (first === 0xfe && second === 0xff) return reading(decode(bytes, 'utf-16be'), 'UTF-16')
  return undefined
}

/** Valid UTF-8 is taken as such; of the other encodings, the one whose text reads most like Chinese prose. */
function decodeUnmarked(bytes: Uint8Array): Reading {
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== null && !bytes.includes(0)) return reading(utf8)
  const readings = [
    reading(decode(bytes, 'gb18030'), 'GB18030'),
    reading(decode(bytes, 'utf-16le'), 'UTF-16'),
    reading(decode(bytes, 'utf-16be'), 'UTF-16'),
  ]
    .filter((candidate) => candidate !== null)
    .filter((candidate) => !candidate.text.includes('\0'))
  return bestBy(readings, shareOfCommon, leastCommon) ?? bestBy(readings, shareOfListed, leastListed)
}

/** The reading of the highest score, if that is high enough. */
function bestBy(readings: readonly NonNullable<Reading>[], score: (text: string) => number, least: number): Reading {
  const scores = readings.map(({ text }) => score(text))
  const best = Math.max(...scores)
  return best >= least ? (readings[scores.indexOf(best)] ?? null) : null
}

function reading(text: string | null, encoding?: string): Reading {
  return text === null ? null : { text, notices: encoding === undefined ? [] : [notice('encoding', { encoding })] }
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The share of common characters among those outside ASCII, in the first 20,000 units. */
function shareOfCommon(text: string): number {
  const foreign = [...text.slice(0, 20_000)].filter((character) => character > '\x7f')
  return foreign.filter((character) => commonest.has(character)).length / Math.max(foreign.length, 1)
}

/** The share of characters that GB 2312 lists among those outside ASCII: a short table has few of the commonest. */
function shareOfListed(text: string): number {
  const foreign = [...text.slice(0, 20_000)].filter((character) => character > '\x7f')
  listed ??= charactersOfGb2312()
  return foreign.filter((character) => listed?.has(character)).length / Math.max(foreign.length, 1)
}

let listed: ReadonlySet<string> | undefined

/** Rows 1 to 3 and 16 to 87 of GB 2312, as GB18030 encodes them. */
function charactersOfGb2312(): ReadonlySet<string> {
  const bytes: number[] = []
  for (let row = 0xa1; row <= 0xf7; row++) {
    if (row > 0xa3 && row < 0xb0) continue
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  }
  return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)))
}

/** Whether a text has control characters that no text file has: any NUL, or more than one character in a hundred. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const start = text.slice(0, 100_000)
  const controls = start.match(strayControls)?.length ?? 0
  return controls > 2 && controls * 100 > start.length
}

function hasSignature(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  return signatures.some((signature) => start.startsWith(signature))
}
