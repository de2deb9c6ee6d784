import { join, resolve } from 'node:path'
import type { Entry } from '../../model/event.ts'
import type { Digest } from '../../ports/world.ts'
import {
  type HashedEntries,
  type HeadFault,
  headFaults,
  headsNamedIn,
  type JudgedChain,
  type WitnessedHead,
} from '../../review/heads.ts'
import { anyEvent } from '../../schemas/event.ts'
import { fits } from '../../schemas/misfit.ts'
import { privateDisk } from '../disk/disk.ts'
import { createJournalReader, type Damage } from './lines.ts'
import { journalEnding, listJournals } from './listing.ts'
import { readLines } from './read-lines.ts'

/** What came of reading every journal of a workspace. */
export interface CheckedJournals {
  readonly journals: number
  readonly entries: number
  readonly damaged: readonly { readonly journal: string; readonly damage: readonly Damage[] }[]
  /** Of journals that are not damaged in themselves. */
  readonly faults: readonly HeadFault[]
}

/**
 * Reads every line of every journal of a workspace, and holds them to all heads that they name and to `more`. It changes
 * nothing, and may run beside the server: journals only grow, so one that is not what a head says of it is read again
 * before that is called a fault.
 */
export async function checkJournals(
  dir: string,
  digest: Digest,
  more: readonly WitnessedHead[],
): Promise<CheckedJournals> {
  const folder = join(resolve(dir), 'journals')
  const pathOf = (journal: string) => `${join(folder, ...journal.split('/'))}${journalEnding}`
  const heads: WitnessedHead[] = [...more]
  const chains = new Map<string, JudgedChain>()
  const damaged: { readonly journal: string; readonly damage: readonly Damage[] }[] = []
  let count = 0
  for (const journal of await listJournals(folder, privateDisk).names()) {
    const { chain, damage } = await checkJournal(pathOf(journal), digest, (entry) => {
      for (const head of headsNamedIn(journal, [entry])) heads.push(head)
    })
    chains.set(journal, chain)
    count += chain.entries.length
    if (damage.length > 0) damaged.push({ journal, damage })
  }
  for (const { journal } of headFaults(chains, heads)) {
    if (chains.has(journal)) chains.set(journal, (await checkJournal(pathOf(journal), digest)).chain)
  }
  const isDamaged = new Set(damaged.map(({ journal }) => journal))
  const faults = headFaults(chains, heads).filter(({ journal }) => !isDamaged.has(journal))
  return { journals: chains.size, entries: count, damaged, faults }
}

/** Reads one journal; `onNaming` is given the entries that name heads. An unfinished write at its end is none of it. */
async function checkJournal(
  path: string,
  digest: Digest,
  onNaming: (entry: Entry) => void = () => undefined,
): Promise<{ readonly chain: JudgedChain; readonly damage: readonly Damage[] }> {
  const reader = createJournalReader(digest)
  const entries = packedHashes()
  const everything = { from: 0, to: Number.POSITIVE_INFINITY }
  await readLines(
    privateDisk,
    path,
    everything,
    () => undefined,
    (line) => {
      const entry = reader.take(line)
      if (entry === undefined) return 'more'
      entries.add(entry.hash)
      if (namesHeads(entry) && fits(anyEvent, entry.event)) onNaming(entry)
      return 'more'
    },
  )
  const [first] = reader.damage
  const verdict = first
    ? ({ type: 'broken', sequence: first.line, reason: 'hash' } as const)
    : ({ type: 'whole' } as const)
  return { chain: { entries, verdict }, damage: reader.damage }
}

const hashBytes = 32

/** Hashes of entries, in order: of a large workspace they would take five times as much as texts. */
function packedHashes(): HashedEntries & { add(hash: string): void } {
  let bytes = Buffer.alloc(hashBytes)
  let length = 0
  /** What an altered entry has in the place of a hash, by its place. */
  const others = new Map<number, string>()
  return {
    get length() {
      return length
    },
    at(place) {
      if (place < 0 || place >= length) return undefined
      return { hash: others.get(place) ?? bytes.toString('hex', place * hashBytes, (place + 1) * hashBytes) }
    },
    add(hash) {
      const end = (length + 1) * hashBytes
      if (end > bytes.length) bytes = Buffer.concat([bytes], end * 2)
      if (/^[0-9a-f]{64}$/.test(hash)) bytes.write(hash, length * hashBytes, 'hex')
      else others.set(length, hash)
      length += 1
    },
  }
}

function namesHeads({ event: { type } }: Entry): boolean {
  return type === 'document-signed' || type === 'document-released' || type === 'heads-recorded'
}
