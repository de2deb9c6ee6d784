import type { EngineSettingsView } from '../../contract/views/engines.ts'
import {
  type EngineConsent,
  type EngineName,
  type EngineSettings,
  engineNames,
  type OfflineSettings,
  type Price,
} from '../../model/engine.ts'
import { destinationOfEngine, isAgreed } from '../../model/engine-destination.ts'
import type { Person } from '../../model/people.ts'
import type { DialectChoice } from '../../model/prompt-dialect.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { engineSettings as engineSettingsSchema } from '../../schemas/settings.ts'
import { admit } from './lookup.ts'
import type { Workspace } from './open.ts'
import { readStored } from './stored.ts'

const name = 'engine'

const initial: EngineSettings = {
  active: 'memory',
  unchosen: true,
  google: { project: '', location: '', glossary: '' },
  openai: { baseUrl: '', model: '', key: '' },
}

/** The settings of the engines, secrets included: for the code that opens an engine, never for a page. */
export async function engineSettings({ world }: Workspace): Promise<EngineSettings> {
  const stored = (await readStored(world.settings, name, engineSettingsSchema)) ?? initial
  if (!stored.unchosen) return stored
  const { installed } = await world.offlineModels.state()
  return { ...stored, active: installed ? 'offline' : 'memory' }
}

/**
 * The settings for a run: without a second engine to which no administrator has agreed, since texts never leave the
 * machine unasked.
 */
export async function settingsOfRuns(workspace: Workspace): Promise<EngineSettings> {
  const settings = await engineSettings(workspace)
  if (settings.second === undefined || isAgreed(settings.second, settings)) return settings
  const { second: _, ...rest } = settings
  return rest
}

/** The same settings as pages may have them: of a key only whether it is set, and names of people for ids. */
export async function viewEngine(workspace: Workspace): Promise<EngineSettingsView> {
  const settings = await engineSettings(workspace)
  const { active, unchosen = false, second = null, onDemand = [], prices = {}, consents = [], offline = {} } = settings
  const { google, openai, questions = false } = settings
  const { baseUrl, model, key, dialect = 'auto', concurrency = null } = openai
  const { state } = await workspace.people.read()
  const { installed } = await workspace.world.offlineModels.state()
  const nameOf = (id: string) => state.people.find((person) => person.id === id)?.name ?? id
  return {
    active,
    chosen: !unchosen,
    second,
    onDemand,
    questions,
    prices,
    consents: consents.map(({ to, by, at }) => ({ to, name: nameOf(by), at })),
    offline: { threads: offline.threads ?? null, model: installed?.version ?? null },
    google,
    openai: { baseUrl, model, keySet: key !== '', dialect, concurrency },
  }
}

/**
 * An administrator's change; what is absent stays as it is. Of the OpenAI-compatible server an empty key removes the
 * stored one, and null calls are those that suit the dialect; null threads are those that suit the machine. A null
 * second engine removes it, and so does a null price.
 */
export interface EngineChange {
  readonly active?: EngineName | undefined
  readonly second?: EngineName | null | undefined
  readonly onDemand?: readonly EngineName[] | undefined
  readonly questions?: boolean | undefined
  readonly prices?: Readonly<Partial<Record<EngineName, Price | null>>> | undefined
  /** Agrees that texts go to where the engines chosen send them. */
  readonly consent?: boolean | undefined
  readonly offline?: { readonly threads: number | null } | undefined
  readonly google?: EngineSettings['google'] | undefined
  readonly openai?:
    | {
        readonly baseUrl: string
        readonly model: string
        readonly key?: string | undefined
        readonly dialect?: DialectChoice | undefined
        readonly concurrency?: number | null | undefined
      }
    | undefined
}

