import { hasBlock } from './part-of.ts'

/**
 * Leads a link to a sentence on to the page it stands on: from the first page of a text in parts to the part, from a part
 * that does not have it (any more) to the first page. On a page that has the sentence nothing happens, and a link to a
 * block goes to its first sentence: in pages of earlier versions blocks had ids.
 */
export function forwardToPart(): void {
  const forward = () => {
    // Anchors need no escape; what is no anchor, `#%` among it, leads nowhere.
    const anchor = location.hash.slice(1)
    if (anchor === '' || document.getElementById(anchor)) return
    const inBlock = document.querySelector(`.r [id^="${CSS.escape(anchor)}-"]`)
    if (inBlock) {
      inBlock.scrollIntoView()
      return
    }
    const link = linkTo(anchor)
    if (link) location.replace(`${link.href}#${anchor}`)
  }
  addEventListener('hashchange', forward)
  forward()
}

function linkTo(anchor: string): HTMLAnchorElement | undefined {
  const parts = [...document.querySelectorAll<HTMLAnchorElement>('[data-blocks]')]
  const blocks = [anchor, anchor.replace(/-[^-]*$/, '')]
  const part = parts.find(({ dataset: { blocks: ranges = '' } }) => blocks.some((block) => hasBlock(ranges, block)))
  if (part || parts.length > 0) return part
  return firstTry(anchor)
    ? (document.querySelector<HTMLAnchorElement>('#moved, .turn a:not([rel])') ?? undefined)
    : undefined
}

/**
 * Whether this window was not led away from a part for this anchor before: pages that were kept at different times could
 * otherwise lead to one another for ever.
 */
function firstTry(anchor: string): boolean {
  const mark = `duizhao ${anchor}`
  const first = window.name !== mark
  window.name = mark
  return first
}
