import type { Entry } from '../model/event.ts'
import { type ChainHead, documentPrefix } from '../model/head.ts'
import type { SignOff } from '../model/signoff.ts'
import type { ChainEnd, ChainVerdict } from './chain.ts'

/** Where a head was named. `list`: a list that somebody has kept; `certificate` and `site`: files of a published site. */
export type Witness =
  | { readonly type: 'sign-off'; readonly document: string; readonly entry: number }
  | { readonly type: 'release'; readonly document: string; readonly entry: number }
  | { readonly type: 'record'; readonly entry: number }
  | { readonly type: 'certificate'; readonly path: string }
  | { readonly type: 'site' }
  | { readonly type: 'list' }

/** A head and where it was named. Signatures from before heads name the hash of a last entry without its place. */
export interface WitnessedHead extends Omit<ChainHead, 'length'> {
  readonly length: number | null
  readonly witness: Witness
}

/** A journal as it is now: entries up to the first that does not hold are judged. Of those that no head names some may be left out. */
export interface JudgedChain {
  readonly entries: HashedEntries
  readonly verdict: ChainVerdict
}

/** What is known of the entries of a journal, by their places from 0: a list of entries is one. */
export interface HashedEntries {
  readonly length: number
  at(place: number): Pick<Entry, 'hash'> | undefined
}

/**
 * A disagreement between a journal and a head. `missing`: entries `entry` to `to` were there and are not; `rewritten`: one
 * or more of these are others than those that were there; `absent`: an entry whose place is not known is not there.
 */
export interface HeadFault {
  readonly journal: string
  readonly reason: 'missing' | 'rewritten' | 'absent'
  readonly entry: number
  readonly to: number
  readonly witness: Witness
}

/** The head of a journal with this last entry; null for an empty journal. */
export function headOf(name: string, end: ChainEnd | undefined): ChainHead | null {
  return end === undefined || end.sequence === 0 ? null : { name, length: end.sequence, hash: end.hash }
}

/** All heads that the entries of a journal name: signatures, releases and records of heads. */
export function headsNamedIn(journal: string, entries: readonly Entry[]): readonly WitnessedHead[] {
  return entries.flatMap(({ event, sequence: entry }): readonly WitnessedHead[] => {
    switch (event.type) {
      case 'document-signed': {
        const document = journal.slice(documentPrefix.length)
        return headsOfSignature(event.signOff, document, { type: 'sign-off', document, entry })
      }
      case 'document-released': {
        const { document, heads = [] } = event.release
        return heads.map((head) => ({ ...head, witness: { type: 'release', document, entry } }))
      }
      case 'heads-recorded':
        return event.heads.map((head) => ({ ...head, witness: { type: 'record', entry } }))
      default:
        return []
    }
  })
}

/** The heads that a signature binds, in the form of any version. */
export function headsOfSignature({ binding }: SignOff, document: string, witness: Witness): readonly WitnessedHead[] {
  const { head, people, heads = [] } = binding
  const placeless = [
    { name: `${documentPrefix}${document}`, hash: head },
    { name: 'people', hash: people },
  ]
  return [
    ...placeless.flatMap(({ name, hash }) => (hash === '' ? [] : [{ name, hash, length: null, witness }])),
    ...heads.map((named) => ({ ...named, witness })),
  ]
}

/**
 * Holds journals to heads. At most one fault of each kind a journal: `missing` up to the longest head, `rewritten`
 * between the last head that holds and the first that does not. A journal that is intact up to a head never has a fault
 * by that head, and none of a journal that is damaged in itself is told twice.
 */
export function headFaults(
  chains: ReadonlyMap<string, JudgedChain>,
  heads: readonly WitnessedHead[],
): readonly HeadFault[] {
  return [...Map.groupBy(heads, ({ name }) => name)].flatMap(([journal, named]) =>
    faultsOfJournal(journal, chains.get(journal) ?? { entries: [], verdict: { type: 'whole' } }, named),
  )
}

function faultsOfJournal(
  journal: string,
  { entries, verdict }: JudgedChain,
  heads: readonly WitnessedHead[],
): readonly HeadFault[] {
  const sound = verdict.type === 'whole' ? entries.length : verdict.sequence - 1
  const holds = ({ length, hash }: WitnessedHead) => !!length && entries.at(length - 1)?.hash === hash
  const placed = heads.filter((head) => head.length !== null).sort((a, b) => lengthOf(a) - lengthOf(b))
  const faults: HeadFault[] = []
  const other = placed.find((head) => lengthOf(head) <= sound && !holds(head))
  if (other) {
    const before = placed.filter((head) => lengthOf(head) < lengthOf(other) && holds(head)).at(-1)
    const entry = (before ? lengthOf(before) : 0) + 1
    faults.push({ journal, reason: 'rewritten', entry, to: lengthOf(other), witness: other.witness })
  }
  if (verdict.type === 'broken') return faults
  const longest = placed.at(-1)
  if (longest && lengthOf(longest) > sound) {
    faults.push({ journal, reason: 'missing', entry: sound + 1, to: lengthOf(longest), witness: longest.witness })
  }
  if (faults.length > 0) return faults
  const unplaced = heads.filter(({ length }) => length === null)
  if (unplaced.length === 0) return []
  const hashes = new Set(Array.from({ length: entries.length }, (_, place) => entries.at(place)?.hash))
  const absent = unplaced.find(({ hash }) => !hashes.has(hash))
  return absent ? [{ journal, reason: 'absent', entry: 1, to: sound, witness: absent.witness }] : []
}

function lengthOf({ length }: WitnessedHead): number {
  return length ?? 0
}

/** Whether a list of heads can be older than another: no chain is shorter, and none of the same length is another. */
export function headsBehind(now: readonly ChainHead[], then: readonly ChainHead[]): readonly ChainHead[] {
  const present = new Map(now.map((head) => [head.name, head]))
  return then.filter((head) => {
    const today = present.get(head.name)
    return (
      today !== undefined && (today.length < head.length || (today.length === head.length && today.hash !== head.hash))
    )
  })
}
