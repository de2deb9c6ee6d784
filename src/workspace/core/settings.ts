import type { EngineSettingsView } from '../../contract/views/engines.ts'
import { plainCounts } from '../../model/counts.ts'
import { plainStyle } from '../../model/house-style.ts'
import { type OfficeRules, plainSteps } from '../../model/office-steps.ts'
import type { Person } from '../../model/people.ts'
import { plainQuality } from '../../model/quality.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { usualRetention } from '../../model/retention.ts'
import type { SettingsChange, WorkspaceSettings } from '../../model/settings.ts'
import { dayIn } from '../../review/assignments.ts'
import { changedBy, decideSettings } from '../../review/settings.ts'
import { storedSettings } from '../../schemas/settings.ts'
import { viewEngine } from './engine-settings.ts'
import { admit } from './lookup.ts'
import type { Workspace } from './open.ts'
import { readStored } from './stored.ts'
import { wellFormed } from './well-formed.ts'

const name = 'settings'

/** The settings of a new workspace. The office decides what standing its English has. */
const initial: WorkspaceSettings = {
  office: { zh: '', en: '' },
  contact: '',
  timeZone: 'Asia/Shanghai',
  address: '',
  statement: {
    zh: '英文译文经审定发布，供参考使用；两种文本如有不一致之处，以中文文本为准。',
    en: 'Approved translation, published for reference. The Chinese text prevails.',
  },
  style: plainStyle,
  publishing: { names: 'people', proposedTerms: false },
  quality: plainQuality,
  counts: plainCounts,
  steps: plainSteps,
  retention: usualRetention,
}

/** Versions before settings had a journal stored them in the catalogue; what the journal says comes over that. */
export async function workspaceSettings({
  world,
  settings,
}: Pick<Workspace, 'world' | 'settings'>): Promise<WorkspaceSettings> {
  const stored = await readStored(world.settings, name, storedSettings)
  const { state } = await settings.read()
  return changedBy(changedBy(initial, stored ?? {}), state.change)
}

/**
 * What the rules take from the office now. Every write asks for it: the steps are in the journal alone, since no version
 * stored them in the catalogue, and which day it is matters only where a step is for those to whom it is given.
 */
export async function officeRules(workspace: Pick<Workspace, 'world' | 'settings'>): Promise<OfficeRules> {
  const { steps = plainSteps } = (await workspace.settings.read()).state.change
  if (!Object.values(steps.assignedOnly).includes(true)) return { steps, today: '' }
  const { timeZone } = await workspaceSettings(workspace)
  return { steps, today: dayIn(timeZone, workspace.world.clock()) }
}

/** Whether the office has a name in both languages: every published page keeps it as it was. */
export function isNamed({ zh, en }: WorkspaceSettings['office']): boolean {
  return zh.trim() !== '' && en.trim() !== ''
}

export async function viewSettings(
  workspace: Workspace,
  actor: Person,
): Promise<
  { readonly settings: WorkspaceSettings; readonly engine: EngineSettingsView; readonly key: string } | Refusal
> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  return {
    settings: await workspaceSettings(workspace),
    engine: await viewEngine(workspace),
    key: workspace.world.signer.key,
  }
}

/**
 * Changes the members that are present and keeps the others, so that two people who change different members do not
 * overwrite each other. Refuses an unknown time zone and an address that is not a web address.
 */
export async function changeSettings(
  workspace: Workspace,
  actor: Person,
  change: SettingsChange,
): Promise<{ readonly settings: WorkspaceSettings } | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  if (isRefusal(people)) return people
  const { timeZone, address = '' } = change
  if (timeZone !== undefined && !isTimeZone(timeZone)) return refuse('bad-request', { place: 'timeZone' })
  if (address !== '' && !isWebAddress(address)) return refuse('bad-request', { place: 'address' })
  const written = await workspace.settings.write(actor.id, async () =>
    decideSettings(await workspaceSettings(workspace), wellFormed(change)),
  )
  if (isRefusal(written)) return written
  return { settings: await workspaceSettings(workspace) }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}
