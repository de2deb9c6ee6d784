import { expectDefined } from '../../model/expect.ts'
import type { Refusal } from '../../model/refusal.ts'
import { attributeName, type Scope } from './scan/names.ts'
import { attributeWidth, type DoctypePolicy, moveWindow, type Scan, startScan } from './scan/scan.ts'
import { attributeValueOf, linesOf, textOf } from './scan/values.ts'
import { scanWindow } from './scan/window.ts'

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

/** The events of a file, in order. A refusal from `open` ends the reading. */
export interface XmlHandlers {
  open(tag: XmlTag): Refusal | null
  close(): void
  /** Text inside the root, that of CDATA sections among it. */
  text(text: string): void
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
export function walkXml(doctype: DoctypePolicy, handlers: XmlHandlers): XmlWalk {
  const scan: Scan = startScan(doctype, {
    open: ({ name, local, namespace }, scope) =>
      handlers.open({ name, local, namespace, attributes: attributesOf(scan, scope) }),
    close: () => handlers.close(),
    text: (from, to) => handlers.text(textOf(scan.text.slice(from, to))),
    cdata: (from, to) => handlers.text(linesOf(scan.text.slice(from, to))),
  })
  const next = (text: string, final: boolean) => {
    moveWindow(scan, scan.at, text, final)
    return scanWindow(scan)
  }
  return { write: (text) => next(text, false), close: () => next('', true) }
}

/** Reads a whole file; refuses what `walkXml` refuses. */
export function parseXml(text: string, doctype: 'refused' | 'outside', handlers: XmlHandlers): Refusal | null {
  const walk = walkXml(doctype, handlers)
  return walk.write(text) ?? walk.close()
}

const none: readonly XmlAttribute[] = []

/** The attributes of the tag that was scanned last. */
function attributesOf(scan: Scan, scope: Scope): readonly XmlAttribute[] {
  if (scan.attributeCount === 0) return none
  const { text, attributes, names } = scan
  const list: XmlAttribute[] = []
  for (let first = 0; first < scan.attributeCount * attributeWidth; first += attributeWidth) {
    const meaning = attributeName(names, scope, text.slice(attributes[first], attributes[first + 2]))
    const { name, namespace } = expectDefined(meaning, 'the name of an attribute')
    list.push({ name, namespace, value: attributeValueOf(text.slice(attributes[first + 3], attributes[first + 4])) })
  }
  return list
}
