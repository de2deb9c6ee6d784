import type { PlacedElement } from '../../xml/tree.ts'
import type { Report } from './breach.ts'
import type { Version } from './structure.ts'

/** What the rules of a part of a file must know of what is around it. */
export interface Context {
  readonly version: Version
  /** The version that the file says it has. */
  readonly declared: string
  /** The namespace of its core elements. */
  readonly core: string
  readonly root: PlacedElement
  readonly srcLang: string | undefined
  readonly trgLang: string | undefined
  readonly report: Report
  /** Units that were checked when they ended. */
  readonly checked: WeakSet<PlacedElement>
  /** Breaches that are told once, though many elements suffer from them. */
  readonly reported: Set<unknown>
}

/** What the rules of a unit must know of its file. */
export interface FileContext extends Context {
  readonly file: PlacedElement
  /** References to units, which are held against the units of the file when all were seen. */
  readonly subFlows: { readonly element: PlacedElement; readonly attribute: string; readonly id: string }[]
  /** Ids of resources at the level of the file; undefined where it has no resource data. */
  readonly resourceIds: ReadonlySet<string> | undefined
  /** The size profiles that the file chose, '' for none. */
  readonly profiles: { readonly general: string; readonly storage: string }
}

/** Elements from the root to a unit's parent, outermost first. */
export type Ancestors = readonly PlacedElement[]
