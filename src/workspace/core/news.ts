import type { DocumentNews } from '../../contract/views/documents.ts'

/** Receives what happened to a document, directly after it was written. Must not throw. */
export type Listener = (news: DocumentNews) => void

export interface News {
  /** Adds a listener to one document; the result removes it. */
  subscribe(document: string, listener: Listener): () => void
  tell(document: string, news: DocumentNews): void
  /** The documents that have listeners. */
  heard(): readonly string[]
  isHeard(document: string): boolean
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
    isHeard: (document) => listeners.has(document),
  }
}
