/**
 * The end of a chain at some time: the name of its journal, how many entries it had, and the hash of the last of them.
 * Whoever keeps a head can tell later whether the chain still has those entries. Empty chains have no head.
 */
export interface ChainHead {
  readonly name: string
  readonly length: number
  readonly hash: string
}

/** Name of the journal that records the heads of all others, those of unpublished documents included. */
export const headsJournal = 'heads'

/** The prefix of the names of documents' journals. */
export const documentPrefix = 'document/'
