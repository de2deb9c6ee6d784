import { atOnce } from '../../model/steps.ts'
import type { Digest } from '../../ports/world.ts'
import { chainStart } from '../../review/chain.ts'
import type { InspectedJournal } from '../lowdb/inspect.ts'
import { openDatabase } from './database.ts'
import { readRows } from './rows.ts'

/** Reads every journal of a database, sorted by name. It changes none, and may run beside servers. */
export async function inspectDatabase(url: string, digest: Digest): Promise<readonly InspectedJournal[]> {
  const database = await openDatabase(url)
  try {
    const names = await database.run({
      text: 'select distinct journal from duizhao.entry order by journal',
      values: [],
    })
    const journals: InspectedJournal[] = []
    for (const { journal } of names) {
      const rows = await database.run({
        text: 'select sequence, hash, body from duizhao.entry where journal = $1 order by sequence',
        values: [journal],
      })
      journals.push({ name: String(journal), ...atOnce(readRows(rows, 0, chainStart, digest)), unfinished: 0 })
    }
    return journals
  } finally {
    await database.close()
  }
}
