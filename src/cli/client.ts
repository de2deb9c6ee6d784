import type { ReplyOf } from '../contract/calls.ts'
import { type Arguments, type Callable, createClient } from '../contract/client.ts'
import { type Refusal, refuse } from '../model/refusal.ts'

/** A client of a server, which acts for a named person; the API is the same as the page's. */
export interface Client {
  /** Throws if the server's answer breaks the contract. */
  call<N extends Callable>(name: N, ...args: Arguments<N>): Promise<ReplyOf<N> | Refusal>
}

export function connect(server: string, token: string, login: string | undefined): Client {
  const send = createClient(fetch, {
    server,
    headers: {
      authorization: `Bearer ${token}`,
      ...(login !== undefined && { 'x-duizhao-as': encodeURIComponent(login) }),
    },
  })

  /** With a valid token, "unknown person" concerns the name given with it. */
  function asSeenHere(refusal: Refusal): Refusal {
    return refusal.code === 'not-signed-in' && login !== undefined ? refuse('person-unknown', { login }) : refusal
  }

  return {
    async call(name, ...args) {
      const outcome = await send(name, ...args)
      if (outcome.type === 'reply') return outcome.reply
      if (outcome.type === 'refusal') return asSeenHere(outcome)
      if (outcome.cause instanceof Error) throw outcome.cause
      throw new Error(`the server answered ${JSON.stringify(outcome.cause)}`)
    },
  }
}
