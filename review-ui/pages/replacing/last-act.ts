import { membersOf } from '../../../src/model/names.ts'
import { recall, remember } from '../../shell/remember.ts'

/** A replacement that its person can still take back, also after leaving the page. */
export interface LastAct {
  readonly person: string
  readonly act: string
  readonly documents: readonly string[]
}

const name = 'replacement'

export function rememberLastAct(last: LastAct): void {
  remember(name, JSON.stringify(last))
}

export function forgetLastAct(): void {
  remember(name, null)
}

/** The last one of this person on this browser; null if there is none. */
export function lastActOf(me: string): LastAct | null {
  try {
    const { person, act, documents } = membersOf(JSON.parse(recall(name) ?? '{}'))
    const isSound = person === me && typeof act === 'string' && Array.isArray(documents)
    return isSound ? { person: me, act, documents: documents.map(String) } : null
  } catch {
    return null
  }
}
