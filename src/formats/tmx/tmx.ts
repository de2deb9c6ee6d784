import type { MemoryPair } from '../../model/match.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Format, MemoryContents, TextPair } from '../../ports/format.ts'
import { readTmx } from './read-tmx.ts'
import { writeTmx } from './write-tmx.ts'

/** A translation memory in TMX 1.4b. The pairs of a file name the file as their origin. */
export const tmxFormat = {
  name: 'tmx',
  endings: ['.tmx'],
  mediaType: 'application/x-tmx+xml',
  read: async (bytes, { filename }) => readTmx(bytes, filename),
  write: async (pairs) => new TextEncoder().encode(writeTmx(pairs)),
} as const satisfies Format<MemoryContents, readonly MemoryPair[]>

/** The same file as a finished translation; ids count from 1. */
export const tmxPairsFormat = { ...tmxFormat, read: async (bytes) => pairsOfTmx(bytes) } as const satisfies Format<
  readonly TextPair[],
  readonly MemoryPair[]
>

function pairsOfTmx(bytes: Uint8Array): readonly TextPair[] | Refusal {
  const memory = readTmx(bytes)
  if (isRefusal(memory)) return memory
  return memory.pairs.map(({ source, target }, index) => ({ id: String(index + 1), zh: source, en: target }))
}
