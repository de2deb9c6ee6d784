/** A name as it is written in a place of a file, and what it means there. */
export interface XmlName {
  /** As written, with its prefix. */
  readonly name: string
  /** '' for none. */
  readonly prefix: string
  readonly local: string
  /** '' for none; an attribute without prefix has none, whatever the default. */
  readonly namespace: string
  /** Its number among the names of the file. */
  readonly id: number
}

/** The prefixes that are bound in some part of a file. '' is the default namespace. */
export interface Scope {
  readonly id: number
  readonly bindings: ReadonlyMap<string, string>
  /** The names of elements and of attributes met in it, by how they are written. */
  readonly elements: Map<string, XmlName>
  /** Names of elements met lately, by a cheap hash of how they are written: most tags need no string of their own. */
  readonly recent: (XmlName | undefined)[]
  readonly attributes: Map<string, XmlName>
  /** The scopes inside it, by what they declare. */
  readonly inner: Map<string, Scope>
}

/** Every name and scope of a file once, however often it is met. */
export interface Names {
  readonly names: XmlName[]
  readonly scopes: Scope[]
  /** By namespace and written name. */
  readonly known: Map<string, XmlName>
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'

export function emptyNames(): Names {
  const names: Names = { names: [], scopes: [], known: new Map() }
  addScope(
    names,
    new Map([
      ['xml', xmlNamespace],
      ['xmlns', xmlnsNamespace],
    ]),
  )
  return names
}

/** Slots of `Scope.recent`; a power of two. */
const recentNames = 64

function addScope({ scopes }: Names, bindings: ReadonlyMap<string, string>): Scope {
  const scope: Scope = {
    id: scopes.length,
    bindings,
    elements: new Map(),
    recent: new Array(recentNames).fill(undefined),
    attributes: new Map(),
    inner: new Map(),
  }
  scopes.push(scope)
  return scope
}

/** The scope of an element that binds prefixes; null if a binding is not allowed (Namespaces in XML 1.0, §3). */
export function innerScope(
  names: Names,
  outer: Scope,
  declared: readonly (readonly [prefix: string, uri: string])[],
): Scope | null {
  if (!declared.every(([prefix, uri]) => isBindable(prefix, uri))) return null
  const key = JSON.stringify(declared)
  const known = outer.inner.get(key)
  if (known) return known
  const scope = addScope(names, new Map([...outer.bindings, ...declared]))
  outer.inner.set(key, scope)
  return scope
}

function isBindable(prefix: string, uri: string): boolean {
  if (uri === xmlnsNamespace || prefix === 'xmlns') return false
  if (uri === xmlNamespace || prefix === 'xml') return uri === xmlNamespace && prefix === 'xml'
  return prefix === '' || uri !== ''
}

/**
 * What the name of an element means that is written between two offsets of a text; null if its prefix is not bound, or
 * is that of declarations.
 */
export function elementName(names: Names, scope: Scope, text: string, from: number, to: number): XmlName | null {
  const hash = text.charCodeAt(from) + 7 * text.charCodeAt(to - 1) + 31 * (to - from)
  const slot = hash & (recentNames - 1)
  const recent = scope.recent[slot]
  if (recent !== undefined && recent.name.length === to - from && text.startsWith(recent.name, from)) return recent
  const name = nameIn(names, scope, text.slice(from, to))
  if (name !== null) scope.recent[slot] = name
  return name
}

function nameIn(names: Names, scope: Scope, written: string): XmlName | null {
  const known = scope.elements.get(written)
  if (known) return known
  const [prefix, local] = splitName(written)
  const namespace = scope.bindings.get(prefix) ?? (prefix === '' ? '' : undefined)
  if (namespace === undefined || prefix === 'xmlns') return null
  const name = interned(names, { name: written, prefix, local, namespace })
  scope.elements.set(name.name, name)
  return name
}

/** What the name of an attribute means; null if its prefix is not bound. */
export function attributeName(names: Names, scope: Scope, written: string): XmlName | null {
  const known = scope.attributes.get(written)
  if (known) return known
  const [prefix, local] = splitName(written)
  const unprefixed = written === 'xmlns' ? xmlnsNamespace : ''
  const namespace = prefix === '' ? unprefixed : scope.bindings.get(prefix)
  if (namespace === undefined) return null
  const name = interned(names, { name: written, prefix, local, namespace })
  scope.attributes.set(name.name, name)
  return name
}

function splitName(written: string): readonly [prefix: string, local: string] {
  const colon = written.indexOf(':')
  return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)]
}

function interned({ names, known }: Names, parts: Omit<XmlName, 'id'>): XmlName {
  const key = `${parts.namespace}\0${parts.name}`
  const before = known.get(key)
  if (before) return before
  const name = { ...parts, id: names.length }
  names.push(name)
  known.set(key, name)
  return name
}
