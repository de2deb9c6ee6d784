import type { Block } from '../../model/document.ts'
import type { Inline } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { type DocumentFormats, documentFormat, type IncomingFile, type RewriteOptions } from '../../ports/format.ts'
import { assemble } from '../../segmentation/assemble.ts'
import { compact } from '../../segmentation/parts.ts'
import type { FaultySegment } from '../../segmentation/pieces.ts'
import { sameText } from '../../segmentation/returned.ts'
import { isVisible } from '../../segmentation/structure.ts'

/** A file in its own shape with English in place of Chinese. */
export interface Rewritten {
  readonly type: 'rewritten'
  readonly bytes: Uint8Array
  /** Segments that stay in Chinese because there is no English for them, and because their codes would break the file. */
  readonly open: readonly string[]
  readonly faulty: readonly FaultySegment[]
}

/** What a file in its own shape is written from: plain values, so that another thread can write it. */
export interface OwnShape {
  readonly filename: string
  readonly bytes: Uint8Array
  readonly blocks: readonly Block[]
  /** By id of the segment; what has no English stays in Chinese. */
  readonly targets: ReadonlyMap<string, Inline>
  readonly options: RewriteOptions
}

/** A format that can put other texts in the place of its own. Refuses `file-format-one-way`, and what `documentFormat` refuses. */
export function rewritable(formats: DocumentFormats, file: IncomingFile) {
  const format = documentFormat(formats, file)
  if (isRefusal(format)) return format
  const { read, rewrite } = format
  const able = formats.documents.filter((candidate) => candidate.rewrite !== undefined)
  const endings = able.flatMap((candidate) => candidate.endings).join(', ')
  return rewrite === undefined
    ? refuse('file-format-one-way', { endings })
    : { type: 'rewritable' as const, read, rewrite }
}

/**
 * Writes the file that a document came from with the targets of its segments. `blocks` are those that were read from it,
 * maybe with segments split and joined since. Refuses what its format refuses, and with `file-not-the-same` a file that
 * does not have the text of these blocks.
 */
export async function rewriteFile(
  formats: DocumentFormats,
  file: IncomingFile,
  blocks: readonly Block[],
  targetOf: (segment: string) => Inline | undefined,
  options: RewriteOptions = {},
): Promise<Rewritten | Refusal> {
  const { filename, bytes } = file
  const format = rewritable(formats, file)
  if (isRefusal(format)) return format
  const read = await format.read(bytes, { filename, language: 'any' })
  if (isRefusal(read)) return read
  const visible = read.blocks.filter(isVisible)
  const same = visible.every(({ text }, at) =>
    sameText(text, compact(blocks[at]?.parts.flatMap((part) => part.source) ?? [])),
  )
  if (visible.length !== blocks.length || !same) return refuse('file-not-the-same')
  const assembled = blocks.map((block) => assemble(block, targetOf))
  const inOrder = assembled.values()
  const targets = read.blocks.map((block) => (isVisible(block) ? (inOrder.next().value?.target ?? null) : null))
  const written = await format.rewrite(bytes, targets, options)
  if (isRefusal(written)) return written
  const open = assembled.flatMap((block) => block.open)
  return { type: 'rewritten', bytes: written, open, faulty: assembled.flatMap(({ faulty }) => faulty) }
}
