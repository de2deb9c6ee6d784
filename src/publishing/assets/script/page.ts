import { offerCitation } from './citation.ts'
import { forwardToPart } from './forward.ts'
import { offerParagraphs } from './paragraphs.ts'
import { tellStatus } from './status.ts'
import { showTermEntries } from './term-entries.ts'
import { offerTermSwitch } from './term-switch.ts'

/**
 * What scripts add to the pages, which are complete without them. The script reads only the page's own elements and
 * sends nothing; of the site it reads the status of the document.
 */
forwardToPart()
showTermEntries()
offerCitation()
offerParagraphs()
offerTermSwitch()
void tellStatus()
