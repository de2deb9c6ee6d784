import { fileLimits } from '../../model/file-limits.ts'
import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { shortened } from '../glossary/row.ts'
import { contentOf } from './content.ts'
import { decodePage, type PageText } from './decode-page.ts'
import { wordsOf } from './inline-text.ts'
import { type Page, readPage } from './page.ts'
import type { PageBlock } from './page-block.ts'
import { around, blocksOfRun } from './run-text.ts'

/** A page that was read: what is translated, in order, and each place where it stands. */
export interface WebPage {
  readonly type: 'web-page'
  readonly file: PageText
  readonly page: Page
  readonly texts: readonly PlacedText[]
  readonly notices: readonly ImportNotice[]
}

/** A text, and the places that get its translation: the words of the tab are mostly those of the title. */
export interface PlacedText {
  readonly block: PageBlock
  readonly places: readonly PageBlock[]
}

/** How many passages that were left out are shown. */
const mostShown = 3

/** Reads a page of the web, or a piece of one. Refuses what `decodePage` and `readPage` refuse, and a text too long. */
export async function readWebPage(bytes: Uint8Array): Promise<WebPage | Refusal> {
  const file = decodePage(bytes)
  if (isRefusal(file)) return file
  const page = readPage(file.text)
  if (isRefusal(page)) return page
  const all = page.runs.flatMap((run) => blocksOfRun(page, run))
  const length = all.reduce((sum, { text }) => sum + plain(text).length, 0)
  if (length > fileLimits.characters) return refuse('text-too-large', { most: String(fileLimits.characters) })
  const isTab = ({ element }: PageBlock) => page.elements[element]?.name === 'title'
  const tab = all.find(isTab)
  const { chosen, left } = await contentOf(
    page,
    all.filter((block) => !isTab(block)),
  )
  return {
    type: 'web-page',
    file,
    page,
    texts: withTab(chosen, tab),
    notices: [...file.notices, ...noticesOf(page, left)],
  }
}

/** The words of the tab are those of a heading, and written with them; or a text of their own, before all others. */
function withTab(chosen: readonly PageBlock[], tab: PageBlock | undefined): readonly PlacedText[] {
  const texts = chosen.map((block) => ({ block, places: [block] }))
  if (tab === undefined || !/\p{Script=Han}/u.test(plain(tab.text))) return texts
  const words = wordsOf(tab.text)
  const same = texts.findIndex(({ block }) => wordsOf(block.text) === words && block.marks.size === 0)
  if (same === -1) return [{ block: tab, places: [tab] }, ...texts]
  return texts.map((text, at) => (at === same ? { ...text, places: [...text.places, tab] } : text))
}

function noticesOf({ elements }: Page, left: readonly PageBlock[]): readonly ImportNotice[] {
  const shown = left.filter(({ text }) => plain(text).trim() !== '')
  if (shown.length === 0) return []
  const first = shown.filter(({ element }) => [...around(elements, element)].every(({ isHidden }) => !isHidden))
  const examples = shortened(first.slice(0, mostShown).map(({ text }) => plain(text)))
  return [notice('page-parts-left', { count: String(shown.length), examples })]
}
