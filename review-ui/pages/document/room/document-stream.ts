import type { DocumentNews } from '../../../../src/contract/views/documents.ts'
import { addressOf } from '../../../api.ts'
import { paceNews } from '../logic/news-pace.ts'

export interface DocumentStream {
  /** Passes on at once all news that has come: an answer of the server follows on it. */
  passAll(): void
  close(): void
}

/**
 * Listens to the news of a document, and again after every break, with pauses that grow up to a quarter of a minute. News
 * that comes fast is passed on gathered.
 */
export function listenToDocument(
  document: string,
  {
    after,
    onOpen,
    onNews,
    onBreak,
  }: {
    /** The last entry that the page has. */
    after: () => number
    onOpen: () => void
    onNews: (news: DocumentNews) => void
    onBreak: () => void
  },
): DocumentStream {
  let stream: EventSource | null = null
  let pause = 1000
  let again: ReturnType<typeof setTimeout> | undefined
  const pace = paceNews((some) => some.forEach(onNews))
  const listen = () => {
    stream = new EventSource(addressOf('documentStream', { document }, { after: after() }))
    stream.onopen = () => {
      pause = 1000
      onOpen()
    }
    // biome-ignore lint/plugin/no-cast: by the contract, every message of this stream is the JSON of its news
    stream.onmessage = (message: MessageEvent<string>) => pace.add(JSON.parse(message.data) as DocumentNews)
    stream.onerror = () => {
      stream?.close()
      onBreak()
      again = setTimeout(listen, pause)
      pause = Math.min(pause * 2, 15_000)
    }
  }
  listen()
  return {
    passAll: pace.passAll,
    close() {
      clearTimeout(again)
      pace.close()
      stream?.close()
    },
  }
}
