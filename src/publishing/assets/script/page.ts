import { offerCitation } from './citation.ts'
import { showTermEntries } from './term-entries.ts'

/**
 * What scripts add to the pages, which are complete without them. The script reads only the page's own elements and
 * sends nothing.
 */
showTermEntries()
offerCitation()
