import { useEffect } from 'react'

/**
 * Marks what a search found, wherever it shows in either language, without touching the text (CSS Custom Highlight).
 * `turn` changes whenever other rows show.
 */
export function useFound(query: string, turn: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other text
  useEffect(() => {
    const wanted = query.trim().toLowerCase()
    if (!('highlights' in CSS) || wanted === '') return
    const timer = setTimeout(() => {
      const ranges: Range[] = []
      for (const place of document.querySelectorAll('.column .source, .column .target')) {
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
    }, 100)
    return () => {
      clearTimeout(timer)
      CSS.highlights.delete('found')
    }
  }, [query, turn])
}
