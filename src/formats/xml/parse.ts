import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { expectDefined } from '../../model/expect.ts'
import { fileLimits } from '../../model/file-limits.ts'
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

/**
 * The events of a file, in order. `cdata` is separate from `text` so that it can be written back as CDATA. A refusal
 * from `open` ends the reading.
 */
export interface XmlHandlers {
  /** `end` is the offset behind the tag's `>`, in UTF-16 code units from the start of the text. */
  open(tag: XmlTag, end: number): Refusal | null
  close(): void
  text(text: string): void
  cdata?(text: string): void
  comment?(text: string): void
  instruction?(target: string, body: string): void
}

/** The reading of an XML file piece by piece. Each call returns the refusal that ended the reading, or null. */
export interface XmlWalk {
  write(text: string): Refusal | null
  close(): Refusal | null
}

/**
 * Reads an XML 1.0 file with namespaces. Accepts only the five entities of XML and fetches nothing. Refuses
 * `file-malformed` (not well-formed, with line and column from 1), `element-crowded` (an element with more attributes
 * than `fileLimits` allows) and `file-unsafe` (elements nested too deeply, or a document type declaration; with `doctype`
 * `outside`, a declaration that only names a file is skipped).
 */
export function walkXml(doctype: 'refused' | 'outside', handlers: XmlHandlers): XmlWalk {
  const parser = new Parser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  let depth = 0
  let prolog: string | null = ''
  // At most six handlers: with a seventh, V8 turns the parser into a hash table and halves its speed. So attributes are
  // counted when their tag ends.
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    if (prolog !== null && declares(prolog.slice(0, parser.position), doctype)) parser.stop('file-unsafe')
    prolog = null
    if (++depth > fileLimits.xmlDepth) parser.stop('file-unsafe')
    const list = attributesOf(attributes)
    if (list.length > fileLimits.xmlAttributes) parser.stop('element-crowded')
    const refusal = handlers.open({ name, local, namespace: uri, attributes: list }, parser.position)
    if (refusal) throw new Stop(refusal)
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
  return {
    write: (text) => {
      if (prolog !== null) prolog += text
      return refusalOf(() => parser.write(text))
    },
    close: () => refusalOf(() => parser.close()),
  }
}

/** Reads a whole file; refuses what `walkXml` refuses. */
export function parseXml(text: string, doctype: 'refused' | 'outside', handlers: XmlHandlers): Refusal | null {
  const walk = walkXml(doctype, handlers)
  return walk.write(text) ?? walk.close()
}

function refusalOf(read: () => void): Refusal | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof Stop) return error.refusal
    throw error
  }
}

/** Whether the text before the root has a document type declaration that is not accepted. */
function declares(prolog: string, doctype: 'refused' | 'outside'): boolean {
  const [, declaration] = prolog.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '').split('<!DOCTYPE')
  return declaration !== undefined && (doctype === 'refused' || declaration.includes('['))
}

const none: readonly XmlAttribute[] = []

function attributesOf(attributes: Readonly<Record<string, SaxesAttributeNS>>): readonly XmlAttribute[] {
  let list: XmlAttribute[] | undefined
  // The parser's record has no prototype and no numeric names, so every key is an attribute, in order.
  for (const key in attributes) {
    const { name, uri, value } = expectDefined(attributes[key], 'an attribute')
    const attribute = { name, namespace: uri, value }
    if (list) list.push(attribute)
    else list = [attribute]
  }
  return list ?? none
}

/** Stops at the first error, after which the package's own parser would continue. */
class Parser extends SaxesParser<{ xmlns: true; forceXMLVersion: true; defaultXMLVersion: '1.0' }> {
  override fail(): this {
    return this.stop('file-malformed')
  }

  stop(code: 'file-malformed' | 'file-unsafe' | 'element-crowded'): never {
    const place = { line: String(this.line), column: String(Math.max(1, this.column)) }
    const most = { most: String(fileLimits.xmlAttributes) }
    throw new Stop(refuse(code, code === 'element-crowded' ? { ...place, ...most } : place))
  }
}

class Stop extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
