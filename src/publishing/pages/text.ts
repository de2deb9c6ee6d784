import type { ReleaseRow } from '../../model/release.ts'
import { anchorOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Words } from '../words/words.ts'
import { leadOfSource, leadOfTarget, type Marker } from './marks.ts'
import type { Outline, Passage, Section } from './outline.ts'

/** What is needed to write the texts of a page. */
interface Pen {
  readonly words: Words
  /** Language tag of the Chinese text. */
  readonly chinese: string
  readonly marker: Marker
}

/** The title of the page as in the document; its lines are rows like all others. */
export function titleOf(outline: Pick<Outline, 'title'>, pen: Pen): Html {
  return html`<h1>${outline.title.map((passage) => line(passage, pen))}</h1>`
}

/**
 * The sections of the document in order: headings and passages, every sentence under its own id. Both texts of a sentence
 * stand once, one after the other; the Chinese has its language from the element around all of them.
 */
export function sectionsOf(sections: readonly Section[], pen: Pen): Html {
  const inside = sections.map((section) => sectionOf(section, pen))
  return pen.words.edition === 'en' ? html`${inside}` : html`<div lang="${pen.chinese}">\n${inside}</div>`
}

function sectionOf({ heading, level, passages }: Section, pen: Pen): Html {
  const lines = heading.map((passage) => line(passage, pen))
  return html`${heading.length > 0 && (level === 2 ? html`<h2 class="h">${lines}</h2>\n` : html`<h3 class="h">${lines}</h3>\n`)}${passages.map((passage, i) => paragraph(passage, passages[i - 1], pen))}`
}

/** One line of a heading, under the id of its block: of elements that may stand in a heading. */
function line({ block, rows }: Passage, { words, chinese }: Pen): Html {
  // Terms are linked in the text, not in headings.
  const sentences = rowsOf(rows).map((row) =>
    spanOf(row, words.edition !== 'en' && html`${row.source}`, words.edition !== 'zh' && html`${row.target}`),
  )
  const language = words.edition !== 'en' && html` lang="${chinese}"`
  return html`<span class="r" id="${anchorOf(block.id)}"${language}>${sentences}</span>`
}

/**
 * A block of the text. On the page of both languages each sentence is a paragraph of its own with its translation; on that
 * of one language the block is one.
 */
function paragraph(passage: Passage, previous: Passage | undefined, pen: Pen): Html {
  const { kind } = passage.block
  const sentences = rowsOf(passage.rows).map((row, i) =>
    sentence(row, i === 0 ? passage.block.speaker : undefined, pen),
  )
  const text = pen.words.edition === 'both' ? html`${sentences}` : html`<p>${sentences}</p>`
  const inside = html`${markOf(passage, previous, pen.words)}${text}`
  if (kind === 'quote') return html`<blockquote class="r quote">${inside}</blockquote>\n`
  return kind === 'paragraph' ? html`<div class="r">${inside}</div>\n` : html`<div class="r ${kind}">${inside}</div>\n`
}

/** 问 Q or 答 A, where a speaker begins to ask or to answer. */
function markOf({ block, rows }: Passage, previous: Passage | undefined, words: Words): Html | false {
  if (block.kind !== 'question' && block.kind !== 'answer') return false
  const labelled = leadOfSource(rows[0]?.source ?? '', block.speaker) > 0
  const turns = (previous?.block.kind === 'question') !== (block.kind === 'question')
  return (
    (labelled || turns) &&
    html`<p class="k">${words.label(block.kind === 'question' ? 'question-mark' : 'answer-mark')}</p>`
  )
}

/** The rows of a block, the last without the white space after it, which no signature covers. */
function rowsOf(rows: readonly ReleaseRow[]): readonly ReleaseRow[] {
  return rows.map((row, i) => (i < rows.length - 1 ? row : { ...row, after: '' }))
}

/** A sentence of a passage; `speaker` is whose label it may begin with. */
function sentence(row: ReleaseRow, speaker: string | undefined, { words, marker }: Pen): Html {
  const lead = leadOfSource(row.source, speaker)
  const source = words.edition !== 'en' && marker.source(row.source, lead)
  const target = words.edition !== 'zh' && marker.target(row.target, lead === 0 ? 0 : leadOfTarget(row.target))
  return words.edition === 'both'
    ? html`<p id="${anchorOf(row.id)}">${partsOf(row, source, target)}</p>`
    : spanOf(row, source, target)
}

function spanOf(row: ReleaseRow, source: Html | false, target: Html | false): Html {
  return html`<span id="${anchorOf(row.id)}">${partsOf(row, source, target)}</span>`
}

/**
 * The permalink of a sentence, whose id the style sheet shows (written out, the ids of 1,000 sentences took 1.1 KB under
 * brotli), and its texts: the Chinese with the white space after it, and the English with a space.
 */
function partsOf(row: ReleaseRow, source: Html | false, target: Html | false): Html {
  return html`<a href="#${anchorOf(row.id)}">#</a>${source && html`<span>${source}</span>${row.after}`}${target && html`<span lang="en">${target} </span>`}`
}
