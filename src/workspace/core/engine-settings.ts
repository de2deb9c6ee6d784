import type { EngineSettingsView } from '../../contract/views.ts'
import type { EngineSettings } from '../../model/engine.ts'
import type { Person } from '../../model/people.ts'
import type { DialectChoice } from '../../model/prompt-dialect.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { engineSettings as engineSettingsSchema } from '../../schemas/settings.ts'
import { admit } from './lookup.ts'
import type { Workspace } from './open.ts'
import { readStored } from './stored.ts'

const name = 'engine'

const initial: EngineSettings = {
  active: 'memory',
  google: { project: '', location: '', glossary: '' },
  openai: { baseUrl: '', model: '', key: '' },
}

/** The settings of the engines, secrets included: for the code that opens an engine, never for a page. */
export async function engineSettings({ world }: Workspace): Promise<EngineSettings> {
  return (await readStored(world.settings, name, engineSettingsSchema)) ?? initial
}

/** The same settings as pages may have them: of a key only whether it is set. */
export async function viewEngine(workspace: Workspace): Promise<EngineSettingsView> {
  const { active, google, openai } = await engineSettings(workspace)
  const { baseUrl, model, key, dialect = 'auto', concurrency = null } = openai
  return { active, google, openai: { baseUrl, model, keySet: key !== '', dialect, concurrency } }
}

/**
 * An administrator's change. An absent key keeps the stored one; an empty key removes it. An absent dialect or number of
 * calls keeps the stored one; null calls are those that suit the dialect.
 */
export interface EngineChange {
  readonly active: EngineSettings['active']
  readonly google: EngineSettings['google']
  readonly openai: {
    readonly baseUrl: string
    readonly model: string
    readonly key?: string | undefined
    readonly dialect?: DialectChoice | undefined
    readonly concurrency?: number | null | undefined
  }
}

export async function changeEngine(
  workspace: Workspace,
  actor: Person,
  change: EngineChange,
): Promise<{ readonly engine: EngineSettingsView } | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  if (isRefusal(people)) return people
  return workspace.turns.take(name, async () => {
    const before = await engineSettings(workspace)
    const { baseUrl, model, key = before.openai.key, dialect = before.openai.dialect } = change.openai
    const { concurrency = before.openai.concurrency ?? null } = change.openai
    // A key belongs to one server and is not sent to another.
    const keyForServer = change.openai.key === undefined && baseUrl !== before.openai.baseUrl ? '' : key
    const { project, location, glossary, bucket, model: googleModel } = change.google
    const next: EngineSettings = {
      ...before,
      active: change.active,
      google: {
        project,
        location,
        glossary,
        ...(bucket && { bucket }),
        ...(googleModel && { model: googleModel }),
      },
      openai: {
        baseUrl,
        model,
        key: keyForServer,
        ...(dialect !== undefined && { dialect }),
        ...(concurrency !== null && { concurrency }),
      },
    }
    await workspace.world.settings.set(name, next)
    return { engine: await viewEngine(workspace) }
  })
}
