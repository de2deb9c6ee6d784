import { stringify } from 'csv-stringify/sync'
import type { Format, RevisionReport } from '../../ports/format.ts'
import { shield } from '../csv/shield.ts'
import { writeRevisionTable } from './write-table.ts'

const encoder = new TextEncoder()
const columns = ['number', 'segment', 'chinese', 'before', 'after', 'changed_by', 'from', 'at', 'reasons', 'stands']

/** What people changed in a document, in CSV that spreadsheets open. */
export const revisionsFormat = {
  name: 'revisions',
  endings: ['.csv'],
  mediaType: 'text/csv; charset=utf-8',
  write: async (report) => encoder.encode(writeRows(report)),
} as const satisfies Format<unknown, RevisionReport>

/** The same as a table in Word, with what was taken out and put in. */
export const revisionTableFormat = {
  name: 'revisions-table',
  endings: ['.docx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: async (report) => writeRevisionTable(report),
} as const satisfies Format<unknown, RevisionReport>

function writeRows({ revisions, names }: RevisionReport): string {
  const nameOf = (id: string) => names.get(id) ?? id
  const rows = revisions.map(({ number, segment, source, before, after, by, from, at, why, stands }) => {
    const reasons = why.filter(({ text }) => text !== '').map((reason) => `${nameOf(reason.by)}: ${reason.text}`)
    return [
      number === null ? '' : String(number),
      segment,
      source,
      before,
      after,
      nameOf(by),
      from,
      at,
      reasons.join('\n'),
      stands ? 'yes' : 'no',
    ].map(shield)
  })
  return stringify([columns, ...rows], { bom: true })
}
