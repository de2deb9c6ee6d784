import { join } from 'node:path'
import type { InstalledModel, OfflineModelName } from '../../../model/offline-model.ts'
import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import { diskFull } from './disk.ts'
import { fetchFile, isWeb } from './fetch-file.ts'
import { type KnownModel, packedBytes, unpackedBytes } from './manifest.ts'
import { guarded, type InstallOptions } from './options.ts'
import { type Incoming, placeModel } from './place.ts'

/**
 * Fetches a known model from its makers or from a mirror, a web folder with the same files, and installs it in the place
 * of any other. What was fetched of it before is not fetched again. Nothing is installed unless all of it is whole and
 * has the hashes announced. On a full disk, what was fetched is deleted; else it stays for the next time.
 */
export async function installFrom(
  name: OfflineModelName,
  known: KnownModel,
  mirror: string | undefined,
  options: InstallOptions,
): Promise<InstalledModel | Refusal> {
  const folder = URL.parse(mirror ?? known.address)
  if (folder === null || !isWeb(folder)) return refuse('model-address', { address: mirror ?? '' })
  const parts = join(options.models, 'parts')
  return guarded(options, parts, async () => {
    await options.disk.makeFolder(parts)
    const refusal = await checkRoom(known, parts, options)
    if (refusal) return refusal
    const incoming: Incoming[] = []
    const total = packedBytes(known)
    let before = 0
    for (const packed of known.files) {
      const part = join(parts, `${packed.sha256}.part`)
      const done = before
      const tell = (bytes: number) => options.tell({ part: packed.part, stage: 'fetching', done: done + bytes, total })
      const failed = await fetchFile(fileIn(folder, packed.file), part, packed, { ...options, tell })
      if (failed) return failed
      before += packed.bytes
      incoming.push({ part: packed.part, file: packed.file, from: part, isPacked: true, expected: packed.unpacked })
    }
    const placed = await placeModel(name, incoming, options)
    if (!isRefusal(placed)) await options.disk.remove(parts)
    return placed
  })
}

/** A file of a web folder, whose address may end in a stroke or not. */
function fileIn(folder: URL, file: string): URL {
  const address = new URL(folder)
  address.pathname = `${address.pathname.replace(/\/$/, '')}/${file}`
  return address
}

/** Refuses before anything is fetched where there is no room for what is missing, packed and unpacked. */
async function checkRoom(known: KnownModel, parts: string, { disk }: InstallOptions): Promise<Refusal | null> {
  const sizes = await Promise.all(known.files.map(({ sha256 }) => disk.size(join(parts, `${sha256}.part`))))
  const needs = packedBytes(known) - sizes.reduce((sum, size) => sum + size, 0) + unpackedBytes(known)
  const has = await disk.free(parts)
  return has < needs ? diskFull(needs, has) : null
}
