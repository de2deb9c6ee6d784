/** An entity of a message (RFC 2045): its headers by their names in small letters, and its body, a character a byte. */
interface Entity {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Multiparts in one another; programmes nest two, and put the page before its pictures. */
const deepest = 3
const mostParts = 10_000
const mostInner = 20
const longestHead = 65_536

/**
 * The page of a web archive (RFC 2557): the entity of HTML that the message names as its start, else the first. In UTF-8
 * with a byte order mark where its header names its encoding, else as its bytes are. Null where there is none.
 */
export function pageOfArchive(bytes: Uint8Array): Uint8Array | null {
  const message = entityOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  const pages = pagesIn(message, deepest)
  const start = parameterOf(message, 'start')
  const page = pages.find(({ headers }) => start !== undefined && headers.get('content-id') === start) ?? pages[0]
  return page === undefined ? null : inUtf8(contentOf(page), parameterOf(page, 'charset'))
}

function entityOf(text: string): Entity {
  const blank = /^\r?\n|\r?\n\r?\n/.exec(text.slice(0, longestHead))
  if (blank === null) return { headers: new Map(), body: '' }
  const lines = text.slice(0, blank.index).replace(/\r?\n[ \t]+/g, ' ')
  const headers = lines.split(/\r?\n/).map((line): readonly [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, Math.max(0, colon)).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { headers: new Map(headers), body: text.slice(blank.index + blank[0].length) }
}

function parameterOf({ headers }: Entity, name: string): string | undefined {
  const [, quoted, bare] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(headers.get('content-type') ?? '') ?? []
  return quoted ?? bare
}

function pagesIn(entity: Entity, depth: number): readonly Entity[] {
  const type = entity.headers.get('content-type') ?? ''
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return [entity]
  const boundary = parameterOf(entity, 'boundary')
  if (!/^multipart\//i.test(type) || boundary === undefined || depth === 0) return []
  return partsOf(entity.body, boundary, depth === deepest ? mostParts : mostInner).flatMap((part) =>
    pagesIn(entityOf(part), depth - 1),
  )
}

/** The texts between the delimiters (RFC 2046, 5.1.1); one that was cut off has what is left. */
function partsOf(body: string, boundary: string, most: number): readonly string[] {
  const escaped = boundary.replace(/[^\w]/g, '\\$&')
  return body
    .split(new RegExp(`(?:^|\\r?\\n)--${escaped}(?:--)?[ \\t]*(?=\\r?\\n|$)`), most)
    .slice(1)
    .map((part) => part.replace(/^\r?\n/, ''))
}

/** RFC 2045, 6: quoted-printable, base64, or the bytes as they are. */
function contentOf({ headers, body }: Entity): Uint8Array {
  const coding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (coding === 'base64') return Buffer.from(body, 'base64')
  if (coding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const joined = body.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) => {
    return String.fromCharCode(Number.parseInt(digits, 16))
  })
  return Buffer.from(joined, 'latin1')
}

function inUtf8(content: Uint8Array, charset: string | undefined): Uint8Array {
  if (charset === undefined) return content
  try {
    return Buffer.from(`\ufeff${new TextDecoder(charset, { fatal: true }).decode(content)}`)
  } catch {
    return content
  }
}
