import type { Block, GivenPart, RawBlock } from '../../model/document.ts'
import { expectDefined } from '../../model/expect.ts'
import { compact, type Inline } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import {
  type DocumentFormats,
  documentFormat,
  endingsOf,
  goesBack,
  type IncomingFile,
  type RewriteOptions,
} from '../../ports/format.ts'
import { type Assembled, assemble, type Filled, fillGiven } from '../../segmentation/assemble.ts'
import type { FaultySegment } from '../../segmentation/pieces.ts'
import { sameText, type Wording } from '../../segmentation/returned.ts'
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
  /** By id of the segment; what has no English stays as it is. */
  readonly wordings: ReadonlyMap<string, Wording>
  readonly options: RewriteOptions
}

/** A format that can put other texts in the place of its own. Refuses `file-format-one-way`, and what `documentFormat` refuses. */
export function rewritable(formats: DocumentFormats, file: IncomingFile) {
  const format = documentFormat(formats, file)
  if (isRefusal(format)) return format
  return goesBack(format)
    ? { type: 'rewritable' as const, format }
    : refuse('file-format-one-way', { endings: endingsOf(formats.documents.filter(goesBack)).join(', ') })
}

/**
 * Writes the file that a document came from with the English of its segments. `blocks` are those that were read from it,
 * maybe with segments split and joined since. Refuses what its format refuses, and with `file-not-the-same` a file that
 * does not have the text of these blocks.
 */
export async function rewriteFile(
  formats: DocumentFormats,
  file: IncomingFile,
  blocks: readonly Block[],
  wordingOf: (segment: string) => Wording | undefined,
  options: RewriteOptions = {},
): Promise<Rewritten | Refusal> {
  const able = rewritable(formats, file)
  if (isRefusal(able)) return able
  const { read, rewrite, refill } = able.format
  const { filename } = file
  const { table } = options
  const imported = await read(file.bytes, { filename, language: 'any', ...(table && { table }) })
  if (isRefusal(imported)) return imported
  const visible = imported.blocks.filter(isVisible)
  const same = visible.every(({ text }, at) =>
    sameText(text, compact(blocks[at]?.parts.flatMap((part) => part.source) ?? [])),
  )
  if (visible.length !== blocks.length || !same) return refuse('file-not-the-same')
  const filled =
    refill !== undefined
      ? fillSegments(imported.blocks, blocks, wordingOf)
      : replaceBlocks(imported.blocks, blocks, wordingOf)
  const written =
    filled.type === 'segments'
      ? await refill?.(file.bytes, filled.segments, options)
      : await rewrite?.(file.bytes, filled.targets, { ...options, filename })
  if (isRefusal(written)) return written
  const { open, faulty } = filled
  return { type: 'rewritten', bytes: expectDefined(written, 'a format that writes'), open, faulty }
}

type WordingOf = (segment: string) => Wording | undefined

/** A target for each block that was read. One that brought English keeps it until every segment has English here. */
function replaceBlocks(read: readonly RawBlock[], blocks: readonly Block[], wordingOf: WordingOf) {
  const inOrder = blocks.values()
  const assembled = read.map((raw): Assembled => {
    const block = isVisible(raw) ? inOrder.next().value : undefined
    if (block === undefined) return { target: null, open: [], faulty: [] }
    if (raw.parts === undefined) return assemble(block, (segment) => wordingOf(segment)?.target)
    const { segments, open, faulty } = fillGiven(raw.parts, block, wordingOf)
    return { target: inPlaceOf(raw.parts, segments), open, faulty }
  })
  const open = assembled.flatMap((block) => block.open)
  const targets = assembled.map(({ target }) => target)
  return { type: 'blocks' as const, targets, open, faulty: assembled.flatMap(({ faulty }) => faulty) }
}

/** The English of the segments that a file gives for a block, with what stands between them; null where one has none. */
function inPlaceOf(parts: readonly GivenPart[], segments: Filled['segments']): Inline | null {
  if (segments.includes(null)) return null
  const inOrder = segments.values()
  return compact(
    parts.flatMap((part) => (part.type === 'segment' ? (inOrder.next().value?.target ?? []) : [part.source])),
  )
}

/** A target for each segment that was read. */
function fillSegments(read: readonly RawBlock[], blocks: readonly Block[], wordingOf: WordingOf) {
  const inOrder = blocks.values()
  const filled = read.map(({ parts = [], text }): Filled => {
    const block = isVisible({ text }) ? inOrder.next().value : undefined
    if (block !== undefined) return fillGiven(parts, block, wordingOf)
    return { segments: parts.flatMap(({ type }) => (type === 'segment' ? [null] : [])), open: [], faulty: [] }
  })
  const open = filled.flatMap((block) => block.open)
  const segments = filled.flatMap((block) => block.segments)
  return { type: 'segments' as const, segments, open, faulty: filled.flatMap(({ faulty }) => faulty) }
}
