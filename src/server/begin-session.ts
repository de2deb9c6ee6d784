import type { Request } from 'express'
import type { Person } from '../model/people.ts'
import type { ProviderSession } from './provider/session.ts'

/** Begins a session under a new id, so that an id planted before is useless. */
export async function beginSession(request: Request, person: Person, provider?: ProviderSession): Promise<void> {
  await done((callback) => request.session.regenerate(callback))
  request.session.person = person.id
  if (provider !== undefined) request.session.provider = provider
  await done((callback) => request.session.save(callback))
}

/** Waits for what tells its end by a callback. */
export function done(start: (callback: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())))
}
