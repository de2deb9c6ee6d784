import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../model/event.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import { atOnce } from '../model/steps.ts'
import type { Catalogue } from '../ports/catalogue.ts'
import { DamagedJournal, type Journal } from '../ports/journal.ts'
import { chainStart, verifyChainSteps } from '../review/chain.ts'
import { openPostgresStores } from '../stores/postgres/open.ts'
import { digest } from './digest.ts'
import type { Tell } from './notices.ts'
import { openFolder } from './place.ts'
import { databaseMark, markAsInDatabase, WrongStore } from './wrong-store.ts'

/** What was moved, and where what it was moved from is now: a folder of the workspace, or a schema of the database. */
export interface MovedWorkspace {
  readonly journals: number
  readonly entries: number
  readonly settings: number
  readonly aside: string
}

/** The stores of a workspace, on one side of a move. */
interface Side {
  readonly journals: Journal
  readonly settings: Catalogue
}

/** Where the files of the journals and settings stay that were moved into a database. */
const asideFolder = 'before-database'

/** Entries that are copied at once. */
const piece = 500

/**
 * Moves the journals and settings of a workspace between its folder and a database, and reads them back: each journal has
 * the same entries by their hashes. All else stays in the folder. Nothing of the one side is deleted: it is put aside. A
 * move that was cut off goes on where it was. Refuses `workspace-held` while a server runs on either side, and
 * `move-not-empty` where the other side has what is not of this workspace. Throws `DamagedJournal`, `WrongStore` and
 * `StoreUnavailable`.
 */
export async function moveWorkspace(
  folder: string,
  database: string,
  { direction, tell }: { readonly direction: 'to' | 'from'; readonly tell: Tell },
): Promise<MovedWorkspace | Refusal> {
  const isMarked = existsSync(join(folder, databaseMark))
  const isThere = existsSync(join(folder, 'journals'))
  // With both, a move into the database was cut off at its end, or one out of it in the middle.
  if (direction === 'to' && !isThere) throw new WrongStore(folder, 'in-database')
  if (direction === 'from' && !isMarked) throw new WrongStore(folder, 'in-folder')
  const files = await openFolder({ folder, onReport: (journal, report) => tell({ type: 'journal', journal, report }) })
  if (files.type === 'held')
    return refuse('workspace-held', { workspace: folder, pid: String(files.holder?.pid ?? '?') })
  try {
    const onDamage = (journal: string, damage: Parameters<PostgresDamage>[1]) =>
      tell({ type: 'journal', journal, report: { type: 'damaged', damage } })
    const tables = await openPostgresStores(database, { digest, onDamage, how: 'alone' })
    if (tables === null) return refuse('workspace-held', { workspace: folder, pid: '?' })
    try {
      const [from, to] = direction === 'to' ? [files, tables] : [tables, files]
      const copied = await copyAll(from, to)
      if (isRefusal(copied)) return copied
      if (direction === 'to') return { ...copied, aside: putFilesAside(folder) }
      rmSync(join(folder, databaseMark))
      return { ...copied, aside: await tables.putAside() }
    } finally {
      await tables.close()
    }
  } finally {
    await files.close()
  }
}

type PostgresDamage = Parameters<typeof openPostgresStores>[1]['onDamage']

async function copyAll(from: Side, to: Side): Promise<Omit<MovedWorkspace, 'aside'> | Refusal> {
  const [names, settings] = [await from.journals.names(''), await from.settings.names()]
  const isOfOthers = (there: readonly string[], mine: readonly string[]) => there.some((name) => !mine.includes(name))
  if (isOfOthers(await to.journals.names(''), names) || isOfOthers(await to.settings.names(), settings)) {
    return refuse('move-not-empty')
  }
  let entries = 0
  for (const name of names) {
    const refusal = await copyJournal(name, from.journals, to.journals)
    if (refusal) return refusal
    entries += await compareJournals(name, from.journals, to.journals)
  }
  for (const name of settings) await to.settings.set(name, await from.settings.get(name))
  for (const name of settings) {
    const [was, is] = [await from.settings.get(name), await to.settings.get(name)]
    if (JSON.stringify(was) !== JSON.stringify(is)) throw new Error(`the setting ${name} is not what it was`)
  }
  return { journals: names.length, entries, settings: settings.length }
}

async function copyJournal(name: string, from: Journal, to: Journal): Promise<Refusal | null> {
  const there = await to.read(name, 0)
  const last = there.at(-1)
  const held = last && (await from.read(name, last.sequence - 1, 1))[0]
  if (held?.hash !== last?.hash) return refuse('move-not-empty')
  for (let after = last?.sequence ?? 0; ; ) {
    const entries = await from.read(name, after, piece)
    if ((await to.append(name, entries)) === 'conflict') return refuse('move-not-empty')
    if (entries.length < piece) return null
    after = entries.at(-1)?.sequence ?? after
  }
}

/** Reads both again, from the first entry to the last: chains that are whole and the same. Gives their length. */
async function compareJournals(name: string, from: Journal, to: Journal): Promise<number> {
  let last: Pick<Entry, 'sequence' | 'hash'> = chainStart
  for (;;) {
    const [was, is] = [await from.read(name, last.sequence, piece), await to.read(name, last.sequence, piece)]
    const verdict = atOnce(verifyChainSteps(is, digest, last))
    const differs = was.length !== is.length || was.some(({ hash }, index) => hash !== is[index]?.hash)
    if (verdict.type === 'broken' || differs) throw new DamagedJournal(name, last.sequence + 1)
    last = is.at(-1) ?? last
    if (is.length < piece) return last.sequence
  }
}

/** The mark comes first: from then on nobody takes the files for the workspace, nor for one that is new. */
function putFilesAside(folder: string): string {
  const aside = join(folder, asideFolder, new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14))
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  markAsInDatabase(folder)
  for (const name of ['settings.json', 'journals']) {
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name))
  }
  return aside
}
