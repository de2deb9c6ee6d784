import { fileLimits } from '../../../model/file-limits.ts'
import { kinds, plainValue } from './characters.ts'
import { attributeName, elementName, innerScope, type Scope } from './names.ts'
import { attributeWidth, Halt, type Scan } from './scan.ts'
import { behindCharacter, behindName, behindPair, behindPlainName, behindReference, behindSpace } from './tokens.ts'
import { attributeValueOf } from './values.ts'

const doubleQuote = 0x22
const ampersand = 0x26
const singleQuote = 0x27
const slash = 0x2f
const colon = 0x3a
const equals = 0x3d
const greaterThan = 0x3e

/** Reads a start tag, or that of an empty element; the scan then stands behind it. */
export function readStartTag(scan: Scan): void {
  const { text, at: start, open, scopes, sink, names } = scan
  if (scan.rootSeen && open.length === 0) throw new Halt(behindName(scan, start + 1))
  const nameEnd = behindName(scan, start + 1)
  let at = nameEnd
  let count = 0
  for (;;) {
    const next = behindSpace(scan, at)
    const code = text.charCodeAt(next)
    if (code === greaterThan || code === slash) {
      at = next
      break
    }
    if (next === at) throw new Halt(at)
    if (count >= fileLimits.xmlAttributes) throw new Halt(at, 'element-crowded')
    at = readAttribute(scan, next, count++)
  }
  const empty = text.charCodeAt(at) === slash
  const tagEnd = behindCharacter(scan, empty ? at + 1 : at, greaterThan)
  const outer = scopes[scopes.length - 1]
  if (outer === undefined) throw new Error('a scan without a scope')
  const scope = scopeOf(scan, outer, count, tagEnd)
  const name = elementName(names, scope, text, start + 1, nameEnd)
  if (name === null) throw new Halt(tagEnd - 1)
  checkAttributes(scan, scope, count, tagEnd)
  if (open.length >= fileLimits.xmlDepth) throw new Halt(tagEnd - 1, 'file-unsafe')
  scan.attributeCount = count
  const refusal = sink.open(name, scope, start, tagEnd)
  if (refusal !== null) throw new Halt(tagEnd - 1, 'file-malformed', refusal)
  scan.rootSeen = true
  scan.at = tagEnd
  if (empty) sink.close(tagEnd, tagEnd)
  else {
    open.push(name)
    scopes.push(scope)
  }
}

/** Reads an end tag, which has to be that of the element opened last. */
export function readEndTag(scan: Scan): void {
  const { text, at: start, open, scopes, sink } = scan
  const nameEnd = behindName(scan, start + 2)
  const end = behindCharacter(scan, behindSpace(scan, nameEnd), greaterThan)
  const name = open.at(-1)?.name
  if (name === undefined || name.length !== nameEnd - start - 2 || !text.startsWith(name, start + 2))
    throw new Halt(end - 1)
  open.pop()
  scopes.pop()
  sink.close(start, end)
  scan.at = end
}

/** Reads an attribute and notes its offsets; returns the offset behind it. */
function readAttribute(scan: Scan, start: number, number: number): number {
  const { text, attributes } = scan
  const partEnd = behindPlainName(scan, start)
  const isPrefixed = text.charCodeAt(partEnd) === colon
  const nameEnd = isPrefixed ? behindPlainName(scan, partEnd + 1) : partEnd
  const quoteAt = behindSpace(scan, behindCharacter(scan, behindSpace(scan, nameEnd), equals))
  const quote = text.charCodeAt(quoteAt)
  if (quote !== doubleQuote && quote !== singleQuote) throw new Halt(quoteAt)
  let at = quoteAt + 1
  for (;;) {
    while (((kinds[text.charCodeAt(at)] ?? 0) & plainValue) !== 0) at++
    const code = text.charCodeAt(at)
    if (code === quote) break
    if (code === ampersand) at = behindReference(scan, at)
    else if (code === doubleQuote || code === singleQuote) at++
    else at = behindPair(scan, at)
  }
  const first = number * attributeWidth
  attributes[first] = start
  attributes[first + 1] = isPrefixed ? partEnd : 0
  attributes[first + 2] = nameEnd
  attributes[first + 3] = quoteAt + 1
  attributes[first + 4] = at
  return at + 1
}

/** The scope inside a tag: that outside, or a new one if an attribute declares a namespace. */
function scopeOf(scan: Scan, outer: Scope, count: number, tagEnd: number): Scope {
  const { text, attributes } = scan
  let declared: [prefix: string, uri: string][] | undefined
  for (let first = 0; first < count * attributeWidth; first += attributeWidth) {
    const start = attributes[first] ?? 0
    const colonAt = attributes[first + 1] ?? 0
    const nameEnd = attributes[first + 2] ?? 0
    if ((colonAt === 0 ? nameEnd : colonAt) - start !== 5 || !text.startsWith('xmlns', start)) continue
    declared ??= []
    const uri = attributeValueOf(text.slice(attributes[first + 3], attributes[first + 4])).trim()
    declared.push([colonAt === 0 ? '' : text.slice(colonAt + 1, nameEnd), uri])
  }
  if (declared === undefined) return outer
  const scope = innerScope(scan.names, outer, declared)
  if (scope === null) throw new Halt(tagEnd - 1)
  return scope
}

/** Halts if a prefix is not bound, or if two attributes have the same name (Namespaces in XML 1.0, §6.3). */
function checkAttributes(scan: Scan, scope: Scope, count: number, tagEnd: number): void {
  const { attributes } = scan
  let prefixed = 0
  for (let first = 1; first < count * attributeWidth; first += attributeWidth) if (attributes[first] !== 0) prefixed++
  if (prefixed === 0 && count <= few) {
    if (!areDifferent(scan, count)) throw new Halt(tagEnd - 1)
  } else checkKeys(scan, scope, count, tagEnd)
}

/** Up to so many names are compared with each other, without strings being made of them. */
const few = 8

function areDifferent({ text, attributes }: Scan, count: number): boolean {
  for (let later = attributeWidth; later < count * attributeWidth; later += attributeWidth) {
    const start = attributes[later] ?? 0
    const length = (attributes[later + 2] ?? 0) - start
    for (let first = 0; first < later; first += attributeWidth) {
      const other = attributes[first] ?? 0
      if ((attributes[first + 2] ?? 0) - other === length && areSame(text, other, start, length)) return false
    }
  }
  return true
}

function areSame(text: string, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (text.charCodeAt(one + at) !== text.charCodeAt(other + at)) return false
  return true
}

function checkKeys(scan: Scan, scope: Scope, count: number, tagEnd: number): void {
  const { text, attributes } = scan
  const keys = new Set<string>()
  for (let first = 0; first < count * attributeWidth; first += attributeWidth) {
    const written = text.slice(attributes[first], attributes[first + 2])
    const name = attributeName(scan.names, scope, written)
    if (name === null) throw new Halt(tagEnd - 1)
    keys.add(name.prefix === '' ? written : `${name.namespace}\0${name.local}`)
  }
  if (keys.size < count) throw new Halt(tagEnd - 1)
}
