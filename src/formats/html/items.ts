import { hasText, type Item, type Page } from './page.ts'

export const isTransparent = (item: Item, { elements }: Page) =>
  (item.type === 'open' || item.type === 'close') && elements[item.element]?.isTransparent === true

export const isComment = (item: Item) => item.type === 'alone' && item.name === '!--'

export const isBreak = (item: Item | undefined) => item?.type === 'alone' && item.name === 'br'

/** The tags of elements that change nothing whose other tag is not among the items. */
export function halvesIn(items: readonly Item[], page: Page): ReadonlySet<Item> {
  const halves = new Map<number, Item>()
  for (const item of items) {
    if ((item.type !== 'open' && item.type !== 'close') || !isTransparent(item, page)) continue
    if (!halves.delete(item.element)) halves.set(item.element, item)
  }
  return new Set(halves.values())
}

/**
 * The items without what parts no words: elements that change nothing, and the end of one behind which another begins that
 * is dressed alike.
 */
export function merged(items: readonly Item[], { elements }: Page): readonly Item[] {
  const out: Item[] = []
  const sameAs = new Map<number, number>()
  const canonical = (element: number) => sameAs.get(element) ?? element
  const opened = new Set<number>()
  for (const item of items) {
    if (item.type === 'text' || item.type === 'alone') {
      out.push(item)
      continue
    }
    if (elements[item.element]?.isTransparent) continue
    const before = out.at(-1)
    if (item.type === 'open') {
      opened.add(item.element)
      const dress = elements[item.element]?.dress
      const alike =
        before?.type === 'close' &&
        opened.has(before.element) &&
        dress !== '' &&
        elements[before.element]?.dress === dress
      if (alike) {
        sameAs.set(item.element, before.element)
        out.pop()
      } else out.push(item)
    } else {
      const element = canonical(item.element)
      const isEmpty = before?.type === 'open' && before.element === element
      if (!isEmpty) out.push({ ...item, element })
      else out[out.length - 1] = { ...before, type: 'alone', to: item.to, raw: before.raw + item.raw }
    }
  }
  return out
}

/**
 * The items from the first word to the last, with the pairs that begin or end among them: what only stands before or
 * behind all words, or goes round all of them, need not trouble a translator. `paired`: elements that are whole in it.
 */
export function coreOf(items: readonly Item[]) {
  const isWord = (item: Item) => item.type === 'text' && hasText(item.text)
  const word = items.findIndex(isWord)
  if (word === -1) return null
  const lastWord = items.findLastIndex(isWord)
  let [first, last] = [word, lastWord]
  const opens = new Map<number, number>()
  for (const [at, item] of items.entries()) {
    if (item.type === 'open') opens.set(item.element, at)
    else if (item.type === 'close') {
      const open = opens.get(item.element)
      if (open === undefined) continue
      if (open < word && at > word && at < lastWord) first = Math.min(first, open)
      if (open > word && open < lastWord && at > lastWord) last = Math.max(last, at)
    }
  }
  const paired = new Set<number>()
  for (let at = first; at <= last; at++) {
    const item = items[at]
    if (item?.type === 'close' && (opens.get(item.element) ?? -1) >= first) paired.add(item.element)
  }
  return { first, last, paired }
}
