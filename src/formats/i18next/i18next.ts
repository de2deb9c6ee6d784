import { codeFaults } from '../../model/code-faults.ts'
import { fileLimits } from '../../model/file-limits.ts'
import { notice } from '../../model/import-notice.ts'
import { type Inline, isCode, plain } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Format, Imported, ReadOptions } from '../../ports/format.ts'
import { sameText } from '../../segmentation/returned.ts'
import { scriptOf } from '../../segmentation/script.ts'
import { decodeAny } from '../text/decode.ts'
import { splicingOf } from '../text/splicing.ts'
import { inlineOfWords, rawCodes } from './codes.ts'
import { type JsonText, textsOfJson } from './strings.ts'

interface Words {
  readonly type: 'words'
  readonly source: string
  readonly encoding: string | undefined
  readonly texts: readonly JsonText[]
}

function wordsOf(bytes: Uint8Array): Words | Refusal {
  const decoded = decodeAny(bytes)
  if (isRefusal(decoded)) return decoded
  const { text: source, notices } = decoded
  if (source.trim() === '') return refuse('file-empty')
  if (source.length > fileLimits.characters) {
    return refuse('text-too-large', { most: String(fileLimits.characters) })
  }
  const texts = textsOfJson(source)
  return isRefusal(texts) ? texts : { type: 'words', source, encoding: notices[0]?.params.encoding, texts }
}

/**
 * The words of a programme as i18next has them (JSON format 4): each text a block, nested and in lists; what is filled in
 * or nested is a code. Names stay. Says where Chinese has one plural form and English needs two.
 */
async function readWords(bytes: Uint8Array, language: ReadOptions['language'] = 'zh'): Promise<Imported | Refusal> {
  const words = wordsOf(bytes)
  if (isRefusal(words)) return words
  const blocks = words.texts.map(({ text }) => ({ text: inlineOfWords(text), hint: 'cell' as const }))
  const all = blocks.map(({ text }) => plain(text)).join('\n')
  if (all.trim() === '' && language !== 'any') return refuse('file-empty')
  const script = scriptOf(all)
  if (script === 'not-chinese' && language === 'zh') return refuse('file-not-chinese')
  const lonely = lonelyPlurals(words.texts)
  return {
    type: 'imported',
    blocks,
    notices: [
      ...(script === 'traditional' ? [notice('traditional')] : []),
      ...(lonely.length === 0
        ? []
        : [notice('plurals-lonely', { count: String(lonely.length), examples: lonely.slice(0, 3).join(', ') })]),
    ],
  }
}

/** Names that end in `_other` without one in `_one` beside them. */
function lonelyPlurals(texts: readonly JsonText[]): readonly string[] {
  const names = new Set(texts.map(({ path }) => path.join('.')))
  return [...names].filter((name) => name.endsWith('_other') && !names.has(name.replace(/_other$/, '_one')))
}

/** The same file with other texts: names, order, indents, line ends and everything else stay. */
async function rewriteWords(bytes: Uint8Array, targets: readonly (Inline | null)[]): Promise<Uint8Array | Refusal> {
  const words = wordsOf(bytes)
  if (isRefusal(words)) return words
  const { source, encoding, texts } = words
  // A file that writes other letters as escapes keeps doing so.
  const isAscii = bytes.every((byte) => byte < 0x80)
  const splices = texts.flatMap(({ from, to, text }, at) => {
    const target = targets[at] ?? null
    const inline = inlineOfWords(text)
    if (target === null || sameText(inline, target) || codeFaults(inline, target).length > 0) return []
    const written = JSON.stringify(textOf(inline, rawCodes(text), target).toWellFormed())
    return [{ from, to, text: isAscii ? escaped(written) : written }]
  })
  return splicingOf(bytes, source, encoding)(splices)
}

/** A target with what its codes stand for. */
function textOf(source: Inline, raw: readonly string[], target: Inline): string {
  const marks = new Map(source.filter(isCode).map(({ type, id }, at) => [`${type} ${id}`, raw[at] ?? '']))
  return target.map((part) => (isCode(part) ? (marks.get(`${part.type} ${part.id}`) ?? '') : part)).join('')
}

function escaped(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export const i18nextFormat = {
  name: 'i18next',
  endings: ['.json'],
  mediaType: 'application/json',
  read: async (bytes, { language }) => readWords(bytes, language),
  rewrite: (bytes, targets) => rewriteWords(bytes, targets),
} as const satisfies Format<Imported>
