import type { DocumentNews } from '../../contract/views.ts'

/** Hears what happens to a document, right after it was written down. Must not throw. */
export type Listener = (news: DocumentNews) => void

export interface News {
  /** Listens to one document; the function it gives ends that. */
  subscribe(document: string, listener: Listener): () => void
  tell(document: string, news: DocumentNews): void
  /** The documents that anybody listens to. */
  heard(): readonly string[]
}

export function createNews(): News {
  const listeners = new Map<string, Set<Listener>>()
  return {
    subscribe(document, listener) {
      const there = listeners.get(document) ?? new Set()
      listeners.set(document, there.add(listener))
      return () => {
        there.delete(listener)
        if (there.size === 0 && listeners.get(document) === there) listeners.delete(document)
      }
    },
    tell(document, news) {
      for (const listener of [...(listeners.get(document) ?? [])]) listener(news)
    },
    heard: () => [...listeners.keys()],
  }
}
