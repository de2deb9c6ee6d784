import type { TermImpactOnDocument, TermImpactOnSegment, TermImpactView } from '../../../../src/contract/views/terms.ts'
import type { Refusal } from '../../../../src/model/refusal.ts'

/** A sentence of the list, in its document. */
export interface Row {
  readonly key: string
  readonly document: TermImpactOnDocument
  readonly segment: TermImpactOnSegment
}

/** What became of a proposal. Nothing is known of those that nobody has sent. */
export type Fate =
  | { readonly type: 'sending' }
  | { readonly type: 'accepted' }
  | { readonly type: 'refused'; readonly why: Refusal | { readonly type: 'unreachable' } }
export type Fates = ReadonlyMap<string, Fate>

/** Every sentence listed, in the order in which they stand on the page. */
export function rowsOf({ documents }: TermImpactView): readonly Row[] {
  return documents.flatMap((document) =>
    document.segments.map((segment) => ({ key: `${document.id}/${segment.id}`, document, segment })),
  )
}

/** Whether there is a proposal that can be sent now. */
export function isAcceptable({ key, segment }: Row, fates: Fates): boolean {
  const fate = fates.get(key)?.type
  return segment.proposal !== null && fate !== 'accepted' && fate !== 'sending'
}

/** How many of these were accepted, and how many were not. */
export function countFates(
  rows: readonly Row[],
  fates: Fates,
): { readonly accepted: number; readonly refused: number } {
  const count = (type: Fate['type']) => rows.filter(({ key }) => fates.get(key)?.type === type).length
  return { accepted: count('accepted'), refused: count('refused') }
}

/**
 * Sends one after the other, and tells what becomes of each, until all are sent or somebody says stop: what is under
 * way then is waited for. Gives what was told.
 */
export async function oneByOne(
  rows: readonly Row[],
  send: (row: Row) => Promise<Fate>,
  tell: (key: string, fate: Fate) => void,
  isStopped: () => boolean,
): Promise<Fates> {
  const fates = new Map<string, Fate>()
  for (const row of rows) {
    if (isStopped()) break
    tell(row.key, { type: 'sending' })
    const fate = await send(row)
    fates.set(row.key, fate)
    tell(row.key, fate)
  }
  return fates
}
