import { join } from 'node:path'
import type { InstalledModel, OfflineModelName } from '../../../model/offline-model.ts'
import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import { hashOf } from './fetch-file.ts'
import { type KnownModel, knownModels, type PackedFile } from './manifest.ts'
import { guarded, type InstallOptions } from './options.ts'
import { ownFiles } from './own-files.ts'
import { type Incoming, placeModel } from './place.ts'

/**
 * Installs a model from a folder of this machine: a known one, whose files must have the hashes announced, packed or
 * not; or, as `own`, whatever whole model lies there under the names that Firefox gives its files.
 */
export async function installFromFolder(
  name: OfflineModelName | 'own',
  folder: string,
  options: InstallOptions,
  known: Readonly<Record<OfflineModelName, KnownModel>> = knownModels,
): Promise<InstalledModel | Refusal> {
  return guarded(options, null, async () => {
    const files = await options.disk.list(folder)
    const incoming = name === 'own' ? ownIncoming(folder, files) : await knownIncoming(known[name], folder, files)
    if (isRefusal(incoming)) return incoming
    await options.disk.makeFolder(options.models)
    return placeModel(name, incoming, options)
  })
}

function ownIncoming(folder: string, files: readonly string[]): readonly Incoming[] | Refusal {
  const parts = ownFiles(files)
  if (parts === null) return refuse('model-folder', { folder, file: 'model.….bin, vocab.….spm' })
  return [...parts].map(([part, file]) => {
    return { part, file, from: join(folder, file), isPacked: file.endsWith('.gz'), expected: null }
  })
}

async function knownIncoming(
  known: KnownModel,
  folder: string,
  files: readonly string[],
): Promise<readonly Incoming[] | Refusal> {
  const incoming: Incoming[] = []
  for (const packed of known.files) {
    const found = await findFile(packed, folder, files)
    if (isRefusal(found)) return found
    incoming.push(found)
  }
  return incoming
}

async function findFile(
  { part, file, sha256, unpacked }: PackedFile,
  folder: string,
  files: readonly string[],
): Promise<Incoming | Refusal> {
  const from = join(folder, file)
  if (files.includes(file)) {
    const is = await hashOf(from)
    if (is !== sha256) return refuse('model-wrong', { file, expected: sha256.slice(0, 8), is: is.slice(0, 8) })
    return { part, file, from, isPacked: true, expected: unpacked }
  }
  const bare = file.replace(/\.gz$/, '')
  // Only what can be checked is taken.
  if (unpacked === null || !files.includes(bare)) return refuse('model-folder', { folder, file })
  return { part, file: bare, from: join(folder, bare), isPacked: false, expected: unpacked }
}
