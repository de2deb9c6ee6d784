import { type SaxesAttributeNS, SaxesParser } from 'saxes'
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
  const parser = new Parser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  let depth = 0
  let inProlog = true
  // No more than six handlers: with a seventh, V8 turns the parser into a hash table and halves its speed.
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    if (inProlog && declares(text.slice(0, parser.position), doctype)) parser.stop('file-unsafe')
    inProlog = false
    if (++depth > deepest) parser.stop('file-unsafe')
    handlers.open({ name, local, namespace: uri, attributes: attributesOf(attributes) })
  })
  parser.on('closetag', () => {
    depth--
    handlers.close()
  })
  parser.on('text', (value) => handlers.text(value))
  parser.on('cdata', (value) => (handlers.cdata ? handlers.cdata(value) : handlers.text(value)))
  if (handlers.comment) parser.on('comment', handlers.comment.bind(handlers))
  if (handlers.instruction) {
    parser.on('processinginstruction', ({ target, body }) => handlers.instruction?.(target, body))
  }
  try {
    parser.write(text).close()
    return null
  } catch (error) {
    if (error instanceof Stop) return error.refusal
    throw error
  }
}

/** Whether what stands before the root holds a document type declaration that is not accepted. */
function declares(prolog: string, doctype: 'refused' | 'outside'): boolean {
  const [, declaration] = prolog.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '').split('<!DOCTYPE')
  return declaration !== undefined && (doctype === 'refused' || declaration.includes('['))
}

const none: readonly XmlAttribute[] = []

function attributesOf(attributes: Readonly<Record<string, SaxesAttributeNS>>): readonly XmlAttribute[] {
  let list: XmlAttribute[] | undefined
  // The parser's record has no prototype, and no name that is a number: every key is an attribute, in order.
  for (const key in attributes) {
    const { name, uri, value } = attributes[key] as SaxesAttributeNS
    const attribute = { name, namespace: uri, value }
    if (list) list.push(attribute)
    else list = [attribute]
  }
  return list ?? none
}

/** Leaves off at the first thing that is wrong: the parser itself would go on. */
class Parser extends SaxesParser<{ xmlns: true; forceXMLVersion: true; defaultXMLVersion: '1.0' }> {
  override fail(): this {
    return this.stop('file-malformed')
  }

  stop(code: 'file-malformed' | 'file-unsafe'): never {
    throw new Stop(refuse(code, { line: String(this.line), column: String(Math.max(1, this.column)) }))
  }
}

class Stop extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
