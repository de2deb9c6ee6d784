import type { ReleaseRow } from '../../model/release.ts'
import type { Outline, Passage, Section } from './outline.ts'

/**
 * How many sentences stand on one page at most. A page of 1,000 takes 115 KB under brotli (`npm run bench:publishing`).
 */
const sentencesAPage = 1000

/** A part of a text that is too long for one page: sections that follow one another, or pieces of a long one. */
export interface TextPart {
  /** From 1. */
  readonly number: number
  readonly sections: readonly Section[]
  /** The heading of the section that the part before it begins; empty if this part begins one. */
  readonly continues: readonly Passage[]
  readonly rows: readonly ReleaseRow[]
}

/** The parts of a text in order; none if it stands on one page. */
export interface TextParts {
  readonly all: readonly TextPart[]
  /** The part that a sentence stands in; undefined for one of the title, and where there are no parts. */
  of(segment: string): TextPart | undefined
}

/** Sections that stay together, or as much of one as a page may end after. */
interface Piece {
  readonly sections: readonly Section[]
  /** Of a later piece of a section: that section. */
  readonly continues?: Section
}

/**
 * Divides the text of an outline into parts of at most `limit` sentences, of about one length. A part ends before a
 * heading of the second level, or where such a section is too long before one of the third, or else between two blocks; a
 * block that is longer than a page is not divided. The title is in no part.
 */
export function partsOfText({ title, sections }: Outline, limit = sentencesAPage): TextParts {
  const total = sum(sections.map(sizeOf))
  const fits = total + sum(title.map(({ rows }) => rows.length)) <= limit
  const all = fits ? [] : divided(piecesOf(sections, limit), limit).map(partOf)
  const byBlock = new Map(all.flatMap((part) => part.rows.map(({ id }) => [id, part] as const)))
  return { all, of: (segment) => byBlock.get(segment) }
}

/** Fills parts with pieces. What is left of the text when a part begins is shared evenly by it and those after it. */
function divided(pieces: readonly Piece[], limit: number): readonly (readonly Piece[])[] {
  const sizes = pieces.map((piece) => sum(piece.sections.map(sizeOf)))
  const parts: Piece[][] = []
  let left = sum(sizes)
  let size = 0
  let aim = 0
  for (const [i, piece] of pieces.entries()) {
    const more = sizes[i] ?? 0
    const part = parts.at(-1)
    if (part === undefined || (size > 0 && (size + more > limit || size + more / 2 > aim))) {
      parts.push([piece])
      aim = left / Math.ceil(left / limit)
      size = 0
    } else part.push(piece)
    size += more
    left -= more
  }
  return parts
}

function piecesOf(sections: readonly Section[], limit: number): readonly Piece[] {
  const groups: Section[][] = []
  for (const section of sections) {
    const group = groups.at(-1)
    if (section.level === 3 && group) group.push(section)
    else groups.push([section])
  }
  return groups.flatMap((group) =>
    sum(group.map(sizeOf)) <= limit
      ? [{ sections: group }]
      : group.flatMap((section) => piecesOfSection(section, limit)),
  )
}

function piecesOfSection(section: Section, limit: number): readonly Piece[] {
  const [first, ...further] = section.passages
  if (sizeOf(section) <= limit || first === undefined) return [{ sections: [section] }]
  return [
    { sections: [{ ...section, passages: [first] }] },
    ...further.map((passage) => ({
      sections: [{ heading: [], level: section.level, passages: [passage] }],
      continues: section,
    })),
  ]
}

function partOf(pieces: readonly Piece[], index: number): TextPart {
  const sections: Section[] = []
  for (const { sections: added, continues } of pieces) {
    const last = sections.at(-1)
    const [piece] = added
    if (continues && last && piece) sections[sections.length - 1] = joined(last, piece)
    else sections.push(...added)
  }
  return {
    number: index + 1,
    sections,
    continues: pieces[0]?.continues?.heading ?? [],
    rows: sections.flatMap(passagesOf).flatMap(({ rows }) => rows),
  }
}

function joined(section: Section, piece: Section): Section {
  return { ...section, passages: [...section.passages, ...piece.passages] }
}

/** The heading of a section and what stands under it, in order. */
function passagesOf({ heading, passages }: Section): readonly Passage[] {
  return [...heading, ...passages]
}

function sizeOf(section: Section): number {
  return sum(passagesOf(section).map(({ rows }) => rows.length))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
