import { writeSync } from 'node:fs'
import { expectDefined } from '../../model/expect.ts'
import { entriesAfter, sha256 } from '../conformance.ts'
import { openDatabase } from './database.ts'
import { openPostgresJournal } from './journal.ts'

/**
 * A process that appends to the journal `people` of the database in its environment until it is killed, beside others that
 * do the same: small and large entries, one or several at a time. It prints the hash of each entry once it is acknowledged.
 */
const database = await openDatabase(expectDefined(process.env.DUIZHAO_DATABASE_URL, 'the database to write to'))
const journal = openPostgresJournal(database, { digest: sha256, server: String(process.pid), onDamage: () => {} })
const sizes = [10, 100_000, 1, 400_000, 5_000]
let last = (await journal.read('people', 0)).at(-1)
for (let round = 0; ; round += 1) {
  const size = expectDefined(sizes[round % sizes.length], 'a size')
  const texts = Array.from({ length: 1 + (round % 3) }, (_, index) => {
    return `${process.pid} ${round}.${index} `.repeat(Math.ceil(size / 12))
  })
  const entries = entriesAfter(last, texts)
  if ((await journal.append('people', entries)) === 'appended') {
    writeSync(1, entries.map(({ hash }) => `${hash}\n`).join(''))
    last = entries.at(-1)
  } else last = (await journal.read('people', last?.sequence ?? 0)).at(-1) ?? last
}
