import { createMemory, type Memory } from '../../memory/memory.ts'
import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'

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
}): Recall {
  let memory: Memory | undefined
  let building: Promise<Memory> | undefined
  // Counts what a building memory may have missed.
  let changes = 0

  async function build(): Promise<Memory> {
    for (;;) {
      const begun = changes
      const documents = await sources.documents()
      const imported = await sources.imported()
      if (begun !== changes) continue
      // Reviewed work after the imported: of offers of equal worth the later goes first.
      memory = createMemory([...imported, ...documents.flatMap((state) => approvedPairs(state))])
      return memory
    }
  }

  return {
    memory() {
      if (memory) return Promise.resolve(memory)
      building ??= build().finally(() => {
        building = undefined
      })
      return building
    },
    imported(pairs) {
      changes++
      memory?.add(pairs)
    },
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
      changes++
      // A memory only grows: what is to be forgotten takes a new one, made when it is next asked for.
      if (lost) memory = undefined
      else memory?.add(approvedPairs(after, won))
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
