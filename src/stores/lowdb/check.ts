import { join, resolve } from 'node:path'
import type { Entry } from '../../model/event.ts'
import type { Digest } from '../../ports/world.ts'
import { type HeadFault, headFaults, headsNamedIn, type JudgedChain, type WitnessedHead } from '../../review/heads.ts'
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
  const entries: { readonly hash: string }[] = []
  const everything = { from: 0, to: Number.POSITIVE_INFINITY }
  await readLines(
    privateDisk,
    path,
    everything,
    () => undefined,
    (line) => {
      const entry = reader.take(line)
      if (entry === undefined) return 'more'
      entries.push({ hash: entry.hash })
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

function namesHeads({ event: { type } }: Entry): boolean {
  return type === 'document-signed' || type === 'document-released' || type === 'heads-recorded'
}
