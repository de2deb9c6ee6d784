import { documentPrefix } from '../../model/head.ts'
import type { Coordination } from '../../ports/coordination.ts'

/** The name under which the receivers are in the catalogue. */
export const webhooksName = 'webhooks'
/** The name under which the server of e-mail is. */
export const mailName = 'mail'

/** Which documents have grown since they were looked at for messages, and when there may be something to send. */
export interface OutboxBell {
  /** A document has grown here. */
  grown(document: string): void
  /** There may be something else to do: a setting has changed, or the outbox. */
  ring(): void
  /** The documents that have grown since it was asked last; null if any may have. */
  take(): ReadonlySet<string> | null
  /** Puts back what was taken and not looked at. */
  putBack(documents: ReadonlySet<string> | null): void
  /** Calls `listener`, which must not throw, at each ring. The result stops it. */
  listen(listener: () => void): () => void
}

/** Documents that are noted one by one; of more, any may have grown. */
const mostNoted = 10_000

export function createOutboxBell(coordination: Pick<Coordination, 'listen'>): OutboxBell {
  const listeners = new Set<() => void>()
  /** Nobody has looked at any yet. */
  let documents: Set<string> | null = null

  function ring(): void {
    for (const listener of [...listeners]) listener()
  }

  function note(document: string): void {
    if (documents !== null && documents.add(document).size > mostNoted) documents = null
  }

  coordination.listen((news) => {
    if (news.type === 'appended' && news.journal.startsWith(documentPrefix)) {
      note(news.journal.slice(documentPrefix.length))
      ring()
    }
    if (news.type === 'gap') {
      documents = null
      ring()
    }
    if (news.type === 'stored' && (news.name === webhooksName || news.name === mailName)) ring()
  })

  return {
    grown(document) {
      note(document)
      ring()
    },
    ring,
    take() {
      const taken = documents
      documents = new Set()
      return taken
    },
    putBack(taken) {
      if (taken === null || documents === null) documents = null
      else for (const document of taken) note(document)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
