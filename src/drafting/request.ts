import type { MemoryPair } from '../model/match.ts'
import type { EngineCall, EngineRequest, EngineTarget } from '../ports/engine.ts'
import type { Group, PlannedCall } from './course.ts'
import { termsOf } from './job.ts'
import type { Protected } from './protect.ts'
import { protectionOf, protectsInText } from './protection.ts'

/** A call as an engine gets it, and the way back for each of its answers. */
export interface PreparedCall {
  readonly call: EngineCall
  readonly protections: ReadonlyMap<string, Protected>
}

/** Similar confirmed pairs by source. */
export type Examples = ReadonlyMap<string, readonly MemoryPair[]>

export function prepareCall({ rung, groups }: PlannedCall, examples: Examples): PreparedCall {
  const protections = new Map<string, Protected>()
  const requests = groups.map((group): EngineRequest => {
    const [job] = group.jobs
    const protection = protectionOf(group, rung.means)
    protections.set(job.segment, protection)
    return {
      id: job.segment,
      source: protection.source,
      terms: protectsInText(rung.means) ? [] : termsOf(job.terms),
      before: job.before,
      after: job.after,
      examples: examples.get(job.source) ?? [],
      ...(rung.repair && group.best !== null && { repair: repairOf(group.best) }),
    }
  })
  return { call: { means: rung.means, requests }, protections }
}

function repairOf({ target, judgement }: NonNullable<Group['best']>): NonNullable<EngineRequest['repair']> {
  return { target, defects: judgement.defects.map(({ message }) => message) }
}

/** The targets of an answer, restored and without blank ones and those that were not asked for. */
export function restoredTargets(
  { protections }: PreparedCall,
  targets: ReadonlyMap<string, EngineTarget>,
): ReadonlyMap<string, EngineTarget> {
  const restored = new Map<string, EngineTarget>()
  for (const [id, { target, origin }] of targets) {
    const plain = protections.get(id)?.restore(target.toWellFormed()).trim() ?? ''
    if (plain !== '') restored.set(id, { target: plain, origin })
  }
  return restored
}
