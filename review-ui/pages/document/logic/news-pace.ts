import type { DocumentNews } from '../../../../src/contract/views.ts'

/** The page is drawn for news at most once in this time, in milliseconds: somebody may confirm sentence after sentence. */
const pace = 100

/** Passes news on without a wait where it comes alone, and gathered where it comes fast; always in its order. */
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
    if (news.length > 0) deliver(news)
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
