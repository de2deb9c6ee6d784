import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringifyChunked } from '@discoveryjs/json-ext'
import type { Request, Response } from 'express'
import type { DocumentNews } from '../contract/views/documents.ts'
import { countLimits } from '../model/count-limits.ts'
import type { Pause } from '../ports/world.ts'
import { charactersAStep } from './json-answer.ts'

/** News that may wait for a reader who does not read. Then they are cut off, and catch up when they come again. */
const mostWaiting = 100

/** Entries in one message: few messages, since a page draws itself anew with each, and yet a reader who is cut off while catching up has those that came. */
const entriesAMessage = 10_000

/** Keeps a connection from being cut as idle; in milliseconds. */
const heartbeat = 25_000

/** Counts what each person listens to. */
export interface Listeners {
  /** Null if the person listens to as much as one may; else what ends the counting. */
  begin(person: string): (() => void) | null
}

export function createListeners(most: number = countLimits.streams): Listeners {
  const counts = new Map<string, number>()
  return {
    begin(person) {
      const count = counts.get(person) ?? 0
      if (count >= most) return null
      counts.set(person, count + 1)
      return () => {
        const left = (counts.get(person) ?? 1) - 1
        if (left === 0) counts.delete(person)
        else counts.set(person, left)
      }
    },
  }
}

/**
 * Passes on what a reader catches up with, by `now`, before what happens meanwhile: that comes by `later`, and waits.
 */
export function afterCatchUp(tell: (news: DocumentNews) => void): {
  readonly later: (news: DocumentNews) => void
  readonly now: (news: DocumentNews) => void
} {
  let waiting: DocumentNews[] | null = []
  return {
    later: (news) => void (waiting === null ? tell(news) : waiting.push(news)),
    now(news) {
      tell(news)
      for (const next of waiting ?? []) tell(next)
      waiting = null
    },
  }
}

/**
 * Sends a document's news as server-sent events (HTML Living Standard §9.2), until the reader goes away. Each message is
 * written when the reader takes it, other requests between two pieces of it.
 */
export function openStream(
  request: Request,
  response: Response,
  listen: (tell: (news: DocumentNews) => void) => () => void,
  { pause, report }: { readonly pause: Pause; readonly report: (fault: unknown) => void },
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
  const queue = createQueue()
  const stop = listen((news) => {
    if (queue.add(news) > mostWaiting) response.destroy()
  })
  const beat = setInterval(() => queue.add('heartbeat'), heartbeat)
  response.on('close', () => {
    clearInterval(beat)
    stop()
    queue.end()
  })
  pipeline(Readable.from(textOf(queue, pause)), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') report(error)
  })
}

type Message = DocumentNews | 'heartbeat'

/** Messages that wait to be sent. */
interface Queue {
  /** Returns how many are waiting now. */
  add(message: Message): number
  /** The next message, once there is one; null after the end. */
  next(): Promise<Message | null>
  end(): void
}

function createQueue(): Queue {
  const waiting: Message[] = []
  let ended = false
  let wake = () => {}
  return {
    add(message) {
      const length = waiting.push(message)
      wake()
      return length
    },
    async next() {
      while (!ended) {
        const message = waiting.shift()
        if (message !== undefined) return message
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return null
    },
    end() {
      ended = true
      wake()
    },
  }
}

async function* textOf(queue: Queue, pause: Pause): AsyncGenerator<string, void> {
  for (let message = await queue.next(); message !== null; message = await queue.next()) {
    if (message === 'heartbeat') yield ': still here\n\n'
    else for (const news of inMessages(message)) yield* eventOf(news, pause)
  }
}

/** A long list of entries as several messages. */
function* inMessages(news: DocumentNews): Generator<DocumentNews, void> {
  if (news.type !== 'entries') return yield news
  for (let from = 0; from < news.entries.length; from += entriesAMessage) {
    yield { type: 'entries', entries: news.entries.slice(from, from + entriesAMessage) }
  }
}

/** JSON has no line breaks, so that the whole message is one line. */
async function* eventOf(news: DocumentNews, pause: Pause): AsyncGenerator<string, void> {
  yield 'data: '
  for (const piece of stringifyChunked(news, { highWaterMark: charactersAStep })) {
    yield piece
    await pause()
  }
  yield '\n\n'
}
