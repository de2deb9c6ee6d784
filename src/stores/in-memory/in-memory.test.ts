import { catalogueConformance, journalConformance } from '../conformance.ts'
import { createMemoryCatalogue } from './catalogue.ts'
import { createMemoryJournal } from './journal.ts'

journalConformance('in-memory journal', async () => createMemoryJournal())
catalogueConformance('in-memory catalogue', async () => createMemoryCatalogue())
