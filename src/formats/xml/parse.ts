import { SaxesParser } from 'saxes'
import { type Refusal, refuse } from '../../model/refusal.ts'

/** An attribute as written: `name` with its prefix. Namespace declarations are attributes, too. */
export interface XmlAttribute {
  readonly name: string
  /** '' for an attribute without prefix. */
  readonly namespace: string
  readonly value: string
}

export interface XmlTag {
  /** As written, with its prefix. */
  readonly name: string
  readonly local: string
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
}

/** What is met in a file, in order. `cdata` is told from `text` so that it can be written as it came. */
export interface XmlHandlers {
  open(tag: XmlTag): void
  close(): void
  text(text: string): void
  cdata?(text: string): void
  comment?(text: string): void
  instruction?(target: string, body: string): void
}

/** Elements nested deeper than this are an attack or a mistake. */
const deepest = 200

/**
 * Walks through an XML 1.0 file with namespaces. No entity but the five of XML is known, nothing is fetched.
 * `file-malformed`: not well-formed, at a line and column (from 1). `file-unsafe`: elements nested beyond 200, or a
 * document type declaration; where `doctype` is `outside`, one that only names a file is passed over.
 */
export function parseXml(text: string, doctype: 'refused' | 'outside', handlers: XmlHandlers): Refusal | null {
  const parser = new SaxesParser({ xmlns: true, position: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  let depth = 0
  const stop = (code: 'file-malformed' | 'file-unsafe') => {
    const place = { line: String(parser.line), column: String(Math.max(1, parser.column)) }
    return new Stop(refuse(code, place))
  }
  parser.on('error', () => {
    throw stop('file-malformed')
  })
  parser.on('doctype', (declaration) => {
    if (doctype === 'refused' || declaration.includes('[')) throw stop('file-unsafe')
  })
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    if (++depth > deepest) throw stop('file-unsafe')
    handlers.open({
      name,
      local,
      namespace: uri,
      attributes: Object.values(attributes).map((attribute) => ({
        name: attribute.name,
        namespace: attribute.uri,
        value: attribute.value,
      })),
    })
  })
  parser.on('closetag', () => {
    depth--
    handlers.close()
  })
  parser.on('text', (value) => handlers.text(value))
  parser.on('cdata', (value) => (handlers.cdata ? handlers.cdata(value) : handlers.text(value)))
  if (handlers.comment) parser.on('comment', handlers.comment.bind(handlers))
  parser.on('processinginstruction', ({ target, body }) => handlers.instruction?.(target, body))
  try {
    parser.write(text).close()
    return null
  } catch (error) {
    if (error instanceof Stop) return error.refusal
    throw error
  }
}

/** The parser calls back and cannot be told to stop: it is left by throwing what it has come to. */
class Stop extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
