import type { ModelProgress } from '../../../model/offline-model.ts'
import { type Refusal, refuse } from '../../../model/refusal.ts'
import { diskFull, isFull, type ModelDisk } from './disk.ts'

/** What an installation needs beside what is to be installed. */
export interface InstallOptions {
  /** The folder of models in the workspace. */
  readonly models: string
  readonly disk: ModelDisk
  readonly signal: AbortSignal
  readonly tell: (progress: ModelProgress) => void
  readonly now: () => Date
  /** Milliseconds until a connection without a byte counts as broken, and between two tries. */
  readonly stalled: number
  readonly between: number
}

/** How long a mirror may be silent, and how long to wait before it is asked again. */
export const patience = { stalled: 60_000, between: 2_000 } as const

/** What goes wrong with the disk or is stopped, as a refusal; `parts` are deleted from a disk that is full. */
export async function guarded<T>(
  { disk, signal, models }: InstallOptions,
  parts: string | null,
  install: () => Promise<T | Refusal>,
): Promise<T | Refusal> {
  try {
    return await install()
  } catch (error) {
    if (signal.aborted) return refuse('model-stopped')
    if (!isFull(error)) throw error
    if (parts !== null) await disk.remove(parts)
    return diskFull(0, await disk.free(models))
  }
}
