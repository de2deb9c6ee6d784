import type { Entry } from '../../model/event.ts'
import { DamagedJournal, type Journal } from '../../ports/journal.ts'
import { createTurns } from '../../ports/turns.ts'
import { type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { beginsAnew, type ChainEnd, chainStart, entryTextSteps } from '../../review/chain.ts'
import { judgeBatch } from '../continuity.ts'
import { checkJournalName, checkShortened, shortened } from '../names.ts'
import type { Database } from './database.ts'
import { isTaken } from './faults.ts'
import { noticeOf } from './notices.ts'
import { type RowDamage, readRows } from './rows.ts'

export interface PostgresJournalOptions {
  readonly digest: Digest
  /** What is amiss in a journal, told when it is read for the first time. */
  readonly onDamage: (name: string, damage: readonly RowDamage[]) => void
  /** Names this server in its notices to the others. */
  readonly server: string
  /** Lets others go first while many entries are read or written. */
  readonly pause?: Pause
}

/**
 * Entries are added in one statement, which is one transaction: if the head is what they follow. Of two that see the
 * same head, the key lets one in; the other is told of it when that one has committed. The notice goes out with the
 * commit, and never without it.
 */
const insert = `
  with head as (
    select sequence, hash from duizhao.entry where journal = $1 order by sequence desc limit 1
  ), added as (
    insert into duizhao.entry (journal, sequence, hash, body)
    select $1, row.sequence, row.hash, row.body
    from unnest($2::integer[], $3::text[], $4::text[]) as row (sequence, hash, body)
    where (coalesce((select sequence from head), 0) = $5 and coalesce((select hash from head), '') = $6)
      or ($8 and not exists (select from head))
    returning sequence
  )
  select count(*)::integer as added, case when count(*) > 0 then pg_notify('duizhao', $7)::text end from added`

const select = `
  select sequence, hash, body from duizhao.entry where journal = $1 and sequence > $2 order by sequence limit $3`

/** All have a first entry, but those that were shortened. */
const named = `
  select journal from duizhao.entry where sequence = 1 and starts_with(journal, $1)
  union
  select journal from unnest($2::text[]) as shortened (journal)
  where starts_with(journal, $1) and exists (select from duizhao.entry where entry.journal = shortened.journal)`

const lastOfEach = `
  select named.journal, last.sequence, last.hash
  from (${named}) as named cross join lateral (
    select sequence, hash from duizhao.entry where journal = named.journal order by sequence desc limit 1
  ) as last`

const removeBefore = `
  delete from duizhao.entry where journal = $1 and sequence < $2
    and exists (select from duizhao.entry where journal = $1 and sequence = $2)`

/** Entries that are read at once to verify a journal that nobody has read. */
const piece = 500

/** What is known of a journal: how far it was read from its beginning, whether to its end, and the first entry that does not hold. */
interface Check {
  readonly end: ChainEnd
  readonly whole: boolean
  readonly damaged: number | null
}

const unread: Check = { end: chainStart, whole: false, damaged: null }

/** Journals in the table of entries. Several servers may use them at once. A damaged journal can be read and takes no entries. */
export function openPostgresJournal(
  database: Database,
  { digest, onDamage, server, pause = () => undefined }: PostgresJournalOptions,
): Journal {
  const turns = createTurns()
  const checks = new Map<string, Check>()

  async function read(name: string, after: number, most: number | null): Promise<readonly Entry[]> {
    const check = checks.get(name) ?? unread
    const isNext = check.end.sequence === after
    const rows = await database.run({ name: 'read', text: select, values: [name, after, most] })
    const { entries, damage } = await inSlices(readRows(rows, after, isNext ? check.end : null, digest), pause)
    const [first] = damage
    if (first === undefined) {
      const whole = check.whole || (isNext && (most === null || rows.length < most))
      checks.set(name, { ...check, whole, ...(isNext && { end: entries.at(-1) ?? check.end }) })
    } else if (check.damaged === null) {
      checks.set(name, { ...check, damaged: first.line })
      onDamage(name, damage)
      // The reader has taken what stands before: it has to begin anew to see what is left.
      if (after > 0) throw new DamagedJournal(name, first.line)
    }
    return entries
  }

  /** Reads on to the end of what was not read yet. Throws `DamagedJournal`. */
  async function verify(name: string): Promise<void> {
    for (;;) {
      const { end, whole, damaged } = checks.get(name) ?? unread
      if (damaged !== null) throw new DamagedJournal(name, damaged)
      if (whole) return
      await read(name, end.sequence, piece)
    }
  }

  async function append(name: string, entries: readonly Entry[]): Promise<'appended' | 'conflict'> {
    const [first] = entries
    // A batch that does not hang together is a fault, whatever the store holds.
    judgeBatch(undefined, entries)
    if (first === undefined) return 'appended'
    await verify(name)
    const rows = await inSlices(bodySteps(entries, digest), pause)
    const after = { sequence: first.sequence - 1, hash: first.previous }
    return insertRows(database, { name, rows, after, begins: beginsAnew(first), server })
  }

  return {
    async read(name, after, most) {
      checkJournalName(name)
      return read(name, after, most ?? null)
    },
    async append(name, entries) {
      checkJournalName(name)
      return turns.take(name, () => append(name, entries))
    },
    async shorten(name, first) {
      checkShortened(name)
      const [entry] = await read(name, first - 1, 1)
      if (entry?.sequence !== first || !beginsAnew(entry))
        throw new RangeError(`journal ${name} cannot begin at ${first}`)
      // What is removed is known to be held by an entry that stays: tried twice, it removes the same.
      await database.run({ text: removeBefore, values: [name, first] })
    },
    async names(prefix) {
      const rows = await database.run({
        name: 'names',
        text: `select journal collate "C" as journal from (${named}) as named order by 1`,
        values: [prefix, [...shortened]],
      })
      return rows.map(({ journal }) => String(journal))
    },
    async marks(prefix) {
      const rows = await database.run({ name: 'marks', text: lastOfEach, values: [prefix, [...shortened]] })
      return new Map(
        rows.map(({ journal, sequence, hash }) => [String(journal), { mark: String(hash), length: Number(sequence) }]),
      )
    },
  }
}

interface NewRows {
  readonly name: string
  readonly rows: readonly StoredRow[]
  /** The head that they follow. */
  readonly after: ChainEnd
  /** Whether they may begin a journal that has none yet. */
  readonly begins: boolean
  readonly server: string
}

async function insertRows(
  database: Database,
  { name, rows, after, begins, server }: NewRows,
): Promise<'appended' | 'conflict'> {
  const last = rows.at(-1)
  const notice = noticeOf({ type: 'appended', server, journal: name, sequence: last?.sequence ?? 0 })
  const columns = [
    rows.map(({ sequence }) => sequence),
    rows.map(({ hash }) => hash),
    rows.map(({ body }) => body),
  ] as const
  let isUncertain = false
  const statement = {
    name: 'append',
    text: insert,
    values: [name, ...columns, after.sequence, after.hash, notice, begins],
  }
  const answer = await database.run(statement, (error) => {
    if (isTaken(error)) return []
    isUncertain = true
    return null
  })
  if (answer[0]?.added === rows.length) return 'appended'
  // The connection may have broken between the commit and its answer: then the entries that are there are these.
  return isUncertain && (await isThere(database, name, last)) ? 'appended' : 'conflict'
}

async function isThere(database: Database, name: string, row: StoredRow | undefined): Promise<boolean> {
  const rows = await database.run({
    text: 'select hash from duizhao.entry where journal = $1 and sequence = $2',
    values: [name, row?.sequence ?? 0],
  })
  return rows[0] !== undefined && rows[0].hash === row?.hash
}

interface StoredRow {
  readonly sequence: number
  readonly hash: string
  readonly body: string
}

/** Entries as they are stored. Throws where an entry's hash is not its own, and for a text that is not Unicode. */
function* bodySteps(entries: readonly Entry[], digest: Digest): Generator<void, readonly StoredRow[]> {
  const rows: StoredRow[] = []
  for (const entry of entries) {
    const { whole, hashed } = yield* entryTextSteps(entry)
    if (digest(hashed) !== entry.hash) throw new Error(`entry ${entry.sequence} has a hash that is not its own`)
    rows.push({ sequence: entry.sequence, hash: entry.hash, body: whole })
    yield
  }
  return rows
}
