import type { MemoryPair } from '../../model/match.ts'
import type { FinishedTranslation, Format, MemoryContents } from '../../ports/format.ts'
import { rootName } from '../xml/root.ts'
import { readTmx, readTmxPairs } from './read-tmx.ts'
import { writeTmx } from './write-tmx.ts'

/** A translation memory in TMX 1.4b. The pairs of a file name the file as their origin. */
export const tmxFormat = {
  name: 'tmx',
  endings: ['.tmx'],
  mediaType: 'application/x-tmx+xml',
  recognises: (bytes) => rootName(bytes) === 'tmx',
  read: async (bytes, { filename }) => readTmx(bytes, filename),
  write: async (pairs) => new TextEncoder().encode(writeTmx(pairs)),
} as const satisfies Format<MemoryContents, readonly MemoryPair[]>

/** The same file as a finished translation. */
export const tmxPairsFormat = { ...tmxFormat, read: async (bytes) => readTmxPairs(bytes) } as const satisfies Format<
  FinishedTranslation,
  readonly MemoryPair[]
>
