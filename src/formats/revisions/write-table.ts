import type { Revision } from '../../model/revision.ts'
import type { RevisionReport } from '../../ports/format.ts'
import { differences } from '../../review/differences.ts'
import { worded } from '../review-table/words.ts'
import { type Cell, paragraph, type Row, run, table } from '../word-writer/content.ts'
import { writeWord } from '../word-writer/package.ts'

/** In twentieths of a point; together the width of a page of A4 on its side. */
const widths = [900, 4200, 6438, 3600] as const
const columns = ['number', 'source', 'change', 'who'] as const

/** What people changed in a document as a table in Word: the sentence, what was taken out and put in, who, when and why. */
export function writeRevisionTable(report: RevisionReport): Uint8Array {
  const { title, revisions, chosen } = report
  const heading: Row = {
    heading: true,
    cells: columns.map((column): Cell => {
      const { zh, en } = worded(column)
      return { shaded: true, content: paragraph(run(`${zh} ${en}`, { style: 'Strong' })) }
    }),
  }
  const { zh, en } = worded('revisions')
  const body = [
    paragraph(run(`${zh} · ${en}`), 'Title'),
    paragraph(run(title, { language: 'zh', bold: true })),
    ...(chosen === '' ? [] : [paragraph(run(chosen), 'Note')]),
    table(widths, [heading, ...revisions.map((revision) => rowOf(revision, report))], en),
    paragraph(''),
  ]
  return writeWord({ title, body: body.join(''), landscape: true, footer: title })
}

function rowOf({ number, source, before, after, by, at, why, stands }: Revision, { names }: RevisionReport): Row {
  const nameOf = (id: string) => names.get(id) ?? id
  const gone = worded('gone')
  const who = [
    paragraph(run(nameOf(by), { bold: true })),
    paragraph(run(`${at.slice(0, 16).replace('T', ' ')} UTC`, { style: 'Small' })),
    ...(stands ? [] : [paragraph(run(`${gone.zh} ${gone.en}`, { style: 'Small' }))]),
    ...why
      .filter(({ text }) => text !== '')
      .map((reason) => paragraph(run(`${nameOf(reason.by)}: ${reason.text}`, { style: 'Small' }))),
  ]
  return {
    cells: [
      { content: paragraph(run(number === null ? '' : String(number))) },
      { content: paragraph(run(source, { language: 'zh' })) },
      { content: paragraph(differing(before, after)) },
      { content: who.join('') },
    ],
  }
}

/** One text with what was taken out struck through and what was put in underlined. */
function differing(before: string, after: string): string {
  return differences(before, after)
    .map(({ type, text }) => run(text, { language: 'en', strike: type === 'removed', underline: type === 'added' }))
    .join('')
}
