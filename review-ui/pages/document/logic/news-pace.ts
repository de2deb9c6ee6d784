import type { DocumentNews } from '../../../../src/contract/views/documents.ts'

/** The page is drawn for news at most once in this time, in milliseconds: somebody may confirm sentence after sentence. */
const pace = 100

/** Passes news on without a wait where it comes alone, and gathered where it comes fast: entries in their order. */
export interface NewsPace {
  add(news: DocumentNews): void
  /** Forgets what waits. */
  close(): void
}

export function paceNews(deliver: (news: readonly DocumentNews[]) => void): NewsPace {
  let waiting: DocumentNews[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const pass = () => {
    const news = waiting
    waiting = []
    timer = news.length === 0 ? undefined : setTimeout(pass, pace)
    if (news.length > 0) deliver(together(news))
  }
  return {
    add(news) {
      waiting.push(news)
      if (timer === undefined) pass()
    },
    close() {
      clearTimeout(timer)
      waiting = []
    },
  }
}

/**
 * News as little as it can be: the document is folded and drawn once for all entries, and of news that replaces what was
 * said before only the last counts.
 */
function together(news: readonly DocumentNews[]): readonly DocumentNews[] {
  const entries = news.flatMap((some) => (some.type === 'entries' ? some.entries : []))
  const last = new Map(news.filter(({ type }) => type !== 'entries').map((some) => [some.type, some]))
  return [...(entries.length > 0 ? [{ type: 'entries' as const, entries }] : []), ...last.values()]
}
