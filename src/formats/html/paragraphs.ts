import { isBreak, isComment, isTransparent } from './items.ts'
import { type Item, isBlank, type Page } from './page.ts'

/** Whether an element begins that goes on as the one did that ended before: the two are written as one. */
const isGoingOn = (item: Item, closed: Item | undefined, { elements }: Page) =>
  item.type === 'open' &&
  closed?.type === 'close' &&
  elements[item.element]?.dress !== '' &&
  elements[item.element]?.dress === elements[closed.element]?.dress

/** An indent of two characters or more, as writers of Chinese pages put it in place of a paragraph. */
const indented = /^[\s\u200b]*(?:[\u3000\u2003]|[\u00a0\u2002]{2})/

/** The items parted at breaks that end a paragraph. */
export function paragraphsOf(items: readonly Item[], page: Page): readonly (readonly Item[])[] {
  const paragraphs: (readonly Item[])[] = []
  let from = 0
  for (const [at, item] of items.entries()) {
    if (!isBreak(item)) continue
    let next = at + 1
    let blanks = ''
    let closed: Item | undefined
    for (; next < items.length; next++) {
      const following = items[next]
      if (following === undefined || isBreak(following)) break
      // What does not stand between the words where another text is written: breaks around it would be neighbours.
      const isLeftOut = isTransparent(following, page) || isComment(following) || isGoingOn(following, closed, page)
      const isNothing = isBlank(following) || following.type === 'close' || isLeftOut
      if (!isNothing) break
      if (following.type === 'text') blanks += following.text
      if (following.type === 'close') closed = following
    }
    const following = items[next]
    const text = following?.type === 'text' ? blanks + following.text : blanks
    if (!isBreak(following) && !indented.test(text)) continue
    paragraphs.push(items.slice(from, at))
    from = at + 1
  }
  paragraphs.push(items.slice(from))
  return paragraphs
}
