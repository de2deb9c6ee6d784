import { setTimeout as sleep } from 'node:timers/promises'
import type { Role } from '../src/model/people.ts'
import type { Ready } from './main-thread-server.ts'

export const password = 'correct horse battery'

/** The cookie of the person of the sample who has a role, signed in by their one-time link. */
export async function signIn({ address, invitations }: Ready, role: Role): Promise<string> {
  const invitation = invitations.find(({ roles }) => roles.includes(role))
  const response = await fetch(`${address}/api/invitation/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'duizhao' },
    body: JSON.stringify({ token: invitation?.path.split('#')[1], password }),
  })
  return response.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ')
}

/** Asks for a small answer again and again; the result ends it and gives the longest wait in milliseconds. */
export function anotherUser(address: string): () => Promise<number> {
  let on = true
  let worst = 0
  const asking = (async () => {
    while (on) {
      const start = performance.now()
      await (await fetch(`${address}/api/session`)).text()
      worst = Math.max(worst, performance.now() - start)
      await sleep(10)
    }
  })()
  return async () => {
    on = false
    await asking
    return worst
  }
}
