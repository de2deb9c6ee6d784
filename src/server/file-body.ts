import type { RequestHandler } from 'express'
import { fileLimits } from '../model/file-limits.ts'

const type = 'application/octet-stream'

/** Of the files of all requests together: twenty of the largest. */
const mostHeldBytes = 20 * fileLimits.bytes

/** The type of the failure where too many files come at once. */
export const tooManyFiles = 'files.too.many'

/**
 * Receives the file of a request as `request.body`, a `Uint8Array`, each piece copied as it comes into memory that
 * threads share: to join and to copy twenty megabytes at once would hold the server for a tenth of a second. Fails with
 * status 413 beyond `most` bytes, 415 for a body that is compressed, 400 for one that breaks off, and 503 where the files
 * of all requests that are not answered yet would be more than `mostHeld` bytes.
 */
export function fileBody(most: number, mostHeld = mostHeldBytes): RequestHandler {
  let held = 0
  return (request, response, next) => {
    if (!request.is(type)) return next()
    let failure: BodyFailure | undefined
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      failure = failed(415, 'encoding.unsupported')
    const declared = Number(request.headers['content-length'] ?? most)
    if (declared > most) failure ??= failed(413, 'entity.too.large')
    // Memory that nothing was written to is not taken.
    const bytes = new Uint8Array(new SharedArrayBuffer(failure ? 0 : declared))
    let length = 0
    response.once('close', () => {
      held -= length
      length = 0
    })
    let over = false
    const end = (error?: BodyFailure) => {
      if (over) return
      over = true
      if (error) return next(error)
      request.body = bytes.subarray(0, length)
      next()
    }
    request.on('data', (piece: Buffer) => {
      if (length + piece.length > bytes.length) failure ??= failed(413, 'entity.too.large')
      if (held + piece.length > mostHeld) failure ??= failed(503, tooManyFiles)
      if (failure || over) return
      bytes.set(piece, length)
      length += piece.length
      held += piece.length
    })
    // What is refused is read to its end, or the answer would not reach a browser that is still sending.
    request.on('end', () => end(failure))
    request.on('error', () => end(failed(400, 'request.aborted')))
    request.on('close', () => end(failed(400, 'request.aborted')))
  }
}

/** As express's own readers of bodies fail. */
interface BodyFailure extends Error {
  readonly status: number
  readonly type: string
}

function failed(status: number, type: string): BodyFailure {
  return Object.assign(new Error(type), { status, type })
}
