import { catalogueConformance, journalConformance } from '../conformance.ts'
import { coordinationConformance } from '../coordination-conformance.ts'
import { originalsConformance } from '../originals-conformance.ts'
import { siteConformance } from '../site-conformance.ts'
import { snapshotsConformance } from '../snapshots-conformance.ts'
import { createMemoryCatalogue } from './catalogue.ts'
import { createHub } from './coordination.ts'
import { createMemoryJournal } from './journal.ts'
import { createMemoryOriginals } from './originals.ts'
import { createMemorySite } from './site.ts'
import { createMemorySnapshots } from './snapshots.ts'

journalConformance('in-memory journal', async () => createMemoryJournal())
catalogueConformance('in-memory catalogue', async () => createMemoryCatalogue())
originalsConformance('in-memory originals', async () => createMemoryOriginals())
siteConformance('in-memory site', async () => createMemorySite())
coordinationConformance('in-memory coordination', async () => {
  const hub = createHub()
  return { first: hub.join(), second: hub.join() }
})
snapshotsConformance('in-memory snapshots', async () => createMemorySnapshots())
