import { stringify } from 'csv-stringify/sync'
import type { QualityReport } from '../../ports/format.ts'
import { shield } from './shield.ts'

const columns = [
  'number',
  'segment',
  'chinese',
  'english',
  'text',
  'assessed_by',
  'assessed_at',
  'counts',
  'category',
  'severity',
  'words',
  'comment',
  'marked_by',
  'marked_at',
]

/** An assessment in CSV that spreadsheets open, with a byte order mark and without a cell that could be a formula. */
export function writeQuality({ rows, names }: QualityReport): string {
  const nameOf = (id: string) => names.get(id) ?? id
  const lines = rows.flatMap(({ issues, ...row }) => {
    const of = [
      String(row.number),
      row.segment,
      row.source,
      row.target,
      row.present ? 'present' : 'earlier',
      row.assessed === null ? '' : nameOf(row.assessed.by),
      row.assessed?.at ?? '',
    ]
    if (issues.length === 0) return [[...of, row.counts ? 'yes' : 'no', '', '', '', '', '', '']]
    return issues.map(({ category, severity, words, text, by, at, counts }) => [
      ...of,
      counts ? 'yes' : 'no',
      category,
      severity,
      words?.text ?? '',
      text,
      nameOf(by),
      at,
    ])
  })
  return stringify([columns, ...lines.map((line) => line.map(shield))], { bom: true })
}
