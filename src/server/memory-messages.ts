import type { Match, MemoryPair } from '../model/match.ts'
import type { MemoryChange, MemoryQuery } from '../ports/memory-host.ts'

/** What the memory's threads are asked for. */
export type MemoryMessage =
  /** To hold a memory from its file: `held`, `begun` or `missing`. */
  | { readonly type: 'open'; readonly id: string; readonly name: string }
  /** To hold an empty memory. */
  | { readonly type: 'begin'; readonly id: string; readonly name: string }
  /** To give a memory the id of another, which ends. */
  | { readonly type: 'rename'; readonly from: string; readonly id: string }
  | {
      readonly type: 'settle'
      readonly memories: readonly {
        readonly id: string
        readonly name: string
        readonly penalty: number
        readonly rank: number
      }[]
    }
  | { readonly type: 'change'; readonly id: string; readonly change: MemoryChange }
  | { readonly type: 'lookup'; readonly queries: readonly MemoryQuery[] }
  | { readonly type: 'exact'; readonly queries: readonly MemoryQuery[] }
  | { readonly type: 'size' }
  | { readonly type: 'search'; readonly text: string; readonly limit: number }
  /** Pairs to pack, in pieces; then to write them into the file of a name. */
  | { readonly type: 'collect'; readonly pairs: readonly MemoryPair[] }
  | { readonly type: 'pack'; readonly name: string }

export interface MemoryAnswer {
  readonly call: number
  readonly result:
    | null
    | number
    | 'held'
    | 'begun'
    | 'missing'
    | readonly (readonly Match[])[]
    | readonly (Match | null)[]
    | readonly MemoryPair[]
}
