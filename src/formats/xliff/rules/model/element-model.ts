import type { ValueType } from './values.ts'

/** One attribute of an element, as its schema has it. */
export interface AttributeModel {
  readonly value: ValueType
  readonly required: boolean
}

/**
 * Which attributes of other namespaces an element takes: any; any but those of XML (markers, XLIFF 2.1 §4.2.3.6); those of
 * format style and size restriction (codes); `pgs:case` (segments of 2.2); none.
 */
export type ForeignAttributes = 'any' | 'any-but-xml' | 'codes' | 'pgs' | 'none'

/**
 * Children that may stand at one place among an element's children. `names` are core names, module elements with their
 * prefix (`mda:metadata`), or `*`: elements of other namespaces.
 */
export interface Particle {
  readonly names: readonly string[]
  readonly least: 0 | 1
  readonly most: 1 | 'many'
}

/** What an element may have, as its schema has it. */
export interface ElementModel {
  readonly attributes: Readonly<Record<string, AttributeModel>>
  readonly foreign: ForeignAttributes
  /** Whether text may stand in it beside white space. */
  readonly text: boolean
  /** Its children, in the order in which they must stand. */
  readonly children: readonly Particle[]
  /** Which module elements its `*` takes, and how many of each; extensions are always taken. Absent: all. */
  readonly modules?: Readonly<Record<string, 1 | 'many'>>
  /** Whether attributes without prefix that it does not tell are let be. */
  readonly loose?: true
}

interface Parts {
  /** Attributes; a name that ends in `!` is required. */
  readonly attributes?: Readonly<Record<string, ValueType>>
  readonly foreign?: ForeignAttributes
  readonly text?: boolean
  /** Children: `name?`, `name*`, `name+` or `name`; alternatives are separated by `|`. */
  readonly children?: readonly string[]
  readonly modules?: ElementModel['modules']
}

/** A model from its short form. */
export function element({ attributes = {}, foreign = 'none', children = [], modules, ...rest }: Parts): ElementModel {
  return {
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name.replace(/!$/, ''),
        { value, required: name.endsWith('!') },
      ]),
    ),
    foreign,
    text: rest.text ?? false,
    children: children.map(particle),
    ...(modules && { modules }),
  }
}

/** An element with text and nothing else. */
export function textElement(attributes: Parts['attributes'], foreign: ForeignAttributes = 'none'): ElementModel {
  return element({ ...(attributes && { attributes }), foreign, text: true })
}

function particle(short: string): Particle {
  const mark = /[?*+]$/.exec(short)?.[0]
  const names = short === '*' ? ['*'] : (mark ? short.slice(0, -1) : short).split('|')
  return {
    names,
    least: mark === '?' || mark === '*' ? 0 : 1,
    most: mark === '*' || mark === '+' ? 'many' : 1,
  }
}
