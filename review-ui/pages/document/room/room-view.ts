import type { DocumentView, PackedView } from '../../../../src/contract/views/documents.ts'
import type { DraftingStatus } from '../../../../src/contract/views/drafting.ts'
import type { SignOffStatus } from '../../../../src/contract/views/signing.ts'
import { unpackSegments } from '../../../../src/model/packed-segments.ts'
import type { Staleness } from '../../../../src/model/signoff.ts'
import type { DocumentState } from '../../../../src/model/state.ts'
import { Table } from '../../../../src/model/table.ts'
import type { Term } from '../../../../src/model/term.ts'

/** A document as one person has it before them: what is stored, who else is here, and what is still being saved. */
export interface RoomView {
  readonly state: DocumentState
  readonly terms: readonly Term[]
  readonly covered: readonly Term[]
  readonly words: readonly string[]
  /** Everyone there is, with their roles. */
  readonly people: DocumentView['people']
  /** Display names by person id. */
  readonly names: ReadonlyMap<string, string>
  /** Names of the documents that drafts came from through the memory, by source. */
  readonly sources: Readonly<Record<string, string>>
  readonly drafting: DraftingStatus | null
  readonly present: readonly { readonly name: string; readonly segment: string | null }[]
  readonly staleness: Staleness | null
  readonly singlePerson: boolean
  /** What the rules take from the office. */
  readonly office: DocumentView['office']
  /** Whether news of others arrives. */
  readonly connected: boolean
}

/** The view of a document as the server gives it; what only the stream tells is taken over from the view before. */
export function viewOf(document: PackedView, before?: RoomView): RoomView {
  const { state, segments, terms, covered, words, people, sources, drafting, staleness } = document
  return {
    state: { ...state, segments: Table.of(unpackSegments(state.document.blocks, segments)) },
    terms,
    covered,
    words,
    people,
    sources,
    names: new Map(people.map(({ id, name }) => [id, name])),
    drafting,
    present: before?.present ?? [],
    staleness,
    singlePerson: document.singlePerson,
    office: document.office,
    connected: before?.connected ?? true,
  }
}

/** Whether the document is signed, was and has changed, or never was. */
export function signOffStatusOf({ state, staleness }: Pick<RoomView, 'state' | 'staleness'>): SignOffStatus {
  if (state.signOff === undefined) return 'never'
  const differs =
    staleness !== null && (staleness.segments.length > 0 || staleness.terms.length > 0 || staleness.findings)
  return state.touchedSinceSignOff || differs ? 'stale' : 'signed'
}
