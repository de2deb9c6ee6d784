import { createMemory, type Memory } from '../../memory/memory.ts'
import { segmentsOf } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { plain } from '../../model/inline.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { inSlices, type Pause } from '../../ports/world.ts'
import { segmentsNamed } from '../../review/segments.ts'

/** The translation memory of the workspace: imported pairs, and the reviewed work of its documents. */
export interface Recall {
  memory(): Promise<Memory>
  imported(pairs: readonly MemoryPair[]): void
  /** Adds segments that have been reviewed, and removes those that no longer are. */
  documentGrown(added: readonly Entry<DocumentEvent>[], before: DocumentState | null, after: DocumentState | null): void
}

export function createRecall(sources: {
  readonly imported: () => Promise<readonly MemoryPair[]>
  readonly documents: () => Promise<readonly DocumentState[]>
  readonly pause: Pause
}): Recall {
  /** All pairs except those waiting. */
  let memory: Memory | undefined
  let refreshing: Promise<Memory> | undefined
  /** New pairs that are not in the memory yet. */
  let waiting: MemoryPair[] = []
  // `changes` counts pairs that a memory under construction may lack, `losses` pairs that it may wrongly contain.
  let changes = 0
  let losses = 0

  async function build(): Promise<void> {
    const begun = changes
    const documents = await sources.documents()
    const imported = await sources.imported()
    if (begun !== changes) return
    waiting = []
    const lossesBefore = losses
    const rebuilt = createMemory([])
    // Imported pairs first: of equally good matches the later one is offered first.
    await inSlices(
      addSteps(rebuilt, [...imported, ...documents.flatMap((state) => approvedPairs(state))]),
      sources.pause,
    )
    if (lossesBefore === losses) memory = rebuilt
  }

  async function refresh(): Promise<Memory> {
    for (;;) {
      const current = memory
      if (current === undefined) await build()
      else if (waiting.length === 0) return current
      else {
        const pairs = waiting
        waiting = []
        await inSlices(addSteps(current, pairs), sources.pause)
      }
    }
  }

  /** Adds a few pairs at once; many pairs, or pairs behind waiting ones, wait until the memory is next asked for. */
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
    documentGrown(added, before, after) {
      if (after === null) return
      const changed = changedSegments(added, after)
      const lost = changed.some((id) => {
        const segment = before?.segments[id]
        return segment !== undefined && isApproved(segment) && !isSame(segment, after.segments[id])
      })
      const won = new Set(
        changed.filter((id) => {
          const segment = after.segments[id]
          return segment !== undefined && isApproved(segment) && !isSame(segment, before?.segments[id])
        }),
      )
      if (!lost && won.size === 0) return
      if (!lost) return take(approvedPairs(after, won))
      // Pairs cannot be removed from a memory, so a new one is built when it is next asked for.
      changes++
      losses++
      memory = undefined
    },
  }
}

/** The segments that entries may have changed. A signature is about all of them; an import approves none. */
function changedSegments(added: readonly Entry<DocumentEvent>[], after: DocumentState): readonly string[] {
  const isSigned = added.some(({ event }) => event.type === 'document-signed')
  return isSigned ? Object.keys(after.segments) : [...new Set(added.flatMap(({ event }) => segmentsNamed(event)))]
}

/** The pairs of a document's reviewed segments, each with its neighbours; only those in `only` if it is given. */
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

/** Pairs added in one step: a few milliseconds of work. */
const pairsAStep = 200

function* addSteps(memory: Memory, pairs: readonly MemoryPair[]): Generator<void, void> {
  for (let from = 0; from < pairs.length; from += pairsAStep) {
    memory.add(pairs.slice(from, from + pairsAStep))
    yield
  }
}
