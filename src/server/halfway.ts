import type { Request } from 'express'
import type { NextStep } from '../model/passkey.ts'
import type { Person } from '../model/people.ts'
import { activePerson } from '../workspace/core/lookup.ts'
import type { Workspace } from '../workspace/core/open.ts'
import { nextStepOf } from '../workspace/people/passkeys.ts'
import type { HalfSession } from './begin-session.ts'
import type { CatalogueSessionStore } from './sessions.ts'

/** Somebody who has shown once who they are, and what they have to do now. */
export interface Halfway {
  readonly person: Person
  readonly step: NextStep
  readonly half: HalfSession
}

/**
 * Who is halfway in a session; null for nobody. The step is what is asked of them now: whoever has got a passkey in the
 * meantime makes no other without it.
 */
export function createHalfway(
  workspace: Workspace,
  sessions: CatalogueSessionStore,
  holds: (request: Request) => Promise<boolean>,
): (request: Request) => Promise<Halfway | null> {
  return async (request) => {
    if (request.session.half === undefined || !(await holds(request))) return null
    const half = (await sessions.read(request.sessionID))?.half
    const person = half !== undefined && Date.now() < half.until ? await activePerson(workspace, half.person) : null
    const step = person && (await nextStepOf(workspace, person))
    return half !== undefined && person !== null && step !== null ? { person, step, half } : null
  }
}
