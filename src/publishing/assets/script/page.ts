import { offerCitation } from './citation.ts'
import { showTermEntries } from './term-entries.ts'

/**
 * What the pages gain where scripts run. Everything is in the page without it. It reads the page's own elements and sends
 * nothing.
 */
showTermEntries()
offerCitation()
