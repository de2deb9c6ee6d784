import { createMemory, type Memory } from '../../memory/memory.ts'
import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { inSlices, type Pause } from '../../ports/world.ts'

/** The translation memory of the workspace: imported pairs, and the reviewed work of its documents. */
export interface Recall {
  memory(): Promise<Memory>
  imported(pairs: readonly MemoryPair[]): void
  /** Takes up what was reviewed, and forgets what no longer is. */
  documentGrown(before: DocumentState | null, after: DocumentState | null): void
}

export function createRecall(sources: {
  readonly imported: () => Promise<readonly MemoryPair[]>
  readonly documents: () => Promise<readonly DocumentState[]>
  readonly pause: Pause
}): Recall {
  /** All there is but for what waits. */
  let memory: Memory | undefined
  let refreshing: Promise<Memory> | undefined
  /** What came since and is not in the memory yet. */
  let waiting: MemoryPair[] = []
  // Count what a memory that is being built may have missed, and what it may hold that no longer stands.
  let changes = 0
  let losses = 0

  async function build(): Promise<void> {
    const begun = changes
    const documents = await sources.documents()
    const imported = await sources.imported()
    if (begun !== changes) return
    waiting = []
    const known = losses
    const made = createMemory([])
    // Reviewed work after the imported: of offers of equal worth the later goes first.
    await inSlices(addSteps(made, [...imported, ...documents.flatMap((state) => approvedPairs(state))]), sources.pause)
    if (known === losses) memory = made
  }

  async function refresh(): Promise<Memory> {
    for (;;) {
      const known = memory
      if (known === undefined) await build()
      else if (waiting.length === 0) return known
      else {
        const pairs = waiting
        waiting = []
        await inSlices(addSteps(known, pairs), sources.pause)
      }
    }
  }

  /** A few pairs go in at once; many, or those that others are before, wait until the memory is asked for. */
  function take(pairs: readonly MemoryPair[]): void {
    changes++
    if (memory && !refreshing && waiting.length === 0 && pairs.length <= pairsAStep) memory.add(pairs)
    else if (memory || refreshing) for (const pair of pairs) waiting.push(pair)
  }

  return {
    memory() {
      if (memory && !refreshing && waiting.length === 0) return Promise.resolve(memory)
      refreshing ??= refresh().finally(() => {
        refreshing = undefined
      })
      return refreshing
    },
    imported: take,
    documentGrown(before, after) {
      if (after === null) return
      const lost = Object.values(before?.segments ?? {}).some(
        (segment) => isApproved(segment) && !isSame(segment, after.segments[segment.id]),
      )
      const won = new Set(
        Object.values(after.segments)
          .filter((segment) => isApproved(segment) && !isSame(segment, before?.segments[segment.id]))
          .map(({ id }) => id),
      )
      if (!lost && won.size === 0) return
      if (!lost) return take(approvedPairs(after, won))
      // A memory only grows: what is to be forgotten takes a new one, made when it is next asked for.
      changes++
      losses++
      memory = undefined
    },
  }
}

/** The pairs of a document's reviewed segments, each with its neighbours; of those in `only` where it is given. */
function approvedPairs(state: DocumentState, only?: ReadonlySet<string>): readonly MemoryPair[] {
  const segments = segmentsOf(state.document)
  return segments.flatMap(({ id, source }, index) => {
    const segment = state.segments[id]
    if (segment === undefined || !isApproved(segment) || only?.has(id) === false) return []
    return [
      {
        source: plain(source),
        target: plain(segment.target),
        before: plain(segments[index - 1]?.source ?? []),
        after: plain(segments[index + 1]?.source ?? []),
        origin: `document:${state.document.id}`,
      },
    ]
  })
}

function isApproved({ state }: SegmentState): boolean {
  return state === 'reviewed' || state === 'final'
}

function isSame(segment: SegmentState, other: SegmentState | undefined): boolean {
  return (
    other === segment || (other !== undefined && isApproved(other) && plain(other.target) === plain(segment.target))
  )
}

/** Pairs that are taken in at a time: a few milliseconds' work. */
const pairsAStep = 200

function* addSteps(memory: Memory, pairs: readonly MemoryPair[]): Generator<void, void> {
  for (let from = 0; from < pairs.length; from += pairsAStep) {
    memory.add(pairs.slice(from, from + pairsAStep))
    yield
  }
}
