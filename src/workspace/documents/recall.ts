import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { Match, MemoryPair } from '../../model/match.ts'
import type { DocumentState } from '../../model/state.ts'
import type { ExactOffers, HostedMemory, MemoryChange, MemoryHost, MemoryQuery } from '../../ports/memory-host.ts'
import type { Digest, Pause } from '../../ports/world.ts'
import { confirmedPairs, pairsChanged } from './confirmed-pairs.ts'
import { createHolding } from './holding.ts'

/** The translation memory of the workspace: imported memories, and what was confirmed in its documents. */
export interface Recall {
  /** The best offers for each query, best first. */
  lookup(queries: readonly MemoryQuery[]): Promise<readonly (readonly Match[])[]>
  readonly exact: ExactOffers
  /** How many pairs it holds. */
  size(): Promise<number>
  /** Pairs that contain a text in either language, latest first. */
  search(text: string, limit: number): Promise<readonly MemoryPair[]>
  /** Takes up, in the background, which memories there are now. */
  memoriesChanged(): void
  /** Resolves when lookups go to all there is now. */
  current(): Promise<void>
  /** Changes an imported memory. */
  memoryCorrected(id: string, change: MemoryChange): void
  /** Puts in what has been confirmed or approved, and takes out what no longer is. */
  documentGrown(added: readonly Entry<DocumentEvent>[], before: DocumentState | null, after: DocumentState | null): void
}

/** The memory of what was confirmed in documents. */
const confirmed = 'documents'

export function createRecall({
  sources,
  host,
  digest,
  pause,
}: {
  readonly sources: {
    readonly imported: () => Promise<readonly HostedMemory[]>
    /** Those that have confirmed sentences, one after the other. */
    readonly documents: () => AsyncIterable<{ readonly state: DocumentState }>
  }
  readonly host: MemoryHost
  readonly digest: Digest
  readonly pause: Pause
}): Recall {
  /** The documents that grow while all are read, as they are then. */
  let grown = new Map<string, DocumentState>()
  const holding = createHolding(host, async () => {
    grown = new Map()
    const pairs = new Map<string, NamedPairs>()
    for await (const { state } of sources.documents()) {
      pairs.set(state.document.id, namedPairs(state, digest))
      const others = pause()
      if (others) await others
    }
    const imported = await sources.imported()
    return () => {
      for (const [id, state] of grown) pairs.set(id, namedPairs(state, digest))
      return ranked(imported, confirmedMemory(pairs, digest))
    }
  })
  return {
    lookup: (queries) => inPieces(queries, (some) => holding.ask((host) => host.lookup(some))),
    size: () => holding.ask((host) => host.size()),
    search: (text, limit) => holding.ask((host) => host.search(text, limit)),
    exact: (queries) => inPieces(queries, (some) => holding.ask((host) => host.exact(some))),
    memoriesChanged: holding.renew,
    current: holding.current,
    memoryCorrected: holding.correct,
    documentGrown(entries, before, after) {
      if (after === null) return
      if (holding.isReading()) grown.set(after.document.id, after)
      const { removed, added } = pairsChanged(entries, before, after)
      if (removed.length > 0 || added.length > 0) holding.change(confirmed, { added, removed })
    },
  }
}

/** Queries asked together, so that others are answered in between. */
const queriesAtOnce = 200

async function inPieces<T>(
  queries: readonly MemoryQuery[],
  ask: (some: readonly MemoryQuery[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const answers: T[] = []
  for (let from = 0; from < queries.length; from += queriesAtOnce) {
    for (const answer of await ask(queries.slice(from, from + queriesAtOnce))) answers.push(answer)
  }
  return answers
}

/** What is confirmed in a document, and a digest of it. */
interface NamedPairs {
  readonly pairs: readonly MemoryPair[]
  readonly digest: string
}

function namedPairs(state: DocumentState, digest: Digest): NamedPairs {
  const pairs = confirmedPairs(state)
  return { pairs, digest: pairs.length === 0 ? '' : digest(JSON.stringify(pairs)) }
}

/** What is confirmed in documents, by their ids; named by what it holds. */
function confirmedMemory(documents: ReadonlyMap<string, NamedPairs>, digest: Digest): Omit<HostedMemory, 'rank'> {
  const inOrder = [...documents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, named]) => named)
  const name = digest(inOrder.flatMap((named) => (named.digest === '' ? [] : [named.digest])).join(' '))
  const pairs = inOrder.flatMap((named) => named.pairs)
  return { id: confirmed, name, size: pairs.length, pairs: () => atHand(pairs), changes: [], penalty: 0 }
}

async function* atHand(pairs: readonly MemoryPair[]): AsyncGenerator<readonly MemoryPair[]> {
  yield pairs
}

/**
 * Memories in the order of their priorities, which their ranks give so far. What was confirmed has priority 0 and goes
 * after imported memories of the same, and so before them among equals.
 */
function ranked(imported: readonly HostedMemory[], own: Omit<HostedMemory, 'rank'>): readonly HostedMemory[] {
  return [...imported, { ...own, rank: 0 }]
    .toSorted((a, b) => a.rank - b.rank)
    .map((memory, rank) => ({ ...memory, rank }))
}
