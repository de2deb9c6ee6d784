import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import { checkSnapshotName, type Snapshots } from '../../ports/snapshots.ts'
import { type Disk, privateDisk } from './disk.ts'
import { replaceFile } from './replace-file.ts'

/** Bytes that are hashed before others have their turn. */
const hashedAtOnce = 2 ** 20
/** SHA-256 in hexadecimal and a line feed. */
const headLength = 65

/** Snapshots as files of a folder, each after the hash of its contents. One left half written by a crash has another name. */
export function openDiskSnapshots(folder: string, disk: Disk = privateDisk): Snapshots {
  const pathOf = (name: string) => {
    checkSnapshotName(name)
    return join(folder, `${name}.snapshot`)
  }
  return {
    async read(name) {
      const path = pathOf(name)
      const bytes = await disk.read(path).catch(() => null)
      if (bytes === null) return null
      const contents = bytes.subarray(headLength)
      return Buffer.from(bytes.subarray(0, headLength)).equals(await headOf(contents)) ? contents : null
    },
    async write(name, bytes) {
      await replaceFile(disk, pathOf(name), Buffer.concat([await headOf(bytes), bytes]))
    },
  }
}

async function headOf(bytes: Uint8Array): Promise<Buffer> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += hashedAtOnce) {
    hash.update(bytes.subarray(at, at + hashedAtOnce))
    await others()
  }
  return Buffer.from(`${hash.digest('hex')}\n`)
}
