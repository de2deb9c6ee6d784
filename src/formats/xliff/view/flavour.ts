import type { XmlAttribute } from '../../xml/parse.ts'
import type { XmlName } from '../../xml/scan/names.ts'

/** The tools whose files have marks of their own. */
export type Dialect = 'plain' | 'sdlxliff' | 'mqxliff' | 'mxliff' | 'okapi' | 'txlf'

/** What kind of XLIFF a file is, by its root. */
export interface Flavour {
  /** 1 for XLIFF 1.0, 1.1 and 1.2, whose segments are marks in a `trans-unit`; 2 for 2.0, 2.1 and 2.2. */
  readonly generation: 1 | 2
  /** As the root states it, '' where it does not. */
  readonly version: string
  readonly dialect: Dialect
  /** That of the root: the elements of XLIFF are those in it. */
  readonly namespace: string
}

const namespaces = /^urn:oasis:names:tc:xliff:document:([12])\.\d$/

const dialects: ReadonlyMap<string, Dialect> = new Map([
  ['http://sdl.com/FileTypes/SdlXliff/1.0', 'sdlxliff'],
  ['MQXliff', 'mqxliff'],
  ['http://www.memsource.com/mxlf/2.0', 'mxliff'],
  ['okapi-framework:xliff-extensions', 'okapi'],
  ['http://www.gs4tr.org/schema/xliff-ext', 'txlf'],
])

/** The flavour that a root shows; null if it is no XLIFF. Files of XLIFF 1 may have no namespace. */
export function flavourOf(root: XmlName, attributes: readonly XmlAttribute[]): Flavour | null {
  if (root.local !== 'xliff') return null
  const version = attributes.find(({ name }) => name === 'version')?.value ?? ''
  const [, generation] = namespaces.exec(root.namespace) ?? []
  if (generation === undefined && root.namespace !== '') return null
  const declared = attributes.map(({ name, value }) => (name.startsWith('xmlns:') ? dialects.get(value) : undefined))
  return {
    generation: (generation ?? version.charAt(0)) === '2' ? 2 : 1,
    version,
    dialect: declared.find((dialect) => dialect !== undefined) ?? 'plain',
    namespace: root.namespace,
  }
}
