import type { PlacedElement } from '../../xml/tree.ts'
import type { Wording } from './wordings.ts'

/** One place where a file breaks a rule. */
export interface Breach {
  /** The name of the rule; `names.ts` says how rules are named. */
  readonly rule: string
  /** Other names the suite has for the same breach. */
  readonly also?: readonly string[]
  readonly wording: Wording
  readonly params?: Readonly<Record<string, string>>
  readonly element: PlacedElement
  /** The attribute it is about, as written; absent where the element as a whole breaks the rule. */
  readonly attribute?: string
}

export type Report = (breach: Breach) => void
