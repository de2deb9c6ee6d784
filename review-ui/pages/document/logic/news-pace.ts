import type { DocumentNews } from '../../../../src/contract/views/documents.ts'
import { createPace, type Pace } from '../../../interaction/pace.ts'

/** Gathers news that comes fast: somebody may confirm sentence after sentence. Entries stay in their order. */
export function paceNews(
  deliver: (news: readonly DocumentNews[]) => void,
  now?: () => number,
): Omit<Pace<DocumentNews>, 'add'> & { add(news: DocumentNews): void } {
  const pace = createPace<DocumentNews>((news) => deliver(together(news)), now && { now })
  // Of very many entries at once the page is drawn for a portion at a time.
  const parts = (news: DocumentNews) =>
    news.type === 'entries' ? news.entries.map((entry) => ({ ...news, entries: [entry] })) : [news]
  return { ...pace, add: (news) => pace.add(parts(news)) }
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
