/** What stands among the words of a sentence for the eye alone: numbers, values, codes, what is offered while typing. */
const besideWords = '.key, .value, .code-chip, .ghost, .ghost-key'

/** The pieces of text of a sentence as it is shown, and the offset of each in its plain text. */
export function* shownText(
  place: Element,
): Generator<{ readonly node: Node; readonly from: number; readonly text: string }> {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  let from = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(besideWords)) continue
    const text = node.textContent ?? ''
    yield { node, from, text }
    from += text.length
  }
}
