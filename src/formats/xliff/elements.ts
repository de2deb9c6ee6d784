/** Namespaces of the XLIFF core: 2.0 and 2.1 share one. */
export const coreNamespaces: readonly string[] = [
  'urn:oasis:names:tc:xliff:document:2.0',
  'urn:oasis:names:tc:xliff:document:2.2',
]

const inline = ['cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em'] as const
const behaviour = ['canCopy', 'canDelete', 'canOverlap', 'canReorder'] as const
const alike = ['copyOf', 'type', 'subType', 'dir'] as const
const shown = ['dispStart', 'dispEnd', 'equivStart', 'equivEnd', 'subFlowsStart', 'subFlowsEnd'] as const
const single = ['disp', 'equiv', 'subFlows', 'dataRef'] as const
const marker = ['id', 'translate', 'type', 'ref', 'value'] as const

/**
 * The elements of the core (XLIFF 2.1 §4.2): their own attributes, and the core elements they may contain. Everything
 * else in them is kept unchanged.
 */
export const elements = {
  xliff: { attributes: ['version', 'srcLang', 'trgLang'], holds: ['file'] },
  file: {
    attributes: ['id', 'original', 'canResegment', 'translate', 'srcDir', 'trgDir'],
    holds: ['skeleton', 'notes', 'group', 'unit'],
  },
  skeleton: { attributes: ['href'], holds: [] },
  group: {
    attributes: ['id', 'name', 'type', 'canResegment', 'translate', 'srcDir', 'trgDir'],
    holds: ['notes', 'group', 'unit'],
  },
  unit: {
    attributes: ['id', 'name', 'type', 'canResegment', 'translate', 'srcDir', 'trgDir'],
    holds: ['notes', 'originalData', 'segment', 'ignorable'],
  },
  notes: { attributes: [], holds: ['note'] },
  note: { attributes: ['id', 'appliesTo', 'category', 'priority', 'ref'], holds: [] },
  originalData: { attributes: [], holds: ['data'] },
  data: { attributes: ['id', 'dir'], holds: ['cp'] },
  segment: { attributes: ['id', 'canResegment', 'state', 'subState'], holds: ['source', 'target'] },
  ignorable: { attributes: ['id'], holds: ['source', 'target'] },
  source: { attributes: [], holds: inline },
  target: { attributes: ['order'], holds: inline },
  cp: { attributes: ['hex'], holds: [] },
  ph: { attributes: ['id', ...behaviour, ...alike, ...single], holds: [] },
  pc: { attributes: ['id', ...behaviour, ...alike, ...shown, 'dataRefStart', 'dataRefEnd'], holds: inline },
  sc: { attributes: ['id', 'isolated', ...behaviour, ...alike, ...single], holds: [] },
  ec: { attributes: ['id', 'startRef', 'isolated', ...behaviour, ...alike, ...single], holds: [] },
  mrk: { attributes: marker, holds: inline },
  sm: { attributes: marker, holds: [] },
  em: { attributes: ['startRef'], holds: [] },
} as const satisfies Readonly<Record<string, { attributes: readonly string[]; holds: readonly string[] }>>

export type CoreName = keyof typeof elements
export type AttributeOf<N extends CoreName> = (typeof elements)[N]['attributes'][number]

/** Elements whose content is text: in them a CDATA section means the same as plain characters. */
export const textual: ReadonlySet<string> = new Set(['source', 'target', 'pc', 'mrk', 'data', 'note'])

export function isCoreName(name: string): name is CoreName {
  return Object.hasOwn(elements, name)
}
