import { membersOf } from '../../model/names.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'

/** The refusal for a disk that takes nothing, now and until somebody makes room; null for any other error. */
export function refusalOfDisk(error: unknown): Refusal | null {
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
