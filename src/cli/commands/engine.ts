import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Command, Option } from 'commander'
import type { TFunction } from 'i18next'
import { engineNames } from '../../model/engine.ts'
import {
  type InstalledModel,
  type ModelProgress,
  type OfflineModelName,
  type OfflineModelState,
  offlineModelNames,
} from '../../model/offline-model.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { installModelFromFolder, modelLicence } from '../../server/offline-models.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import type { Client } from '../client.ts'
import { printJson, printRefusal, say, tell } from '../outcome.ts'

interface InstallOptions {
  readonly model: OfflineModelName | 'own'
  readonly from?: string
  readonly json?: true
}

/** Milliseconds between two lines of progress. */
const interval = 1000

/** `engine list`, `engine install offline`: the engines of a workspace, and the model of the offline one. */
export function engineCommands(program: Command, t: TFunction, at: AtWorkspace, workspace: () => string): void {
  const engine = program.command('engine').description(t('engine.description'))

  engine
    .command('list')
    .description(t('engine.list'))
    .option('--json', t('option.json'))
    .action((options: { json?: true }) =>
      at(options, async (client) => {
        const settings = await client.call('settings')
        if (isRefusal(settings)) return printRefusal(t, settings, options.json === true)
        const model = await client.call('offlineModel')
        if (isRefusal(model)) return printRefusal(t, model, options.json === true)
        const { active } = settings.engine
        if (options.json) return printJson({ active, engines: engineNames, model: model.installed })
        for (const name of engineNames) {
          const about = name === 'offline' ? `\t${modelWords(model.installed, t)}` : ''
          say(`${name === active ? '*' : ' '} ${name}${about}`)
        }
      }),
    )

  engine
    .command('install')
    .argument('<engine>', t('argument.engine'))
    .description(t('engine.install'))
    .addOption(
      new Option('--model <model>', t('option.model')).choices([...offlineModelNames, 'own']).default('base-memory'),
    )
    .option('--from <place>', t('option.from'))
    .option('--json', t('option.json'))
    .action(async (name: string, options: InstallOptions) => {
      const { model, from, json } = options
      if (name !== 'offline') return printRefusal(t, refuse('engine-unavailable', { engine: name }), json === true)
      const progress = (step: ModelProgress) => {
        if (!json) tell(t(`engine.${step.stage}`, { model, ...megabytes(step) }))
      }
      const finish = (result: InstalledModel | Refusal) => {
        if (isRefusal(result)) printRefusal(t, result, json === true)
        else if (json) printJson(result)
        else say(modelWords(result, t))
      }
      if (from !== undefined && !/^https?:/i.test(from)) {
        if (model !== 'own') tell(t('engine.licence', { ...modelLicence }))
        return finish(await installModelFromFolder(workspace(), model, resolve(from), progress))
      }
      if (model === 'own') return finish(refuse('model-folder', { folder: from ?? '', file: '' }))
      await at({ ...options, makes: true }, async (client) =>
        finish(await fetchModel(client, model, from, progress, t)),
      )
    })
}

/** Has the server fetch a model, tells how far it is, and gives what came of it. */
async function fetchModel(
  client: Client,
  model: OfflineModelName,
  mirror: string | undefined,
  progress: (step: ModelProgress) => void,
  t: TFunction,
): Promise<InstalledModel | Refusal> {
  const before = await client.call('offlineModel')
  if (isRefusal(before)) return before
  tell(t('engine.licence', { ...before.licence }))
  const body = { model, licence: 'MPL-2.0', ...(mirror !== undefined && { mirror }) } as const
  let state: OfflineModelState | Refusal = await client.call('installOfflineModel', { body })
  while (!isRefusal(state) && state.installing) {
    progress(state.installing)
    await wait(interval)
    state = await client.call('offlineModel')
  }
  if (isRefusal(state)) return state
  return state.refused ?? state.installed ?? refuse('model-stopped')
}

function modelWords(installed: InstalledModel | null, t: TFunction): string {
  if (installed === null) return t('engine.noModel')
  const { version, bytes } = installed
  return t('engine.model', { version, megabytes: String(Math.round(bytes / 1_000_000)) })
}

function megabytes({ done, total }: ModelProgress) {
  return { done: (done / 1_000_000).toFixed(1), total: (total / 1_000_000).toFixed(1) }
}
