import { refuse } from '../../model/refusal.ts'
import type { Format, Imported } from '../../ports/format.ts'
import { htmlFormat } from '../html/html.ts'
import { pageOfArchive } from './mime.ts'

/** Pages of the web that a browser or Word saved in one file with their pictures (RFC 2557). They are read, not written back. */
export const mhtmlFormat = {
  name: 'mhtml',
  endings: ['.mhtml', '.mht'],
  mediaType: 'multipart/related',
  recognises: looksLikeArchive,
  read: async (bytes, options) => {
    if (bytes.length === 0) return refuse('file-empty')
    const page = pageOfArchive(bytes)
    return page === null ? refuse('file-undecodable') : htmlFormat.read(page, options)
  },
} as const satisfies Format<Imported>

/** Whether a file begins with the headers of such a message. */
function looksLikeArchive(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4000))
  const [headers = ''] = head.split(/\r?\n\r?\n/, 1)
  return (
    /^[!-9;-~]+:/.test(headers) &&
    /^mime-version:/im.test(headers) &&
    /^content-type:\s*multipart\/related\b/im.test(headers)
  )
}
