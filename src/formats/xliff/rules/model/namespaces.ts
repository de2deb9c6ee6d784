/** Namespaces of the XLIFF core, with the version of the specification each came with; 2.0 and 2.1 share one. */
export const coreNamespaces: Readonly<Record<string, '1.2' | '2.0' | '2.2'>> = {
  'urn:oasis:names:tc:xliff:document:1.2': '1.2',
  'urn:oasis:names:tc:xliff:document:2.0': '2.0',
  'urn:oasis:names:tc:xliff:document:2.2': '2.2',
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
export const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'
/** Attributes that XML Schema allows on every element: `xsi:schemaLocation` and its like. */
export const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * The modules of XLIFF 2.0 to 2.2 by namespace, with the prefix the specification uses for each, in fragment identifiers,
 * too. Change tracking was a module in 2.0 and has been an extension with the same schema since. The ITS module has two
 * namespaces and one fragment prefix.
 */
export const modulePrefixes = {
  'urn:oasis:names:tc:xliff:matches:2.0': 'mtc',
  'urn:oasis:names:tc:xliff:glossary:2.0': 'gls',
  'urn:oasis:names:tc:xliff:fs:2.0': 'fs',
  'urn:oasis:names:tc:xliff:metadata:2.0': 'mda',
  'urn:oasis:names:tc:xliff:resourcedata:2.0': 'res',
  'urn:oasis:names:tc:xliff:changetracking:2.0': 'ctr',
  'urn:oasis:names:tc:xliff:sizerestriction:2.0': 'slr',
  'urn:oasis:names:tc:xliff:validation:2.0': 'val',
  'http://www.w3.org/2005/11/its': 'its',
  'urn:oasis:names:tc:xliff:itsm:2.1': 'itsm',
  'urn:oasis:names:tc:xliff:pgs:1.0': 'pgs',
} as const

export type ModulePrefix = (typeof modulePrefixes)[keyof typeof modulePrefixes]

const prefixes: ReadonlyMap<string, ModulePrefix> = new Map(Object.entries(modulePrefixes))
const namespaces: ReadonlyMap<ModulePrefix, string> = new Map(
  [...prefixes].map(([namespace, prefix]) => [prefix, namespace]),
)

/** The prefix of a module's namespace; undefined for the core and for extensions. */
export function moduleOf(namespace: string): ModulePrefix | undefined {
  return prefixes.get(namespace)
}

export function namespaceOf(prefix: ModulePrefix): string {
  const namespace = namespaces.get(prefix)
  if (namespace === undefined) throw new Error(`no namespace for ${prefix}`)
  return namespace
}

/** What the suite calls a module in the names of rules about its elements. */
export const moduleNames: Readonly<Record<ModulePrefix, string>> = {
  mtc: 'Matches',
  gls: 'Glossary',
  fs: 'FS',
  mda: 'Metadata',
  res: 'ResourceData',
  ctr: 'ChangeTracking',
  slr: 'SizeRestriction',
  val: 'Validation',
  its: 'ITS',
  itsm: 'ITS',
  pgs: 'PGS',
}
