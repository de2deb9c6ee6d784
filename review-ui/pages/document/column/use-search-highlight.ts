import { type RefObject, useEffect } from 'react'

/**
 * Marks what a search found, wherever it shows in either language, without touching the text (CSS Custom Highlight).
 * `turn` changes whenever other rows show.
 */
export function useSearchHighlight(column: RefObject<HTMLElement | null>, query: string, turn: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other text
  useEffect(() => {
    const wanted = query.trim().toLowerCase()
    if (!('highlights' in CSS) || wanted === '') return
    const mark = () => {
      const ranges: Range[] = []
      for (const place of column.current?.querySelectorAll('.source, .target') ?? []) {
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent?.toLowerCase() ?? ''
          for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
            const range = new Range()
            range.setStart(node, at)
            range.setEnd(node, at + wanted.length)
            ranges.push(range)
          }
        }
      }
      CSS.highlights.set('found', new Highlight(...ranges))
    }
    // Rows come and go as the page is scrolled.
    let timer = setTimeout(mark)
    const drawn = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(mark, 50)
    })
    if (column.current) drawn.observe(column.current, { childList: true, subtree: true, characterData: true })
    return () => {
      clearTimeout(timer)
      drawn.disconnect()
      CSS.highlights.delete('found')
    }
  }, [column, query, turn])
}
