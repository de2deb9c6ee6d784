import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { RequestHandler } from 'express'
import { isSitePath } from '../ports/site.ts'

/** Texts of a site that are worth compressing, and those of them that readers wait for. */
const texts: ReadonlySet<string> = new Set(['.html', '.css', '.js', '.json', '.xlf', '.tmx'])
const pages: ReadonlySet<string> = new Set(['.html', '.css', '.js'])
const limits = { kept: 32_000_000, one: 16_000_000, best: 2_000_000 }
/** Of brotli: a page of 1,000 sentences takes 131 KB by the quick one, 0.8 s and 115 KB by the best. */
const qualities = { quick: 5, best: 11 }
const brotli = promisify(brotliCompress)

interface Compressed {
  /** Of the file: how long it is and when it was written. */
  readonly version: string
  readonly quality: number
  readonly bytes: Buffer
}

/**
 * Sends the texts of a published site under brotli to whoever understands it, and leaves everything else to what comes
 * after it. The first reader of a page gets it compressed quickly; later ones as well as can be, which is worked out beside
 * the server's work, one page after the other. What is worked out is kept in memory, the latest 32 MB of it, as long as the
 * file stays as it is.
 */
export function compressedSite(folder: string): RequestHandler {
  const kept = new Map<string, Compressed>()
  let size = 0
  let work: Promise<void> = Promise.resolve()

  function keep(path: string, compressed: Compressed): void {
    forget(path)
    kept.set(path, compressed)
    size += compressed.bytes.length
    for (const oldest of kept.keys()) {
      if (size <= limits.kept) break
      forget(oldest)
    }
  }

  function forget(path: string): void {
    size -= kept.get(path)?.bytes.length ?? 0
    kept.delete(path)
  }

  /** Compresses a file, and once more as well as can be; null for none that is compressed here. */
  async function compressedFile(path: string): Promise<Compressed | null> {
    const file = await stat(join(folder, path))
    if (!file.isFile() || file.size > limits.one) return null
    const version = `${file.size.toString(16)}-${Math.floor(file.mtimeMs).toString(16)}`
    const known = kept.get(path)
    if (known?.version === version) return known
    const content = await readFile(join(folder, path))
    const quick = { version, quality: qualities.quick, bytes: await compress(content, qualities.quick) }
    keep(path, quick)
    if (pages.has(extname(path)) && content.length <= limits.best) {
      work = work
        .then(() => compress(content, qualities.best))
        .then((bytes) => {
          if (kept.get(path) === quick) keep(path, { version, quality: qualities.best, bytes })
        })
    }
    return quick
  }

  return (request, response, next) => {
    const path = pathOf(request.path)
    if (path === null || !['GET', 'HEAD'].includes(request.method)) return next()
    response.vary('Accept-Encoding')
    if (request.acceptsEncodings('br', 'identity') !== 'br') return next()
    compressedFile(path).then(
      (file) => {
        if (file === null) return next()
        response.type(extname(path)).set({
          'cache-control': 'public, max-age=0',
          'content-encoding': 'br',
          etag: `W/"${file.version}-br${file.quality}"`,
        })
        response.send(file.bytes)
      },
      // What is not there, or cannot be read, is answered as it always is.
      () => next(),
    )
  }
}

function compress(content: Buffer, quality: number): Promise<Buffer> {
  return brotli(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })
}

/** The path of a text of the site, from its root; null for any other address. */
function pathOf(address: string): string | null {
  const path = `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`
  return isSitePath(path) && texts.has(extname(path)) ? path : null
}
