import type { EngineSettingsView } from '../../../../src/contract/views/engines.ts'
import type { EngineName } from '../../../../src/model/engine.ts'
import { destinationOfEngine } from '../../../../src/model/engine-destination.ts'

/** What an engine does beside the memory, which always comes first. */
export const engineRoles = ['drafts', 'repairs', 'asked', 'off'] as const
export type EngineRole = (typeof engineRoles)[number]

/** Which engine drafts, `memory` for none, which mends what it leaves with defects, and which may be asked besides. */
export type Roles = Pick<EngineSettingsView, 'active' | 'second' | 'onDemand'>

export function roleOf(engine: EngineName, { active, second, onDemand }: Roles): EngineRole {
  if (engine === active) return 'drafts'
  if (engine === second) return 'repairs'
  return onDemand.includes(engine) ? 'asked' : 'off'
}

/** What an engine is for: its role, or `questions` where it drafts nothing and may be asked about finished English. */
export function purposeOf(
  engine: EngineName,
  role: EngineRole,
  { questions }: Pick<EngineSettingsView, 'questions'>,
): EngineRole | 'questions' {
  return role === 'off' && questions && engine === 'openai-compatible' ? 'questions' : role
}

/** Whether an engine can have a role: there is nothing to repair where no other engine drafts. */
export function canTake(engine: EngineName, role: EngineRole, { active, second }: Roles): boolean {
  if (role !== 'repairs') return true
  return engine === active ? second !== null : active !== 'memory'
}

/**
 * The roles with one of them changed. Whoever had the role before takes the one that is given up, so that no engine
 * begins to draft that nobody chose. Without an engine that drafts there is none that repairs.
 */
export function withRole(engine: EngineName, role: EngineRole, roles: Roles): Roles {
  const before = roleOf(engine, roles)
  if (role === before) return roles
  const others = roles.onDemand.filter((one) => one !== engine)
  const { active, second } = roles
  const also = (one: EngineName | null) => (one === null || one === 'memory' ? others : [...others, one])
  if (role === 'drafts') {
    if (before === 'repairs') return { active: engine, second: active === 'memory' ? null : active, onDemand: others }
    return { active: engine, second, onDemand: before === 'asked' ? also(active) : others }
  }
  if (role === 'repairs') {
    if (before === 'drafts') return { active: second ?? 'memory', second: engine, onDemand: others }
    return { active, second: engine, onDemand: before === 'asked' ? also(second) : others }
  }
  const onDemand = role === 'asked' ? also(engine) : others
  return before === 'drafts'
    ? { active: 'memory', second: null, onDemand }
    : { active, second: before === 'repairs' ? null : second, onDemand }
}

/** Where an engine would send texts that nobody has agreed to yet; null if it may have them. */
export function unagreed(engine: EngineName, settings: EngineSettingsView): string | null {
  const destination = destinationOfEngine(engine, settings)
  if (!('host' in destination)) return null
  return settings.consents.some(({ to }) => to === destination.host) ? null : destination.host
}

/** The engines in the order in which a sentence comes to them; those that are not used last. */
export function inOrder(engines: readonly EngineName[], roles: Roles): readonly EngineName[] {
  const place = (engine: EngineName) => (engine === 'memory' ? -1 : engineRoles.indexOf(roleOf(engine, roles)))
  return engines.toSorted((a, b) => place(a) - place(b))
}
