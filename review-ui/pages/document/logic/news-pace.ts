import type { DocumentNews } from '../../../../src/contract/views/documents.ts'
import { createPace, type Pace } from '../../../interaction/pace.ts'

/** Gathers news that comes fast: somebody may confirm sentence after sentence. Entries stay in their order. */
export function paceNews(deliver: (news: readonly DocumentNews[]) => void, now?: () => number): Pace<DocumentNews> {
  return createPace((news) => deliver(together(news)), now)
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
