import { catalogueConformance, journalConformance } from '../conformance.ts'
import { coordinationConformance } from '../coordination-conformance.ts'
import { newDatabase, withoutPostgres } from './testing/database.ts'
import { openStores } from './testing/stores.ts'

const skip = await withoutPostgres()
if (skip) console.log(`skipped: ${skip}`)
else {
  const url = await newDatabase()
  const empty = async () => {
    const stores = await openStores(url)
    await stores.database.run({ text: 'truncate duizhao.entry, duizhao.catalogue', values: [] })
    return stores
  }
  journalConformance('postgres journal', async () => (await empty()).journal)
  catalogueConformance('postgres catalogue', async () => (await empty()).catalogue)
  coordinationConformance('postgres coordination', async () => {
    const [first, second] = [await openStores(url), await openStores(url)]
    return { first: await first.join(), second: await second.join() }
  })
}
