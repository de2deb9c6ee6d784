import type { Request } from 'express'
import type { Person } from '../model/people.ts'
import type { Workspace } from '../workspace/core/open.ts'
import { nextStepOf } from '../workspace/people/passkeys.ts'
import type { ProviderSession } from './provider/session.ts'

/** Who besides this server says who somebody is, and has to go on saying so. */
export interface Vouchers {
  readonly provider?: ProviderSession
  /** That a proxy said who it is: it has to say so with every request. */
  readonly byHeader?: true
}

/** Whoever has shown once who they are, and has a second step to do: nobody is signed in yet. */
export interface HalfSession extends Vouchers {
  readonly person: string
  /** Until when the step can be done, in milliseconds since 1970. */
  readonly until: number
}

/** How long somebody has for the second step, in milliseconds. */
const halfMilliseconds = 10 * 60 * 1000

/** Begins a session under a new id, so that an id planted before is useless. */
export async function beginSession(request: Request, person: Person, vouchers: Vouchers = {}): Promise<void> {
  await done((callback) => request.session.regenerate(callback))
  request.session.person = person.id
  Object.assign(request.session, vouchers)
  await done((callback) => request.session.save(callback))
}

/**
 * Lets somebody in who has shown once who they are, whichever way: by password, link, provider or proxy. Whoever has a second
 * step to do comes halfway, under a new id as well. False if so.
 */
export async function comeIn(
  workspace: Workspace,
  request: Request,
  person: Person,
  vouchers: Vouchers = {},
): Promise<boolean> {
  if ((await nextStepOf(workspace, person)) === null) {
    await beginSession(request, person, vouchers)
    return true
  }
  await done((callback) => request.session.regenerate(callback))
  request.session.half = { ...vouchers, person: person.id, until: Date.now() + halfMilliseconds }
  await done((callback) => request.session.save(callback))
  return false
}

/** Waits for what tells its end by a callback. */
export function done(start: (callback: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())))
}
