import type { MemoryPair } from '../model/match.ts'
import type { EngineCall, EngineRequest } from '../ports/engine.ts'
import type { Group, PlannedCall } from './course.ts'
import { termsOf } from './job.ts'
import type { DocumentNames } from './names.ts'
import type { Protection } from './protect.ts'
import { protectionOf, protectsInText } from './protection.ts'

/** A call as an engine gets it, and what is to be put back into each of its answers. */
export interface PreparedCall {
  readonly call: EngineCall
  readonly protections: ReadonlyMap<string, Protection>
}

/** Similar confirmed pairs by source. */
export type Examples = ReadonlyMap<string, readonly MemoryPair[]>

export function prepareCall({ rung, groups }: PlannedCall, examples: Examples, names: DocumentNames): PreparedCall {
  const protections = new Map<string, Protection>()
  const requests = groups.map((group): EngineRequest => {
    const [job] = group.jobs
    const { source, protection } = protectionOf(group, rung.means, names)
    protections.set(job.segment, protection)
    return {
      id: job.segment,
      source,
      terms: protectsInText(rung.means) ? [] : termsOf([...job.terms, ...names.occurrencesIn(job)]),
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
