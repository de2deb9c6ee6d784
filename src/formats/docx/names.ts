/** The prefixes in force at an element, each with the usual prefix of its namespace. */
export interface Prefixes {
  readonly usual: Readonly<Record<string, string>>
  /** Names already looked up. */
  readonly known: Map<string, string>
}

/**
 * The namespaces that are read, with the prefix that everybody writes for them. Each of the first three stands for two:
 * ECMA-376 transitional, and ISO/IEC 29500 strict.
 */
const usualPrefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

const noPrefixes: Prefixes = { usual: { xml: 'xml' }, known: new Map() }
const declaration = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The prefixes at an element with this tag, inside an element with those of `outer`. */
export function prefixesIn(tag: string, outer: Prefixes = noPrefixes): Prefixes {
  if (!tag.includes('xmlns')) return outer
  const usual: Record<string, string> = { ...outer.usual }
  for (const [, prefix = '', double, single] of tag.matchAll(declaration)) {
    const namespace = double ?? single ?? ''
    // An unknown namespace gets a prefix that no name below has.
    usual[prefix] = usualPrefixes[namespace] ?? '?'
  }
  return { usual, known: new Map() }
}

/** A name as written, with the usual prefix of its namespace. */
export function nameIn({ usual, known }: Prefixes, name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  const colon = name.indexOf(':')
  const prefix = usual[colon === -1 ? '' : name.slice(0, colon)] ?? '?'
  const found = `${prefix}:${name.slice(colon + 1)}`
  known.set(name, found)
  return found
}

/** The prefix by which a file writes the namespace of an element: `w:` of `<w:p>`, nothing of `<p>`. */
export function writtenPrefix(tag: string): string {
  return /^<([^\s/>:]+:)/.exec(tag)?.[1] ?? ''
}
