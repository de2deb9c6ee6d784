import type { ImportNotice } from '../../model/import-notice.ts'

/** What a new version of a document's source changes. */
export interface VersionView {
  /** The last entry of the document that the comparison knew. */
  readonly sequence: number
  readonly filename: string
  readonly notices: readonly ImportNotice[]
  /** Sentences of the version before and of this one, and what became of them. */
  readonly counts: Readonly<Record<'before' | 'now' | 'unchanged' | 'moved' | 'changed' | 'new' | 'removed', number>>
  /** Those that are not unchanged, in the order of the new version, then those that are gone. */
  readonly changes: readonly {
    readonly type: 'unchanged' | 'moved' | 'changed' | 'new' | 'removed'
    readonly id: string
    /** The Chinese of the new version; null where the sentence is gone. */
    readonly now: string | null
    /** The sentence that it was, with its English; absent for a new one. */
    readonly was?: { readonly source: string; readonly target: string }
  }[]
  /** How many more there are. */
  readonly more: number
}
