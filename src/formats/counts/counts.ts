import { stringify } from 'csv-stringify/sync'
import { type CountRow, countNames } from '../../model/counts.ts'
import type { Format } from '../../ports/format.ts'
import { shield } from '../csv/shield.ts'

const encoder = new TextEncoder()

/** A name of ours as spreadsheets and scripts usually have them: `post_edit_sentences`. */
const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const keys = ['month', 'document', 'document_id', 'drafted_by', 'person', 'person_id'] as const
const figures = ['distance', 'penalty', 'perThousand', 'score'] as const

/** The counts of an office in CSV that spreadsheets open; a cell is empty where a row does not tell that apart, or there is no such figure. */
export const countsFormat = {
  name: 'counts',
  endings: ['.csv'],
  mediaType: 'text/csv; charset=utf-8',
  write: async (rows) => encoder.encode(writeRows(rows)),
} as const satisfies Format<unknown, readonly CountRow[]>

function writeRows(rows: readonly CountRow[]): string {
  const heading = [...keys, ...[...countNames, ...figures].map(columnOf)]
  const lines = rows.map((row) => {
    const { month, document, engine, person, counts } = row
    const places = [month, document?.title, document?.id, engine, person?.name, person?.id]
    return [
      ...places.map((place) => shield(place ?? '')),
      ...countNames.map((name) => String(counts[name])),
      // A score may be below 0, which no spreadsheet takes for anything but a number.
      ...figures.map((name) => (row[name] === null ? '' : String(rounded(row[name])))),
    ]
  })
  return stringify([heading, ...lines], { bom: true })
}

/** To a thousandth, and as a score never rounded up. */
function rounded(figure: number): number {
  return Math.floor(figure * 1000 + 1e-6) / 1000
}
