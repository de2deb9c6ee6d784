import type { EngineSettingsView } from '../../../../src/contract/views.ts'
import type { EngineName } from '../../../../src/model/engine.ts'
import { destinationOfEngine } from '../../../../src/model/engine-destination.ts'

/** What an engine does beside the memory, which always comes first. */
export const engineRoles = ['drafts', 'repairs', 'off'] as const
export type EngineRole = (typeof engineRoles)[number]

/** Which engine drafts, `memory` for none, and which mends what it leaves with defects. */
export type Roles = Pick<EngineSettingsView, 'active' | 'second'>

export function roleOf(engine: EngineName, { active, second }: Roles): EngineRole {
  return engine === active ? 'drafts' : engine === second ? 'repairs' : 'off'
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
  const { active, second } = roles
  const before = roleOf(engine, roles)
  if (role === before) return roles
  if (role === 'off') {
    return before === 'drafts' ? { active: 'memory', second: null } : { active, second: null }
  }
  if (role === 'drafts') {
    return { active: engine, second: before === 'repairs' ? (active === 'memory' ? null : active) : second }
  }
  return before === 'drafts' ? { active: second ?? 'memory', second: engine } : { active, second: engine }
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
