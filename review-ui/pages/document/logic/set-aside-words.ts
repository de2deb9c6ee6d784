import type { DocumentState } from '../../../../src/model/state.ts'

/** Words that were typed and stand nowhere else: not yet saved, or given up for another's. */
export interface KeptWords {
  readonly segment: string
  readonly text: string
  readonly at: string
}

/** The most that is remembered of given-up words of one document; the oldest go first. */
const most = 50

export function setAside(kept: readonly KeptWords[], words: KeptWords): readonly KeptWords[] {
  const others = kept.filter(({ segment, text }) => segment !== words.segment || text !== words.text)
  return [...others, words].slice(-most)
}

/** Those that belong to a segment, also from before it was split or joined. */
export function keptFor(state: DocumentState, kept: readonly KeptWords[], segment: string): readonly KeptWords[] {
  const leadsHere = (id: string): boolean =>
    id === segment || (state.tombstones[id] ?? []).some((successor) => leadsHere(successor))
  return kept.filter((words) => leadsHere(words.segment))
}
