import type { DraftOrigin } from './draft.ts'
import type { Inline } from './inline.ts'
import { remembering } from './remembering.ts'
import type { TableChoice } from './table-choice.ts'

/** A block as a file has it, before its structure and sentences are recognised. */
export interface RawBlock {
  readonly text: Inline
  /** What the format itself says the block is; plain text says nothing. */
  readonly hint?: 'heading' | 'paragraph' | 'item' | 'quote' | 'cell'
  readonly level?: number
  /** Where the format has segments of its own: the text is these, one after the other, and is divided nowhere else. */
  readonly parts?: readonly GivenPart[]
}

/** A segment that a file gives, with what it has for it; or the white space between two. */
export type GivenPart =
  | { readonly type: 'segment'; readonly source: Inline; readonly brought: Brought }
  | { readonly type: 'ignorable'; readonly source: string }

/** What a file brings for a segment: English that nobody here has confirmed, and what was said of it. */
export interface Brought {
  /** Null where the file has no English. */
  readonly draft: { readonly target: Inline; readonly origin: DraftOrigin } | null
  readonly comments: readonly BroughtComment[]
}

/** A comment of another tool; `author` as the file names them, empty where it does not. */
export interface BroughtComment {
  readonly author: string
  readonly text: string
}

/** What a block is in the structure of the text. A byline says under a title who the text is by. */
export const blockKinds = ['heading', 'byline', 'paragraph', 'question', 'answer', 'item', 'cell', 'quote'] as const
export type BlockKind = (typeof blockKinds)[number]

/** One sentence of a unit: the row people work on (XLIFF `<segment>`). The id is unique in the document: `b3.s2`. */
export interface Segment {
  readonly type: 'segment'
  readonly id: string
  readonly source: Inline
}

/** White space and invisible characters between segments, kept so that a unit's parts give its text back to the byte (XLIFF `<ignorable>`). */
export interface Ignorable {
  readonly type: 'ignorable'
  readonly source: string
}

export type Part = Segment | Ignorable

/**
 * One block of the document and its translatable text (XLIFF `<unit>`).
 * `id` is given once (`b3`) and never renumbered.
 */
export interface Block {
  readonly id: string
  readonly kind: BlockKind
  /** Headings only: 1 is the title of the document. */
  readonly level?: number
  /** Who speaks, as the text names them: `许红兵`, `中国新闻社记者`. The label itself stays in the text. */
  readonly speaker?: string
  /** Whether its segments are those of its file: they can be split here, and what a file keeps apart is not joined. */
  readonly given?: true
  readonly parts: readonly Part[]
}

/** A document as imported: never altered afterwards but by splitting and joining segments. */
export interface Document {
  readonly id: string
  readonly title: string
  readonly sourceLanguage: 'zh-CN' | 'zh-TW'
  readonly targetLanguage: 'en'
  /** Where the text came from. `sha256` is of the bytes of the file, in hex. */
  readonly origin: {
    readonly format: string
    readonly filename: string
    readonly sha256: string
    /** Which cells of a table are the text, where people chose them. */
    readonly table?: TableChoice
  }
  readonly blocks: readonly Block[]
}

export function isSegment(part: Part): part is Segment {
  return part.type === 'segment'
}

/** The segments of a document in reading order. */
export function segmentsOf(document: Pick<Document, 'blocks'>): readonly Segment[] {
  return document.blocks.flatMap((block) => block.parts.filter(isSegment))
}

/** The segments of a document in reading order, and where each is among them. */
export interface SegmentPlaces {
  readonly segments: readonly Segment[]
  readonly kinds: readonly BlockKind[]
  /** From 0, by id. */
  readonly places: ReadonlyMap<string, number>
}

/** Worked out once for each list of blocks: only what divides a document makes another. */
export const segmentPlaces: (blocks: readonly Block[]) => SegmentPlaces = /* @__PURE__ */ remembering((blocks) => {
  const segments: Segment[] = []
  const kinds: BlockKind[] = []
  const places = new Map<string, number>()
  for (const { kind, parts } of blocks) {
    for (const part of parts) {
      if (!isSegment(part)) continue
      places.set(part.id, segments.length)
      segments.push(part)
      kinds.push(kind)
    }
  }
  return { segments, kinds, places }
})

/** The block that gives a document its title: the first heading, else the first block. */
export function titleBlockOf<B extends Pick<Block, 'kind'>>(blocks: readonly B[]): B | undefined {
  return blocks.find(({ kind }) => kind === 'heading') ?? blocks[0]
}
