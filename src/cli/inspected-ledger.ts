import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../model/event.ts'
import { documentPrefix } from '../model/head.ts'
import type { Release, Withdrawal } from '../model/release.ts'
import { readSiteLedger, type SiteLedger } from '../publishing/verify/site-ledger.ts'
import { type ClockNote, clockNotes } from '../review/clock.ts'
import type { WitnessedHead } from '../review/heads.ts'
import { withdrawalsIn } from '../review/withdrawal.ts'
import { siteFolder } from '../server/defaults.ts'
import { digest } from '../server/digest.ts'
import { verifySignature } from '../server/signing-key.ts'
import { databaseMark, WrongStore } from '../server/wrong-store.ts'
import { type InspectedJournal, inspectJournals } from '../stores/lowdb/inspect.ts'
import { officeKeys } from '../workspace/core/signing-keys.ts'
import { verifyLedger } from '../workspace/core/verify.ts'
import { databaseOf } from './at-workspace.ts'
import type { JournalFault } from './commands/verify-words.ts'
import { openFolder, type SitePart } from './site-part.ts'

/** The journals of a workspace as they are on the disk, read without opening it. */
export interface InspectedLedger {
  readonly journals: readonly InspectedJournal[]
  /** Keys that sign for this workspace; empty if it has signed nothing yet. */
  readonly keys: ReadonlySet<string>
  readonly releases: readonly Release[]
  readonly withdrawals: readonly Withdrawal[]
  /** What the workspace's own copy of the site says of the ledger. */
  readonly site: SiteLedger
}

/** The journals of a workspace, in its folder or in the database of the environment. Throws `WrongStore` without one that it needs. */
export async function inspectWorkspace(
  workspace: string,
  environment: NodeJS.ProcessEnv,
): Promise<readonly InspectedJournal[]> {
  if (!existsSync(join(workspace, databaseMark))) return inspectJournals(workspace, digest)
  const { database } = databaseOf(environment)
  if (database === undefined) throw new WrongStore(workspace, 'in-database')
  // Loaded only here: most workspaces need no driver.
  const { inspectDatabase } = await import('../stores/postgres/inspect.ts')
  return inspectDatabase(database, digest)
}

export async function inspectLedger(workspace: string, environment: NodeJS.ProcessEnv): Promise<InspectedLedger> {
  const journals = await inspectWorkspace(workspace, environment)
  const entries = journals.flatMap((journal): readonly Entry[] => journal.entries)
  const keys = officeKeys(entries)
  return {
    journals,
    keys,
    releases: entries.flatMap(({ event }) => (event.type === 'document-released' ? [event.release] : [])),
    withdrawals: journals.flatMap(({ name, entries: of }) =>
      name.startsWith(documentPrefix) ? withdrawalsIn(name.slice(documentPrefix.length), of) : [],
    ),
    site: siteLedgerOf(openFolder(siteFolder(workspace)), keys),
  }
}

/** What a site says of the ledger whose keys these are. */
export function siteLedgerOf({ paths, read }: Pick<SitePart, 'paths' | 'read'>, keys: ReadonlySet<string>): SiteLedger {
  return readSiteLedger(read, { digest, verifySignature, paths }, (key) => keys.size === 0 || keys.has(key))
}

/** What in the journals is in doubt as to its time. */
export function notesOf({ journals }: InspectedLedger): readonly ClockNote[] {
  return journals.flatMap(({ name, entries }) => clockNotes(name, entries))
}

/** Every fault of the journals: of their files, of their entries, and of what any head says of them. */
export async function faultsOf(
  { journals, site }: InspectedLedger,
  heads: readonly WitnessedHead[],
): Promise<readonly JournalFault[]> {
  const byName = new Map(journals.map((journal) => [journal.name, journal]))
  const read = async (name: string) => byName.get(name)?.entries ?? []
  const store = {
    read,
    names: async () => [...byName.keys()],
  }
  const ledger = await verifyLedger({ journals: store, digest, verifySignature }, [...site.heads, ...heads])
  const damage: readonly JournalFault[] = journals.flatMap(({ name, damage }) =>
    damage.map(({ line, reason }) => ({ journal: name, entry: line, reason })),
  )
  const seen = new Set(damage.map(({ journal, entry }) => `${journal} ${entry}`))
  return [...damage, ...ledger.filter(({ journal, entry }) => !seen.has(`${journal} ${entry}`))]
}
