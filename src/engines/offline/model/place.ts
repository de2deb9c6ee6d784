import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InstalledModel, ModelPart } from '../../../model/offline-model.ts'
import { isRefusal, type Refusal } from '../../../model/refusal.ts'
import type { ModelDisk } from './disk.ts'
import { installedOf, type ModelRecord, readRecord, recordFile } from './installed.ts'
import type { InstallOptions } from './options.ts'
import { type Unpacked, unpack } from './unpack.ts'

/** A file of a model that is on this disk and is to be installed. `file` is its name, `from` where it is. */
export interface Incoming {
  readonly part: ModelPart
  readonly file: string
  readonly from: string
  readonly isPacked: boolean
  readonly expected: Unpacked | null
}

/**
 * Unpacks the files of a model into a folder of their own, with the licence beside them, and then makes it the one that
 * is installed, in one step: by its record, which is written last. The folder of the one before is deleted.
 */
export async function placeModel(
  name: InstalledModel['name'],
  incoming: readonly Incoming[],
  options: InstallOptions,
): Promise<InstalledModel | Refusal> {
  const { models, disk, now } = options
  const folder = `model-${now().getTime().toString(36)}-${randomBytes(4).toString('hex')}`
  const path = join(models, folder)
  let record: ModelRecord | Refusal | null = null
  try {
    await disk.makeFolder(path)
    record = await unpackAll(name, folder, incoming, options)
    if (isRefusal(record)) return record
    await writeWhole(disk, join(path, 'LICENSE'), await readFile(licenceFile()))
    const before = await readRecord(models)
    const aside = join(models, `${recordFile}.${folder}`)
    await writeWhole(disk, aside, Buffer.from(`${JSON.stringify(record, null, 2)}\n`))
    await disk.rename(aside, join(models, recordFile))
    if (before) await disk.remove(join(models, before.folder))
    return installedOf(record)
  } catch (error) {
    record = null
    throw error
  } finally {
    if (record === null || isRefusal(record)) await disk.remove(path)
  }
}

async function unpackAll(
  name: InstalledModel['name'],
  folder: string,
  incoming: readonly Incoming[],
  { models, disk, signal, tell, now }: InstallOptions,
): Promise<ModelRecord | Refusal> {
  const sizes = await Promise.all(incoming.map(({ from }) => disk.size(from)))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const files: ModelRecord['files'][number][] = []
  let done = 0
  let bytes = 0
  for (const [at, one] of incoming.entries()) {
    tell({ part: one.part, stage: 'unpacking', done, total })
    const file = one.file.replace(/\.gz$/, '')
    const unpacked = await unpack({ ...one, to: join(models, folder, file) }, disk, signal)
    if (isRefusal(unpacked)) return unpacked
    files.push({ part: one.part, file, sha256: unpacked.sha256 })
    bytes += unpacked.bytes
    done += sizes[at] ?? 0
  }
  const own = files.find(({ part }) => part === 'model')?.sha256.slice(0, 8) ?? ''
  const version = name === 'own' ? `own ${own}` : name
  return { name, version, bytes, installedAt: now().toISOString(), folder, files }
}

async function writeWhole(disk: ModelDisk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.grow(path, 'anew')
  let isWritten = false
  try {
    await file.write(bytes)
    isWritten = true
  } finally {
    await file.close(isWritten)
  }
}

/** The Mozilla Public License as it comes with the engine, which is under it as the models are. */
function licenceFile(): URL {
  return new URL('../LICENSE', import.meta.resolve('fxtranslate'))
}
