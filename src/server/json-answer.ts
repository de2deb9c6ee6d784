import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringifyChunked } from '@discoveryjs/json-ext'
import type { Response } from 'express'
import type { Pause } from '../ports/world.ts'

/** Characters of JSON that are written in one step: one or two milliseconds. */
export const charactersAStep = 65_536

/**
 * Answers with status 200 and a value as JSON. A long answer is written and sent piece by piece, other requests between
 * two pieces, and no faster than its reader takes it; so the value must not change once it was handed over. Resolves
 * when all was sent, or when the reader went away.
 */
export async function sendJson(response: Response, value: unknown, pause: Pause): Promise<void> {
  const pieces = stringifyChunked(value, { highWaterMark: charactersAStep })
  const first = pieces.next()
  const second = pieces.next()
  response.type('json')
  if (second.done === true) {
    response.send(first.value ?? '')
    return
  }
  const all = inTurn([first.value, second.value], pieces, pause)
  await pipeline(Readable.from(all), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

async function* inTurn(begun: readonly unknown[], rest: Iterable<string>, pause: Pause): AsyncGenerator<unknown> {
  yield* begun
  for (const piece of rest) {
    await pause()
    yield piece
  }
}
