import type { Block } from '../../model/document.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { mapSteps } from '../../model/steps.ts'
import { Table } from '../../model/table.ts'
import type { Snapshots } from '../../ports/snapshots.ts'
import { inSlices, type Pause } from '../../ports/world.ts'
import type { ChainEnd } from '../../review/chain.ts'

/** Goes up with every change of what the fold of a document holds, or of how it follows from the entries. */
export const foldVersion = 2

/** So many entries are folded anew rather than written: it takes as long. */
export const leastFolded = 2_000

/** What the entries of a document up to one of them fold to. */
export interface FoldSnapshot extends ChainEnd {
  readonly state: DocumentState
}

/**
 * Folds of documents with many entries, so that the next who opens one need not fold them all: a cache. One JSON value a
 * line: the version, the entry, and how many blocks there are; the state without them; the blocks; the segments.
 */
export interface FoldSnapshots {
  /** Null where there is none, or one of another version. */
  read(id: string): Promise<FoldSnapshot | null>
  /** Writes a state, if many entries came since it was written or read last. */
  write(state: DocumentState): Promise<void>
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

interface Head extends ChainEnd {
  readonly version: number
  readonly blocks: number
}

export function createFoldSnapshots({
  snapshots,
  pause,
}: {
  readonly snapshots: Snapshots
  readonly pause: Pause
}): FoldSnapshots {
  const written = new Map<string, number>()
  const nameOf = (id: string) => `document-${id}`

  return {
    async read(id) {
      const bytes = await snapshots.read(nameOf(id))
      if (bytes === null) return null
      const lines = decoder.decode(bytes).split('\n')
      const parsed = await inSlices(
        mapSteps(lines, (line) => JSON.parse(line)),
        pause,
      )
      // biome-ignore-start lint/plugin/no-cast: the store gives only what was written, and this version wrote it
      const { version, sequence, hash, blocks } = parsed[0] as Head
      if (version !== foldVersion) return null
      const rest = parsed[1] as Omit<DocumentState, 'segments'>
      const document = { ...rest.document, blocks: parsed.slice(2, 2 + blocks) as readonly Block[] }
      const segments = Table.of(parsed.slice(2 + blocks) as readonly SegmentState[])
      // biome-ignore-end lint/plugin/no-cast: see above
      written.set(id, sequence)
      return { sequence, hash, state: { ...rest, document, segments } }
    },
    async write(state) {
      const { sequence, head: hash } = state
      const { id } = state.document
      if (sequence - (written.get(id) ?? 0) < leastFolded) return
      const { document, segments, ...rest } = state
      const { blocks, ...outside } = document
      const head: Head = { version: foldVersion, sequence, hash, blocks: blocks.length }
      const values = [head, { ...rest, document: outside }, ...blocks, ...segments.values()]
      const lines = await inSlices(
        mapSteps(values, (value) => JSON.stringify(value)),
        pause,
      )
      await snapshots.write(nameOf(id), encoder.encode(lines.join('\n')))
      written.set(id, sequence)
    },
  }
}
