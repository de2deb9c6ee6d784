import { checkSnapshotName, type Snapshots } from '../../ports/snapshots.ts'

/** Snapshots that exist only in this process. */
export function createMemorySnapshots(): Snapshots {
  const snapshots = new Map<string, Uint8Array>()
  return {
    async read(name) {
      checkSnapshotName(name)
      return snapshots.get(name)?.slice() ?? null
    },
    async write(name, bytes) {
      checkSnapshotName(name)
      snapshots.set(name, bytes.slice())
    },
  }
}