/** Refuses an engine that sends texts off this machine, unless an administrator agrees or has agreed to where they go. */
export async function changeEngine(
  workspace: Workspace,
  actor: Person,
  change: EngineChange,
): Promise<{ readonly engine: EngineSettingsView } | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  if (isRefusal(people)) return people
  return workspace.turns.take(name, async () => {
    const before = await engineSettings(workspace)
    const active = change.active ?? before.active
    const second = change.second === undefined ? before.second : change.second
    const changed: EngineSettings = {
      active,
      ...(before.unchosen && change.active === undefined && { unchosen: true }),
      ...(second && second !== active && second !== 'memory' && { second }),
      onDemand: (change.onDemand ?? before.onDemand ?? []).filter(
        (engine) => engine !== active && engine !== second && engine !== 'memory',
      ),
      ...((change.questions ?? before.questions) && { questions: true as const }),
      prices: pricesWith(before.prices, change.prices),
      offline: offlineWith(before.offline, change.offline),
      google: change.google ? trimmed(change.google) : before.google,
      openai: change.openai ? serverWith(before.openai, change.openai) : before.openai,
      consents: before.consents ?? [],
    }
    const next = withConsents(changed, change.consent === true ? { by: actor.id, at: workspace.world.clock() } : null)
    const unasked = engineNames.find((engine) => getsTexts(engine, next) && !isAgreed(engine, next))
    if (unasked !== undefined) {
      const host = hostOf(unasked, next)
      // What was chosen by an earlier version stays, and a second engine to which nobody agreed is not asked.
      if (!getsTexts(unasked, before) || hostOf(unasked, before) !== host) return refuse('engine-consent', { host })
    }
    await workspace.world.settings.set(name, next)
    return { engine: await viewEngine(workspace) }
  })
}

function offlineWith(before: OfflineSettings | undefined, change: EngineChange['offline']): OfflineSettings {
  if (change === undefined) return before ?? {}
  return change.threads === null ? {} : { threads: change.threads }
}

/**
 * With the words that were given for where the engines chosen send texts, and a new one where it is missing. A word ends
 * with the choice that it was given for.
 */
function withConsents(settings: EngineSettings, word: Omit<EngineConsent, 'to'> | null): EngineSettings {
  const consents = engineNames.flatMap((engine): readonly EngineConsent[] => {
    const host = hostOf(engine, settings)
    if (!getsTexts(engine, settings) || host === '') return []
    const given = settings.consents?.find(({ to }) => to === host)
    return given ? [given] : word ? [{ to: host, ...word }] : []
  })
  return { ...settings, consents }
}

/** Whether texts are sent to an engine: it may be asked for drafts, or for questions. */
function getsTexts(engine: EngineName, settings: EngineSettings): boolean {
  return isChosen(engine, settings) || (engine === questioningEngine && settings.questions === true)
}

/** The engine that can be asked for questions on finished English. */
export const questioningEngine = 'openai-compatible' satisfies EngineName

/** Whether an engine may be asked for drafts: it drafts, mends, or is asked for single ones. */
export function isChosen(engine: EngineName, { active, second, onDemand = [] }: EngineSettings): boolean {
  return engine === active || engine === second || onDemand.includes(engine)
}

/** Where an engine sends texts; '' if they stay on this machine. */
function hostOf(engine: EngineName, settings: EngineSettings): string {
  const destination = destinationOfEngine(engine, settings)
  return 'host' in destination ? destination.host : ''
}

function pricesWith(
  before: EngineSettings['prices'],
  change: EngineChange['prices'] = {},
): NonNullable<EngineSettings['prices']> {
  const prices: Partial<Record<EngineName, Price>> = { ...before }
  for (const engine of engineNames) {
    const price = change[engine]
    if (price === null) delete prices[engine]
    else if (price !== undefined) prices[engine] = price
  }
  return prices
}

function trimmed(google: EngineSettings['google']): EngineSettings['google'] {
  const { project, location, glossary, bucket, model, concurrency } = google
  return {
    project,
    location,
    glossary,
    ...(bucket && { bucket }),
    ...(model && { model }),
    ...(concurrency && { concurrency }),
  }
}

function serverWith(
  before: EngineSettings['openai'],
  change: NonNullable<EngineChange['openai']>,
): EngineSettings['openai'] {
  const { baseUrl, model, key = before.key, dialect = before.dialect } = change
  const { concurrency = before.concurrency ?? null } = change
  // A key belongs to one server and is not sent to another.
  const keyForServer = change.key === undefined && baseUrl !== before.baseUrl ? '' : key
  return {
    baseUrl,
    model,
    key: keyForServer,
    ...(dialect !== undefined && { dialect }),
    ...(concurrency !== null && { concurrency }),
  }
}
