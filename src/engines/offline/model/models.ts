import { join } from 'node:path'
import { type ModelProgress, type OfflineModelName, offlineModelNames } from '../../../model/offline-model.ts'
import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import type { OfflineModels } from '../../../ports/offline-models.ts'
import { modelDisk } from './disk.ts'
import { installFrom } from './install.ts'
import { installedOf, readRecord, recordFile } from './installed.ts'
import { type KnownModel, knownModels, modelLicence, packedBytes } from './manifest.ts'
import { patience } from './options.ts'

interface Installation {
  readonly name: OfflineModelName
  readonly abort: AbortController
  readonly ended: Promise<void>
  progress: ModelProgress
}

/** The models in a folder; `report` takes faults of an installation, which nobody waits for. */
export function createOfflineModels(
  models: string,
  report: (fault: unknown) => void,
  known: Readonly<Record<OfflineModelName, KnownModel>> = knownModels,
): OfflineModels {
  let running: Installation | null = null
  let refused: Refusal | null = null

  async function install(name: OfflineModelName, mirror: string | undefined, abort: AbortController): Promise<void> {
    try {
      const tell = (progress: ModelProgress) => {
        if (running) running.progress = progress
      }
      const options = { models, disk: modelDisk, signal: abort.signal, tell, now: () => new Date(), ...patience }
      const result = await installFrom(name, known[name], mirror, options)
      refused = isRefusal(result) && result.code !== 'model-stopped' ? result : null
    } catch (fault) {
      refused = refuse('model-fault')
      report(fault)
    } finally {
      running = null
    }
  }

  return {
    async state() {
      const record = await readRecord(models)
      return {
        installed: record && installedOf(record),
        installing: running && { name: running.name, ...running.progress },
        refused,
        offered: offlineModelNames.map((name) => ({ name, bytes: packedBytes(known[name]) })),
        licence: modelLicence,
      }
    },
    install(name, mirror) {
      if (running) return refuse('model-installing')
      refused = null
      const abort = new AbortController()
      const progress: ModelProgress = {
        part: 'model',
        stage: 'fetching',
        done: 0,
        total: packedBytes(known[name]),
      }
      // Begins in the next turn, when `running` is set.
      const ended = Promise.resolve().then(() => install(name, mirror, abort))
      running = { name, abort, ended, progress }
      return null
    },
    async stop() {
      running?.abort.abort()
      await running?.ended
    },
    async remove() {
      const record = await readRecord(models)
      await modelDisk.remove(join(models, recordFile))
      if (record) await modelDisk.remove(join(models, record.folder))
    },
  }
}
