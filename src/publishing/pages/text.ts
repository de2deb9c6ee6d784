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
export function titleOf(outline: Outline, pen: Pen): Html {
  return html`<h1>${outline.title.map((passage) => line(passage, pen))}</h1>`
}

/** The sections of the document in order: headings and passages, every sentence under its own id. */
export function sectionsOf(outline: Outline, pen: Pen): Html {
  return html`${outline.sections.map((section) => sectionOf(section, pen))}`
}

function sectionOf({ heading, level, passages }: Section, pen: Pen): Html {
  const lines = html`${heading.map((passage) => line(passage, pen))}`
  return html`${heading.length > 0 && (level === 2 ? html`<h2 class="h">${lines}</h2>\n` : html`<h3 class="h">${lines}</h3>\n`)}${passages.map((passage, i) => paragraph(passage, passages[i - 1], pen))}`
}

/** One line of a heading: the same parts as a paragraph, of elements that may stand in a heading. */
function line(passage: Passage, pen: Pen): Html {
  const { main, copy } = sides(passage, pen)
  return html`<span class="r" id="${anchorOf(passage.block.id)}"><span class="m">${main}</span>${copy && html`<span class="en" lang="en" hidden>${copy}</span>`}</span>`
}

function paragraph(passage: Passage, previous: Passage | undefined, pen: Pen): Html {
  const { kind, id } = passage.block
  const { main, copy } = sides(passage, pen)
  const inside = html`${markOf(passage, previous, pen.words)}<p class="m">${main}</p>${copy && html`<p class="en" lang="en" hidden>${copy}</p>`}`
  return kind === 'quote'
    ? html`<blockquote class="r quote" id="${anchorOf(id)}">${inside}</blockquote>\n`
    : html`<div class="r ${kind}" id="${anchorOf(id)}">${inside}</div>\n`
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

/**
 * The sentences of a block. In `main` each sentence is one element with the id, which has both texts in reading order;
 * `copy` repeats the English as running text for the view in two columns. Only one of the two is visible at a time, and
 * both have equally many sentences, so that pairs correspond by number.
 */
function sides(
  { block, rows }: Passage,
  { words, marker, chinese }: Pen,
): { readonly main: Html; readonly copy: Html | false } {
  const both = words.edition === 'both'
  // Terms are linked in the text, not in headings.
  const title = block.kind === 'heading'
  const main: Html[] = []
  const copy: Html[] = []
  for (const [i, row] of rows.entries()) {
    const lead = i === 0 ? leadOfSource(row.source, block.speaker) : 0
    const source = words.edition !== 'en' && (title ? html`${row.source}` : marker.source(row.source, lead))
    const target =
      words.edition !== 'zh' &&
      (title ? html`${row.target}` : marker.target(row.target, lead === 0 ? 0 : leadOfTarget(row.target)))
    main.push(sentence(row, chinese, source, target))
    if (both && target) copy.push(html`<span class="s">${target} </span>`)
  }
  return { main: html`${main}`, copy: both && html`${copy}` }
}

function sentence(row: ReleaseRow, chinese: string, source: Html | false, target: Html | false): Html {
  const id = anchorOf(row.id)
  return html`<span class="s" id="${id}"><a class="n" href="#${id}">${row.id}</a>${source && html`<span class="z" lang="${chinese}">${source}</span>${row.after}`}${target && html`<span class="e" lang="en">${target} </span>`}</span>`
}
