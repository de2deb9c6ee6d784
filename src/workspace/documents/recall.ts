import { createMemory, type Memory } from '../../memory/memory.ts'
import { segmentsOf } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { plain } from '../../model/inline.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { inSlices, type Pause } from '../../ports/world.ts'
import { segmentsNamed } from '../../review/segments.ts'

/** The translation memory of the workspace: imported pairs, and what was confirmed in its documents. */
export interface Recall {
  memory(): Promise<Memory>
  imported(pairs: readonly MemoryPair[]): void
  /** Puts in what has been confirmed or approved, and takes out what no longer is. */
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
  /** Changes that are not in the memory yet. */
  let waiting: MemoryChange[] = []
  /** Counts changes: a memory whose sources changed while they were read is read again. */
  let changes = 0

  async function build(): Promise<void> {
    const begun = changes
    const documents = await sources.documents()
    const imported = await sources.imported()
    if (begun !== changes) return
    waiting = []
    const rebuilt = createMemory([])
    // Imported pairs first: of equally good matches the later one is offered first.
    const added = [...imported, ...documents.flatMap((state) => confirmedPairs(state))]
    await inSlices(changeSteps(rebuilt, [{ added, removed: [] }]), sources.pause)
    memory = rebuilt
  }

  async function refresh(): Promise<Memory> {
    for (;;) {
      const current = memory
      if (current === undefined) await build()
      else if (waiting.length === 0) return current
      else {
        const next = waiting
        waiting = []
        await inSlices(changeSteps(current, next), sources.pause)
      }
    }
  }

  /** A small change is made at once; a large one, or one behind others, waits until the memory is next asked for. */
  function take(change: MemoryChange): void {
    changes++
    const isSmall = change.added.length + change.removed.length <= pairsAStep
    if (memory && !refreshing && waiting.length === 0 && isSmall) {
      memory.remove(change.removed)
      memory.add(change.added)
    } else if (memory || refreshing) waiting.push(change)
  }

  return {
    memory() {
      if (memory && !refreshing && waiting.length === 0) return Promise.resolve(memory)
      refreshing ??= refresh().finally(() => {
        refreshing = undefined
      })
      return refreshing
    },
    imported: (added) => take({ added, removed: [] }),
    documentGrown(entries, before, after) {
      if (after === null) return
      const changed = changedSegments(entries, after)
      const isOther = (id: string) => !isSame(before?.segments[id], after.segments[id])
      // A split or join gives the neighbours of its place another context.
      const isMoved = entries.some(({ event }) => event.type === 'segment-split' || event.type === 'segments-joined')
      const only = isMoved ? undefined : new Set(changed.filter(isOther))
      if (only?.size === 0) return
      const removed = before === null ? [] : confirmedPairs(before, only)
      const added = confirmedPairs(after, only)
      if (removed.length > 0 || added.length > 0) take({ added, removed })
    },
  }
}

/** Pairs to take out, then pairs to put in. */
interface MemoryChange {
  readonly added: readonly MemoryPair[]
  readonly removed: readonly MemoryPair[]
}

/** The segments that entries may have changed. A signature is about all of them; an import approves none. */
function changedSegments(added: readonly Entry<DocumentEvent>[], after: DocumentState): readonly string[] {
  const isSigned = added.some(({ event }) => event.type === 'document-signed')
  return isSigned ? Object.keys(after.segments) : [...new Set(added.flatMap(({ event }) => segmentsNamed(event)))]
}

/** The pairs of a document's confirmed segments, each with its neighbours; only those in `only` if it is given. */
function confirmedPairs(state: DocumentState, only?: ReadonlySet<string>): readonly MemoryPair[] {
  const segments = segmentsOf(state.document)
  return segments.flatMap(({ id, source }, index) => {
    if (only?.has(id) === false) return []
    const segment = state.segments[id]
    if (segment === undefined || segment.state === 'initial') return []
    return [
      {
        source: plain(source),
        target: plain(segment.target),
        before: plain(segments[index - 1]?.source ?? []),
        after: plain(segments[index + 1]?.source ?? []),
        ...(segment.state === 'translated' && { unreviewed: true as const }),
        origin: `document:${state.document.id}`,
      },
    ]
  })
}

/** Whether two states of a segment make the same pair, or none. */
function isSame(segment: SegmentState | undefined, other: SegmentState | undefined): boolean {
  if (segment === other) return true
  const standing = standingOf(segment)
  if (standing !== standingOf(other)) return false
  return standing === 'none' || plain(segment?.target ?? []) === plain(other?.target ?? [])
}

function standingOf(segment: SegmentState | undefined): 'none' | 'unreviewed' | 'approved' {
  if (segment === undefined || segment.state === 'initial') return 'none'
  return segment.state === 'translated' ? 'unreviewed' : 'approved'
}

/** Pairs changed in one step: a few milliseconds of work. */
const pairsAStep = 200

function* changeSteps(memory: Memory, changes: readonly MemoryChange[]): Generator<void, void> {
  for (const { removed, added } of changes) {
    for (let from = 0; from < removed.length; from += pairsAStep) {
      memory.remove(removed.slice(from, from + pairsAStep))
      yield
    }
    for (let from = 0; from < added.length; from += pairsAStep) {
      memory.add(added.slice(from, from + pairsAStep))
      yield
    }
  }
}
