import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { membersOf } from '../../../model/names.ts'
import { type InstalledModel, type ModelPart, modelParts, offlineModelNames } from '../../../model/offline-model.ts'
import type { OfflineModel } from '../engine.ts'
import type { ModelFile } from '../protocol.ts'

/** The record of the model that is installed, in the folder of models: written last, so that it names whole models only. */
export const recordFile = 'installed.json'

/** What the record says: the model, its folder beside it, and the hash of each of its files. */
export interface ModelRecord extends InstalledModel {
  readonly folder: string
  readonly files: readonly { readonly part: ModelPart; readonly file: string; readonly sha256: string }[]
}

/** What others may know of it. */
export function installedOf({ name, version, bytes, installedAt }: ModelRecord): InstalledModel {
  return { name, version, bytes, installedAt }
}

/** The model that is installed in a folder of models; null if there is none, or its record cannot be read. */
export async function readRecord(models: string): Promise<ModelRecord | null> {
  try {
    return recordOf(JSON.parse(await readFile(join(models, recordFile), 'utf8')))
  } catch {
    return null
  }
}

const names = [...offlineModelNames, 'own'] as const
/** Names of our own making, without a way out of the folder. */
const plainName = /^[\w-][\w.-]*$/

function recordOf(value: unknown): ModelRecord | null {
  const { name, version, bytes, installedAt, folder, files } = membersOf(value)
  const known = names.find((one) => one === name)
  if (!known || typeof version !== 'string' || typeof bytes !== 'number' || typeof installedAt !== 'string') return null
  if (typeof folder !== 'string' || !plainName.test(folder) || !Array.isArray(files)) return null
  const read = files.flatMap((one: unknown) => {
    const { part, file, sha256 } = membersOf(one)
    const what = modelParts.find((candidate) => candidate === part)
    const isFile = typeof file === 'string' && plainName.test(file) && typeof sha256 === 'string'
    return what && isFile ? [{ part: what, file, sha256 }] : []
  })
  return { name: known, version, bytes, installedAt, folder, files: read }
}

/**
 * The installed model as the engine wants it; null without one. With a vocabulary for each language the shortlist is
 * left out: it keeps English that stands in the source from being copied, which terms need.
 */
export async function installedModel(models: string): Promise<OfflineModel | null> {
  const record = await readRecord(models)
  if (record === null) return null
  const fileOf = (part: ModelPart): ModelFile | null => {
    const found = record.files.find((one) => one.part === part)
    return found ? { path: join(models, record.folder, found.file), sha256: found.sha256 } : null
  }
  const joint = fileOf('vocabulary')
  const model = fileOf('model')
  const sourceVocabulary = joint ?? fileOf('source-vocabulary')
  const targetVocabulary = joint ?? fileOf('target-vocabulary')
  if (!model || !sourceVocabulary || !targetVocabulary) return null
  const shortlist = joint && fileOf('shortlist')
  const id = `${record.folder} ${model.sha256}`
  return { id, version: record.version, files: { model, sourceVocabulary, targetVocabulary, shortlist } }
}
