import { codeFaults } from '../../model/code-faults.ts'
import { type Code, type Inline, isCode, plain } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { RewriteOptions } from '../../ports/format.ts'
import { sameText } from '../../segmentation/returned.ts'
import { decodeText } from '../text/decode.ts'
import { type Splice, splicingOf } from '../text/splicing.ts'
import { type Place, type PlacedBlock, readSource } from './source.ts'

/**
 * A text in Markdown with other texts in the place of its own; every other byte stays. HTML and code inside quotes and lists
 * stay as they are. Refuses what `readMarkdown` refuses.
 */
export async function rewriteMarkdown(
  bytes: Uint8Array,
  targets: readonly (Inline | null)[],
  { draftNotice }: RewriteOptions = {},
): Promise<Uint8Array | Refusal> {
  const decoded = decodeText(bytes, 'any')
  if (isRefusal(decoded)) return decoded
  const read = readSource(decoded.text)
  if (isRefusal(read)) return read
  const lineEnd = decoded.text.includes('\r\n') ? '\r\n' : '\n'
  const splicesWith = (tagged: ReadonlySet<number>) =>
    read.blocks.flatMap(({ text, place }: PlacedBlock, at) => {
      const target = targets[at] ?? null
      if (target === null || place === null) return []
      if (sameText(text, target) || codeFaults(text, target).length > 0) return []
      const written = textOf(target, place, decoded.text.slice(place.from, place.to), tagged.has(at))
      return [{ at, from: place.from, to: place.to, text: written.replaceAll('\n', lineEnd) }]
    })
  const first = splicesWith(new Set())
  const misread = misreadBlocks(decoded.text, first, targets)
  const splices = misread.size === 0 ? first : splicesWith(misread)
  const notice =
    draftNotice === undefined
      ? []
      : [{ from: read.start, to: read.start, text: `**${escaped(draftNotice, '')}**${lineEnd}${lineEnd}` }]
  return splicingOf(bytes, decoded.text, decoded.notices[0]?.params.encoding)([...notice, ...splices])
}

interface WrittenBlock extends Splice {
  readonly at: number
}

/**
 * The blocks in which marks of emphasis would be read as others than were meant: whether they are marks at all, and which
 * belong together, depends on the words around (CommonMark 0.31, §6.2).
 */
function misreadBlocks(
  text: string,
  written: readonly WrittenBlock[],
  targets: readonly (Inline | null)[],
): ReadonlySet<number> {
  const doubtful = written.filter(({ text }) => /(?<!\\)[*_]/.test(text))
  if (doubtful.length === 0) return new Set()
  let whole = ''
  let from = 0
  for (const splice of written.toSorted((a, b) => a.from - b.from)) {
    whole += text.slice(from, splice.from) + splice.text
    from = splice.to
  }
  const again = readSource(whole + text.slice(from))
  const wordsOf = (inline: Inline | null | undefined) => plain(inline ?? []).replace(/\s/g, '')
  const isMisread = ({ at }: WrittenBlock) =>
    isRefusal(again) || wordsOf(again.blocks[at]?.text) !== wordsOf(targets[at])
  return new Set(doubtful.filter(isMisread).map(({ at }) => at))
}

/** The tag that means what a mark of emphasis does, and is read so whatever stands around it. */
function tagFor({ type, data }: Code): string {
  const name = data.length === 1 ? 'em' : 'strong'
  return type === 'close' ? `</${name}>` : `<${name}>`
}

/** A target as it is written in the place of what stands there now; `tagged`: emphasis by tags. */
function textOf(target: Inline, { type, lead, inTable }: Place, now: string, tagged: boolean): string {
  const [first] = target
  const own =
    lead !== '' && typeof first === 'string' && first.startsWith(lead)
      ? [first.slice(lead.length), ...target.slice(1)]
      : target
  let isLiteral = false
  const out: string[] = []
  for (const part of own) {
    if (isCode(part) && tagged && /^(?:\*\*?|__?)$/.test(part.data)) out.push(tagFor(part))
    else if (isCode(part)) {
      // Two pairs that touch would be read as one mark between them.
      if (part.type === 'open' && /[*_`]$/.test(out.at(-1) ?? '') && /^[*_`]/.test(part.data)) out.push(' ')
      out.push(part.data)
      // Between its marks, code is taken as it is.
      if (/^`+ ?$/.test(part.data) || /^ ?`+$/.test(part.data)) isLiteral = part.type === 'open'
    } else if (type === 'literal') out.push(part)
    // In code a bar cannot be written behind a backslash.
    else if (isLiteral)
      out.push(inCell(part.replaceAll('`', "'").replaceAll('\n', ' ').replaceAll('\\|', '\\ |'), inTable))
    else if (type === 'html') out.push(part.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`))
    else out.push(inCell(escaped(part, now), inTable))
  }
  const written = out.join('')
  return type === 'inline' && !inTable ? guarded(written) : written
}

/** In a table a bar parts cells, in code as well, and a line is a row. */
function inCell(words: string, inTable: boolean): string {
  return inTable ? words.replaceAll('\n', ' ').replaceAll('|', '\\|') : words
}

const note = /\[\^[^\]\s]{1,200}\]/g

/** Words that Markdown reads as they are; marks of notes that stand in the text now stay such marks. */
function escaped(words: string, now: string): string {
  const notes = new Set(now.match(note))
  let out = ''
  let at = 0
  for (const match of words.matchAll(note)) {
    if (!notes.has(match[0])) continue
    out += escapedWords(words.slice(at, match.index)) + match[0]
    at = match.index + match[0].length
  }
  return out + escapedWords(words.slice(at))
}

function escapedWords(words: string): string {
  return words
    .replace(/[\\`*_[\]<~]|&(?=#?\w+;)|!(?=\[)/g, '\\$&')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
}

/** A paragraph that does not begin, nor go on in a line, as a heading, a list, a quote or a rule would. */
function guarded(written: string): string {
  return written
    .split('\n')
    .map((line) =>
      line.replace(/^(\s*)([#>+=|-]|(?=\d{1,9}[.)](?:\s|$)))/, (_, blank: string, mark: string) =>
        mark === '' ? blank : `${blank}\\${mark}`,
      ),
    )
    .map((line) => line.replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2'))
    .join('\n')
    .replace(/#$/, '\\#')
}
