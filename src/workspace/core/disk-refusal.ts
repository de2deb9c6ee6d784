import { membersOf } from '../../model/names.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { StoreUnavailable } from '../../ports/store-unavailable.ts'

const refusals = { full: 'disk-full', 'read-only': 'disk-read-only', unreachable: 'store-unavailable' } as const

/** The refusal for a store that takes nothing, now and until somebody makes room or it answers again; null for any other error. */
export function refusalOfDisk(error: unknown): Refusal | null {
  if (error instanceof StoreUnavailable) return refuse(refusals[error.reason])
  switch (membersOf(error).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return refuse('disk-full')
    case 'EROFS':
      return refuse('disk-read-only')
    default:
      return null
  }
}
