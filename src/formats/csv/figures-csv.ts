import { stringify } from 'csv-stringify/sync'
import type { Figure } from '../../model/release.ts'
import { shield } from './shield.ts'

const columns = ['segment', 'chinese', 'value', 'english', 'verdict', 'confirmed_by', 'confirmed_at', 'confirmed_how']

/** A figure sheet in CSV that spreadsheets open, with a byte order mark and without a cell that could be a formula. */
export function writeFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({ segment, source, expected, target, verdict, confirmed }) =>
    [segment, source, expected, target, verdict, confirmed?.name ?? '', confirmed?.at ?? '', confirmed?.how ?? ''].map(
      shield,
    ),
  )
  return stringify([columns, ...rows], { bom: true })
}
