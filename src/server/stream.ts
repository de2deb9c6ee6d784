import type { Request, Response } from 'express'
import type { DocumentNews } from '../contract/views.ts'
import type { News } from '../workspace/core/news.ts'

/** Bytes that may wait for a reader who does not read. Then they are cut off, and catch up when they come again. */
const mostWaiting = 4 * 2 ** 20

/** Keeps a connection from being cut as idle; in milliseconds. */
const heartbeat = 25_000

/** Who has which document open, and on which segment they are. In memory only: it is true as long as someone listens. */
export interface Presence {
  join(document: string, key: object, person: { readonly id: string; readonly name: string }): () => void
  move(document: string, person: string, segment: string | null): void
}

export function createPresence(news: News): Presence {
  const rooms = new Map<string, Map<object, { id: string; name: string; segment: string | null }>>()

  function tell(document: string): void {
    const people = new Map([...(rooms.get(document)?.values() ?? [])].map((reader) => [reader.id, reader]))
    news.tell(document, {
      type: 'present',
      people: [...people.values()].map(({ name, segment }) => ({ name, segment })),
    })
  }

  return {
    join(document, key, { id, name }) {
      const room = rooms.get(document) ?? new Map()
      rooms.set(document, room.set(key, { id, name, segment: null }))
      tell(document)
      return () => {
        room.delete(key)
        if (room.size === 0) rooms.delete(document)
        else tell(document)
      }
    },
    move(document, person, segment) {
      for (const reader of rooms.get(document)?.values() ?? []) if (reader.id === person) reader.segment = segment
      tell(document)
    },
  }
}

/** Sends a document's news as server-sent events (HTML Living Standard §9.2), until the reader goes away. */
export function openStream(
  request: Request,
  response: Response,
  listen: (tell: (news: DocumentNews) => void) => () => void,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  response.flushHeaders()
  function write(text: string): void {
    response.write(text)
    if (response.writableLength > mostWaiting) response.destroy()
  }
  const stop = listen((news) => write(`data: ${JSON.stringify(news)}\n\n`))
  const beat = setInterval(() => write(': still here\n\n'), heartbeat)
  response.on('close', () => {
    clearInterval(beat)
    stop()
  })
}
