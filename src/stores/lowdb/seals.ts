import type { Snapshots } from '../../ports/snapshots.ts'
import type { Seal } from './seal.ts'

/** Goes up when the lines of earlier versions would not be found sound any more. */
const version = 1

interface StoredSeal extends Seal {
  readonly version: number
  readonly journal: string
}

/** The seals of journals among the snapshots: a cache. One that is missing, damaged or of another version is none. */
export function createSeals(snapshots: Snapshots | undefined) {
  const nameOf = (journal: string) => `seal-${journal.replaceAll('/', '--')}`
  return {
    async read(journal: string): Promise<Seal | null> {
      if (nameOf(journal).length > longestName) return null
      const bytes = await snapshots?.read(nameOf(journal))
      if (!bytes) return null
      // biome-ignore lint/plugin/no-cast: the store gives only what was written
      const seal = JSON.parse(new TextDecoder().decode(bytes)) as StoredSeal
      return seal.version === version && seal.journal === journal ? seal : null
    },
    /** A disk that takes nothing is no harm: the journal is verified anew. */
    async write(journal: string, seal: Seal): Promise<void> {
      if (nameOf(journal).length > longestName) return
      const stored: StoredSeal = { version, journal, ...seal }
      await snapshots?.write(nameOf(journal), new TextEncoder().encode(JSON.stringify(stored))).catch(() => undefined)
    },
  }
}

const longestName = 100
