import type { Entry } from '../../model/event.ts'
import type { Digest } from '../../ports/world.ts'
import { canonicalJson } from '../../review/canonical.ts'
import { beginsAnew, type ChainEnd, hashHolds, startOf } from '../../review/chain.ts'
import { fits } from '../../schemas/misfit.ts'
import { storedEntry } from '../../schemas/stored.ts'
import type { Rows } from './database.ts'

/**
 * Why a row is not what was appended. `unreadable`: no entry can be read from it; `altered`: its hash or its text are not
 * those it was written with; `displaced`: it does not follow the row before. `line` is the sequence number of its place.
 */
export interface RowDamage {
  readonly line: number
  readonly reason: 'unreadable' | 'altered' | 'displaced'
}

/**
 * The entries of rows in their order, those after sequence number `after`, a row a step, and what is wrong with them.
 * `end`: what the first continues; null where that is not known.
 */
export function* readRows(
  rows: Rows,
  after: number,
  end: ChainEnd | null,
  digest: Digest,
): Generator<void, { readonly entries: readonly Entry[]; readonly damage: readonly RowDamage[] }> {
  const entries: Entry[] = []
  const damage: RowDamage[] = []
  const first = rows[0] && entryOf(rows[0].body)
  // What stood between was removed by a server that shortened the journal.
  const isCut = first !== null && first !== undefined && first.sequence > after + 1 && beginsAnew(first)
  const begin = isCut ? startOf(first).sequence : after
  for (const [index, row] of rows.entries()) {
    const line = begin + index + 1
    const entry = entryOf(row.body)
    if (entry === null) damage.push({ line, reason: 'unreadable' })
    else {
      const before = index === 0 ? (isCut ? startOf(first) : end) : (entries.at(-1) ?? end)
      const follows = entry.sequence === line && (before === null || entry.previous === before.hash)
      if (!isSound(entry, row.body, digest)) damage.push({ line, reason: 'altered' })
      else if (!follows || row.sequence !== entry.sequence || row.hash !== entry.hash) {
        damage.push({ line, reason: 'displaced' })
      }
      entries.push(entry)
    }
    yield
  }
  return { entries, damage }
}

function isSound(entry: Entry, body: unknown, digest: Digest): boolean {
  try {
    return canonicalJson(entry) === body && hashHolds(entry, digest)
  } catch {
    // What has no canonical JSON was never written.
    return false
  }
}

function entryOf(body: unknown): Entry | null {
  try {
    const entry: unknown = JSON.parse(String(body))
    return isEntry(entry) ? entry : null
  } catch {
    return null
  }
}

function isEntry(value: unknown): value is Entry {
  return fits(storedEntry, value)
}
