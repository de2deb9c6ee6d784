import type { ReleaseRow } from '../../model/release.ts'
import { anchorOf } from '../addresses.ts'

/**
 * Which blocks sentences stand in, in short: ids of one name with numbers that follow one another as `b12-19`, all others one
 * by one, with a space between. The script of the pages reads it (`script/part-of.ts`) to lead a link on to its part.
 */
export function blockRanges(rows: readonly Pick<ReleaseRow, 'block'>[]): string {
  const ranges: { name: string; from: number; to: number }[] = []
  for (const block of new Set(rows.map((row) => anchorOf(row.block)))) {
    const [, name = block, digits] = /^(|.*?[^0-9])(0|[1-9][0-9]{0,8})$/.exec(block) ?? []
    const number = digits === undefined ? Number.NaN : Number(digits)
    const last = ranges.at(-1)
    if (last?.name === name && number === last.to + 1) last.to = number
    else ranges.push({ name, from: number, to: number })
  }
  return ranges.map(({ name, from, to }) => (Number.isNaN(from) ? name : `${name}${from}-${to}`)).join(' ')
}
