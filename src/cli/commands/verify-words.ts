import type { TFunction } from 'i18next'
import type { Problem } from '../../publishing/verify/problem.ts'
import type { Witness } from '../../review/heads.ts'
import type { Damage } from '../../stores/lowdb/lines.ts'
import type { LedgerFault } from '../../workspace/core/verify.ts'

/** A fault of a journal: of its file, of an entry, or of what a head says of it. */
export type JournalFault =
  | LedgerFault
  | { readonly journal: string; readonly entry: number; readonly reason: Damage['reason'] }

/** A fault of a journal, in one line. */
export function wordsOfFault(t: TFunction, fault: JournalFault): string {
  const { journal: name, entry, reason } = fault
  switch (reason) {
    case 'missing':
    case 'rewritten':
    case 'absent':
      return t(`verify.head.${reason}`, { name, entry, to: fault.to, witness: wordsOfWitness(t, fault.witness) })
    default:
      return t('verify.journal.broken', { name, sequence: entry, reason: t(`verify.reason.${reason}`) })
  }
}

function wordsOfWitness(t: TFunction, witness: Witness): string {
  const { type, ...place } = witness
  return t(`verify.witness.${type}`, place)
}

/** A problem of a published site, in one line. */
export function wordsOfProblem(t: TFunction, { code, path, segment, journal, length }: Problem): string {
  return t(`publishing:problem-${code}`, { path, segment: segment ?? '', journal: journal ?? '', length: length ?? '' })
}
