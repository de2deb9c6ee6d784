import { type Block, type Segment, segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { SegmentState } from '../../model/state.ts'
import type { ReviewTable } from '../../ports/format.ts'
import {
  type Cell,
  commented,
  locked,
  paragraph,
  type Row,
  run,
  table,
  type WordComment,
} from '../word-writer/content.ts'
import { writeWord } from '../word-writer/package.ts'
import { codeIds, taggedPieces } from './code-tags.ts'
import { type Column, columns, writeColumnMark, writeRowMark, writeTableMark } from './marks.ts'
import { type WordKey, worded } from './words.ts'

/** In twentieths of a point; together the width of a page of A4 on its side. */
const widths: Readonly<Record<Column, number>> = {
  number: 1100,
  source: 4900,
  target: 5300,
  comment: 2238,
  status: 1600,
}

/**
 * A document as a table for people who work in Word: number, Chinese, English, comment, status. What is known of each
 * sentence stands in hidden text, and comments that are open stand beside their English.
 */
export function writeReviewTable(contents: ReviewTable): Uint8Array {
  const { state, draftNotice } = contents
  const { document } = state
  const comments: WordComment[] = []
  let number = 0
  let control = 0
  const rows = document.blocks.flatMap((block) =>
    segmentsOf({ blocks: [block] }).map((segment, at): Row => {
      number += 1
      control += 2
      const now = state.segments.get(segment.id)
      const opened = openComments(now, contents)
      const row = rowOf({ block, segment, now, number, control, first: at === 0, opened, from: comments.length })
      comments.push(...opened)
      return row
    }),
  )
  const heading: Row = { heading: true, cells: columns.map((column) => headingCell(column)) }
  const grid = columns.map((column) => widths[column])
  const footer = `${document.title} · ${state.head.slice(0, 12)}`
  return writeWord({
    title: document.title,
    body: introduction(contents) + table(grid, [heading, ...rows], worded('title').en) + paragraph(''),
    comments,
    landscape: true,
    footer,
    ...(draftNotice !== undefined && { header: draftNotice }),
  })
}

function introduction({ state, names, by, at, draftNotice }: ReviewTable): string {
  const { document, sequence, head, name } = state
  const rows = String(state.segments.size)
  const about = { sequence: String(sequence), head: head.slice(0, 12), rows }
  const went = { day: at.slice(0, 10), name: names.get(by) ?? by }
  const title = `${document.title}${name === undefined ? '' : ` · ${name}`}`
  const line = (label: WordKey, words: { readonly zh: string; readonly en: string }) => {
    const both = worded(label)
    const labels = run(`${both.zh} ${both.en}  `, { style: 'Strong' })
    const english = words.en === words.zh ? '' : run(`  ${words.en}`, { language: 'en' })
    return paragraph(labels + run(words.zh, { language: 'zh' }) + english, 'Note')
  }
  const { zh, en } = worded('title')
  return [
    draftNotice === undefined ? '' : paragraph(run(draftNotice, { language: 'en' }), 'Draft'),
    paragraph(run(`${zh} · ${en}`), 'Title'),
    paragraph(
      run(title, { language: 'zh', bold: true }) +
        run(writeTableMark({ document: document.id, sequence, head }), { hidden: true }),
    ),
    line('version', worded('versionIs', about)),
    line('went', worded('wentBy', went)),
    line('mayChange', worded('mayChangeWhat')),
    line('mayNot', worded('mayNotWhat')),
    ...(hasCodes(state.document.blocks) ? [line('codes', worded('codesWhat'))] : []),
    line('back', worded('backWhat')),
    paragraph(''),
  ].join('')
}

function hasCodes(blocks: readonly Block[]): boolean {
  return segmentsOf({ blocks }).some(({ source }) => codeIds(source).length > 0)
}

function headingCell(column: Column): Cell {
  const { zh, en } = worded(column)
  const words = run(`${zh} ${en}`, { style: 'Strong' })
  return { shaded: true, content: paragraph(words + run(writeColumnMark(column), { hidden: true })) }
}

interface RowParts {
  readonly block: Block
  readonly segment: Segment
  readonly now: SegmentState | undefined
  readonly number: number
  /** The ids of its two controls are this number and the one below. */
  readonly control: number
  /** Whether it is the first of its block. */
  readonly first: boolean
  readonly opened: readonly WordComment[]
  /** The number of its first comment. */
  readonly from: number
}

function rowOf({ block, segment, now, number, control, first, opened, from }: RowParts): Row {
  const { id, source } = segment
  const isHeading = block.kind === 'heading'
  const mark = run(writeRowMark({ segment: id, codes: codeIds(source) }), { hidden: true })
  const about = first ? aboutBlock(block) : ''
  const target = now?.target ?? []
  const tagged = (text: typeof source, language: 'zh' | 'en') =>
    taggedPieces(text, source)
      .map((piece) => run(piece.text, piece.type === 'tag' ? { style: 'Code' } : { language, bold: isHeading }))
      .join('')
  const shaded = isHeading
  return {
    cells: [
      { shaded, content: paragraph(locked(run(String(number)) + mark, control - 1)) + about },
      { shaded, content: paragraph(locked(tagged(source, 'zh'), control)) },
      { shaded, content: paragraph(commented(tagged(target, 'en'), opened, from)) },
      { shaded, content: paragraph('') },
      {
        shaded,
        content: statusOf(now)
          .map((words) => paragraph(run(words, { style: 'Small' })))
          .join(''),
      },
    ],
  }
}

/** What a block is, and who speaks. */
function aboutBlock({ kind, level, speaker }: Block): string {
  const { zh, en } = kind === 'paragraph' ? { zh: '', en: '' } : worded(`kind.${kind}`)
  const words =
    kind === 'paragraph' ? [] : [`${zh} ${en}${kind === 'heading' && level !== undefined ? ` ${level}` : ''}`]
  return [...words, ...(speaker === undefined ? [] : [speaker])]
    .map((line) => paragraph(run(line, { style: 'Small' })))
    .join('')
}

function statusOf(now: SegmentState | undefined): readonly string[] {
  const isDraft = now !== undefined && now.state === 'initial' && now.draft !== undefined && plain(now.target) !== ''
  const { zh, en } = worded(isDraft && now.edited === undefined ? 'state.draft' : `state.${now?.state ?? 'initial'}`)
  return [zh, en]
}

function openComments(now: SegmentState | undefined, { names }: ReviewTable): readonly WordComment[] {
  return (now?.comments ?? []).flatMap(({ by, at, text, resolved }) =>
    resolved === undefined ? [{ author: names.get(by) ?? by, at, text }] : [],
  )
}
