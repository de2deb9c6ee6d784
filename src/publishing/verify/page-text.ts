import type { Digest } from '../../ports/world.ts'
import { wholeText } from '../../review/certificate.ts'
import { anchorOf } from '../addresses.ts'
import type { ReleaseCertificate } from '../seal.ts'
import type { ShownRow } from './extract.ts'
import type { Problem } from './problem.ts'
import { shownRows } from './shown-text.ts'

/** A page with its path from the root of the site. */
export interface TextPage {
  readonly path: string
  readonly content: string
}

/** A sentence with the path of the page that shows it. */
interface PlacedRow {
  readonly path: string
  readonly row: ShownRow
}

/**
 * Compares the sentences that the pages of one edition show, in order and one after the other, with the signed ones. What
 * is missing is told of the first page.
 */
export function pageProblems(
  pages: readonly TextPage[],
  certificate: ReleaseCertificate,
  digest: Digest,
): readonly Problem[] {
  const shown = pages.map(({ path, content }) => ({ path, rows: shownRows(content) }))
  const unread = shown.filter(({ rows }) => rows === null)
  const rows = shown.flatMap(({ path, rows }) => (rows ?? []).map((row) => ({ path, row })))
  const first = pages[0]?.path ?? ''
  if (unread.length > 0) return unread.map(({ path }) => ({ code: 'malformed', path }))
  if (rows.length === 0) return [{ code: 'malformed', path: first }]
  const { segments } = certificate.signOff.binding
  const signed = new Map(segments.map((segment) => [anchorOf(segment.id), segment]))
  const anchors = new Set(rows.map(({ row }) => row.anchor))
  const problems: Problem[] = segments
    .filter(({ id }) => !anchors.has(anchorOf(id)))
    .map(({ id }) => ({ code: 'segment-missing', path: first, segment: id }))
  for (const { path, row } of rows) {
    const hashes = signed.get(row.anchor)
    if (!hashes) problems.push({ code: 'segment-added', path, segment: row.anchor })
    else if (!isSigned(row, hashes, digest)) problems.push({ code: 'text', path, segment: hashes.id })
  }
  if (problems.length > 0) return problems
  const last = rows.at(-1)
  if (last && rows.length !== segments.length)
    return [{ code: 'segment-added', path: last.path, segment: last.row.anchor }]
  const moved = segments.findIndex(({ id }, i) => rows[i]?.row.anchor !== anchorOf(id))
  if (moved >= 0)
    return [{ code: 'segment-moved', path: rows[moved]?.path ?? first, segment: segments[moved]?.id ?? '' }]
  return sourceHolds(rows, certificate, digest) ? [] : [{ code: 'whole-text', path: first }]
}

/** Whether the Chinese is as a whole what was signed, with what stands between its sentences; nothing without Chinese. */
function sourceHolds(rows: readonly PlacedRow[], { texts }: ReleaseCertificate, digest: Digest): boolean {
  if (rows.some(({ row }) => row.source === undefined)) return true
  const whole = rows.map(({ path, row }) => ({
    id: row.anchor,
    block: `${path} ${row.block}`,
    source: row.source ?? '',
    target: '',
    after: row.after,
  }))
  return digest(wholeText(whole, 'source')) === texts.source
}

function isSigned(
  { source, target, copy }: ShownRow,
  signed: { readonly source: string; readonly target: string },
  digest: Digest,
): boolean {
  return (
    (source === undefined || digest(source) === signed.source) &&
    (target === undefined || digest(target) === signed.target) &&
    (copy === undefined || copy === target) &&
    (source ?? target) !== undefined
  )
}
