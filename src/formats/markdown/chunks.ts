import { isAddress } from './definitions.ts'

/** A part of a Markdown text that can be parsed by itself, and the line (from 1) where it begins. */
export interface Chunk {
  readonly text: string
  /** The length of its own text, before what is repeated from other chunks. */
  readonly length: number
  readonly line: number
}

/** The least length of a chunk in UTF-16 units, if the text can be cut. */
const leastChunk = 1_000
/** Most lines of quotes and lists, and most marks of a paragraph, in one part that cannot be cut. */
const mostContainers = 1_000
const mostMarks = 2_000
const deepest = 50
/** With more link definitions than this, links by reference are read as plain text. */
const mostDefinitions = 100

const fence = /^ {0,3}(`{3,}|~{3,})/
const htmlStart = /^ {0,3}<(?:(!--)|(\?)|(!\[CDATA\[)|(?:pre|script|style|textarea)(?=[\s>]|$))/i
const bullet = /^[-*+][ \t]+\S/
const numbered = /^\d{1,9}[.)][ \t]+\S/
const heading = /^#{1,6}[ \t]/
const underline = /^(?:=+|-+)[ \t]*\r?$/
const container = /^[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|(?:=+|-+)[ \t]*\r?$)/
const nesting = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${deepest}}`)
const definition = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*(<[^<>\n]*>|\S+)/
const footnote = /^ {0,3}\[\^[^\]\s]{1,200}\]:/

/**
 * Cuts Markdown between top-level blocks, since the parser takes quadratic time: a minute for 80 KB of quotes. All link
 * definitions and footnote names of the text are repeated at the end of every chunk. If a part that cannot be cut would
 * take too long, the result is its line.
 */
export function chunksOf(source: string): readonly Chunk[] | { readonly tooMuchAt: number } {
  const chunks: Chunk[] = []
  let text = ''
  let start = 1
  let until: RegExp | null = null
  let previous = ''
  let containers = 0
  let marks = 0
  const definitions: string[] = []
  for (const [index, line] of source.split('\n').entries()) {
    if (until === null && text.length >= leastChunk && beginsBlock(line, previous)) {
      chunks.push({ text, length: text.length, line: start })
      text = ''
      start = index + 1
      containers = 0
      marks = 0
    }
    if (until === null) {
      until = opensStretch(line)
      const destination = definition.exec(line)?.[1]
      if (destination !== undefined && isAddress(destination)) definitions.push(line)
      // The name of a footnote is repeated so that references to it are recognised; its text stays in place.
      const name = footnote.exec(line)?.[0]
      if (name !== undefined) definitions.push(name)
    } else if (until.test(line)) until = null
    if (container.test(line)) containers++
    marks = line.trim() === '' ? 0 : marks + (line.match(/\*+|_+|[[<]/g)?.length ?? 0)
    if (containers > mostContainers || marks > mostMarks || nesting.test(line)) return { tooMuchAt: index + 1 }
    text += index === 0 ? line : `\n${line}`
    previous = line
  }
  chunks.push({ text, length: text.length, line: start })
  if (definitions.length === 0 || definitions.length > mostDefinitions || chunks.length === 1) return chunks
  const repeated = `\n\n${definitions.join('\n')}`
  // What is repeated behind a stretch that is not closed would become part of it.
  return chunks.map((chunk, index) =>
    until !== null && index === chunks.length - 1 ? chunk : { ...chunk, text: `${chunk.text}${repeated}` },
  )
}

/** Whether a top-level block begins with this line, whatever precedes it. */
function beginsBlock(line: string, previous: string): boolean {
  if (/^\s/.test(line) || line === '') return false
  if (previous.trim() === '' || underline.test(previous)) return true
  if (numbered.test(line) && numbered.test(previous)) return true
  return bullet.test(line) || heading.test(line) || (line.startsWith('>') && !previous.trimStart().startsWith('>'))
}

/** The pattern that ends the code block or HTML that a line opens and does not close; null if it opens none. */
function opensStretch(line: string): RegExp | null {
  const mark = fence.exec(line)?.[1]
  if (mark !== undefined) return new RegExp(`^ {0,3}\\${mark[0]}{${mark.length},}[ \\t]*\\r?$`)
  const html = htmlStart.exec(line)
  if (html === null) return null
  const end = html[1] ? /-->/ : html[2] ? /\?>/ : html[3] ? /\]\]>/ : /<\/(?:pre|script|style|textarea)>/i
  return end.test(line) ? null : end
}
