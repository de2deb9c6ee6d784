import { catalogueConformance, journalConformance } from '../conformance.ts'
import { siteConformance } from '../site-conformance.ts'
import { createMemoryCatalogue } from './catalogue.ts'
import { createMemoryJournal } from './journal.ts'
import { createMemorySite } from './site.ts'

journalConformance('in-memory journal', async () => createMemoryJournal())
catalogueConformance('in-memory catalogue', async () => createMemoryCatalogue())
siteConformance('in-memory site', async () => createMemorySite())
