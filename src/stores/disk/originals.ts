import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { checkSha256, type Originals } from '../../ports/originals.ts'
import { type Disk, privateDisk } from './disk.ts'
import { replaceFile } from './replace-file.ts'

/** Bytes hashed in one step: two or three milliseconds. */
const bytesAStep = 2 ** 20

async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += bytesAStep) {
    if (at > 0) await setImmediate()
    hash.update(bytes.subarray(at, at + bytesAStep))
  }
  return hash.digest('hex')
}

/** The originals as files of a folder that are their owner's alone. One left half written by a crash has another name. */
export function openDiskOriginals(folder: string, disk: Disk = privateDisk): Originals {
  const read = async (sha256: string) => {
    checkSha256(sha256)
    const bytes = await disk.read(join(folder, sha256))
    if (bytes !== null && (await digestOf(bytes)) !== sha256) throw new Error(`${join(folder, sha256)} is damaged`)
    return bytes
  }
  return {
    async keep(sha256, bytes) {
      checkSha256(sha256)
      if ((await digestOf(bytes)) !== sha256) throw new Error(`not the bytes of ${sha256}`)
      if ((await disk.read(join(folder, sha256))) === null) await replaceFile(disk, join(folder, sha256), bytes)
    },
    read,
  }
}
