import type { Digest } from '../../ports/world.ts'
import type { ReleaseCertificate } from '../seal.ts'
import { extractText } from './extract.ts'
import type { Problem } from './problem.ts'

/** Compares the sentences that a page shows with the signed ones. */
export function pageProblems(
  path: string,
  page: string,
  certificate: ReleaseCertificate,
  digest: Digest,
): readonly Problem[] {
  const shown = extractText(page)
  if (shown === null || shown.rows.length === 0) return [{ code: 'malformed', path }]
  const { segments } = certificate.signOff.binding
  const signed = new Map(segments.map((segment) => [segment.id, segment]))
  const problems: Problem[] = []
  const rows = new Map(shown.rows.map((row) => [row.id, row]))
  for (const { id } of segments) if (!rows.has(id)) problems.push({ code: 'segment-missing', path, segment: id })
  const blocks = Map.groupBy(shown.rows, (row) => row.block)
  for (const row of shown.rows) {
    const { id, block, source, target } = row
    const hashes = signed.get(id)
    const copy = shown.copies.get(block)?.[blocks.get(block)?.indexOf(row) ?? -1]
    if (!hashes) problems.push({ code: 'segment-added', path, segment: id })
    else if (
      (source !== undefined && digest(source) !== hashes.source) ||
      (target !== undefined && digest(target) !== hashes.target) ||
      (source !== undefined && target !== undefined && copy !== target) ||
      (source ?? target) === undefined
    )
      problems.push({ code: 'text', path, segment: id })
  }
  if (problems.length > 0) return problems
  if (shown.rows.length !== segments.length)
    return [{ code: 'segment-added', path, segment: shown.rows.at(-1)?.id ?? '' }]
  const moved = segments.find(({ id }, i) => shown.rows[i]?.id !== id)
  return moved ? [{ code: 'segment-moved', path, segment: moved.id }] : []
}
