import type { PlacedElement } from '../../xml/tree.ts'
import type { Report } from './breach.ts'
import { isToken } from './model/values.ts'

/** What a fragment identifier selects: a file, a group, a unit, and one thing in them. */
export interface Fragment {
  readonly file: string | undefined
  readonly group: string | undefined
  readonly unit: string | undefined
  /** `prefix` is '' for a segment, an ignorable or an inline element of a source. */
  readonly leaf: { readonly prefix: string; readonly id: string } | undefined
  /** Whether it begins with `/` and so does not start from where it stands. */
  readonly absolute: boolean
}

/** How a fragment identifier breaks its grammar and constraints (XLIFF 2.1 §3). */
export const fragmentFaults = [
  'InvalidFragIdSyntax',
  'InvalidFragIdPrefixNotNmtoken',
  'InvalidFragIdPrefixTooShort',
  'InvalidFragIdUnknownPrefix',
  'InvalidFragIdDuplicatedPrefix',
  'InvalidFragIdBadOrder',
  'InvalidFragIdNoSingleLeaf',
  'InvalidFragIdMissplacedLeaf',
] as const
export type FragmentFault = (typeof fragmentFaults)[number]

/** Prefixes of the structure, in the order in which they must come. */
const structure = ['f', 'g', 'u']
const leaves = ['n', 'd', 't']
/** Prefixes that are registered for modules and extensions. */
const registered = new Set(['mtc', 'gls', 'fs', 'mda', 'res', 'ctr', 'slr', 'val', 'its', 'pgs', 'tbx'])

/**
 * Reads a reference that begins with `#`. References to other files are not read: an address before `#` may be any XML
 * file's.
 */
function parseFragment(reference: string): Fragment | readonly FragmentFault[] {
  const path = reference.slice(1)
  const absolute = path.startsWith('/')
  const selectors = (absolute ? path.slice(1) : path).split('/').map(selectorOf)
  const faults = new Set<FragmentFault>()
  for (const [index, selector] of selectors.entries()) {
    const fault = selectorFault(selector, index === selectors.length - 1)
    if (fault) faults.add(fault)
  }
  if (faults.size === 0) for (const fault of pathFaults(selectors)) faults.add(fault)
  if (faults.size > 0) return [...faults]
  const idAfter = (wanted: string) => selectors.find(({ prefix }) => prefix === wanted)?.id
  const last = selectors.at(-1)
  return {
    file: idAfter('f'),
    group: idAfter('g'),
    unit: idAfter('u'),
    leaf: last && !structure.includes(last.prefix) ? { prefix: last.prefix, id: last.id } : undefined,
    absolute,
  }
}

interface Selector {
  readonly prefix: string
  readonly id: string
  readonly written: string
}

function selectorOf(written: string): Selector {
  const at = written.indexOf('=')
  return at === -1
    ? { prefix: '', id: written, written }
    : { prefix: written.slice(0, at), id: written.slice(at + 1), written }
}

function selectorFault({ prefix, id, written }: Selector, last: boolean): FragmentFault | undefined {
  if (!written.includes('=')) {
    // A prefix of the core alone, followed by more, lacks its `=`.
    const bare = !last && [...structure, ...leaves].includes(id)
    return isToken(id) && !bare ? undefined : 'InvalidFragIdSyntax'
  }
  if (prefix === '' || !isToken(id)) return 'InvalidFragIdSyntax'
  if (!isToken(prefix)) return 'InvalidFragIdPrefixNotNmtoken'
  if (structure.includes(prefix) || leaves.includes(prefix)) return undefined
  if (prefix.length === 1) return 'InvalidFragIdPrefixTooShort'
  return registered.has(prefix) ? undefined : 'InvalidFragIdUnknownPrefix'
}

function pathFaults(selectors: readonly Selector[]): readonly FragmentFault[] {
  const faults: FragmentFault[] = []
  const prefixes = selectors.map(({ prefix }) => prefix)
  const written = prefixes.filter((prefix) => prefix !== '')
  if (new Set(written).size < written.length) faults.push('InvalidFragIdDuplicatedPrefix')
  const ranks = prefixes.filter((prefix) => structure.includes(prefix)).map((prefix) => structure.indexOf(prefix))
  if (ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0))) faults.push('InvalidFragIdBadOrder')
  const leafPlaces = prefixes.flatMap((prefix, at) => (structure.includes(prefix) ? [] : [at]))
  if (leafPlaces.length > 1) faults.push('InvalidFragIdNoSingleLeaf')
  else if (leafPlaces.length === 1 && leafPlaces[0] !== prefixes.length - 1) faults.push('InvalidFragIdMissplacedLeaf')
  return faults
}

/** Reads the fragment identifier that an attribute holds, and reports how it is wrong; null then. */
export function checkFragment(
  { element, attribute, value }: { element: PlacedElement; attribute: string; value: string },
  report: Report,
): Fragment | null {
  const fragment = parseFragment(value)
  if ('absolute' in fragment) return fragment
  for (const rule of fragment) report({ rule, wording: rule, params: { attribute, value }, element, attribute })
  return null
}

/** Whether a fragment selects something in a given unit, from within it. */
export function isInUnit(
  { file, group, unit, absolute }: Fragment,
  within: { readonly file: string | undefined; readonly unit: string | undefined },
): boolean {
  if (file !== undefined && file !== within.file) return false
  if (unit !== undefined) return unit === within.unit
  return file === undefined && group === undefined && !absolute
}
