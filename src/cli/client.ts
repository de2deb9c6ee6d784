import type { ReplyOf } from '../contract/calls.ts'
import { type Answer, type Arguments, type Callable, createClient } from '../contract/client.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'

/** A client of a server, which acts for a named person; the API is the same as the page's. */
export interface Client {
  /** Throws if the server's answer breaks the contract. */
  call<N extends Callable>(name: N, ...args: Arguments<N>): Promise<ReplyOf<N> | Refusal>
  /**
   * Runs an action in a session of the named person, as a page has it: for what people answer for with their name, which
   * the token of the terminal does not open. Refuses a wrong password, and what the action refuses.
   */
  inSession<T>(password: string, action: (client: Pick<Client, 'call'>) => Promise<T | Refusal>): Promise<T | Refusal>
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

  async function call<N extends Callable>(name: N, ...args: Arguments<N>): Promise<ReplyOf<N> | Refusal> {
    const answer = replyOf(await send(name, ...args))
    return isRefusal(answer) ? asSeenHere(answer) : answer
  }

  return {
    call,
    async inSession(password, action) {
      const session = openSession(server)
      const entered = await session.call('signIn', { body: { login: login ?? '', password } })
      if (isRefusal(entered)) return entered
      try {
        return await action(session)
      } finally {
        await session.call('signOut')
      }
    },
  }
}

/** A client that keeps the cookies that it is given. */
function openSession(server: string): Pick<Client, 'call'> {
  const cookies = new Map<string, string>()
  const send = createClient(
    async (address, request) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(address, { ...request, headers: { ...request.headers, cookie } })
      for (const given of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(given) ?? []
        cookies.set(name, value)
      }
      return response
    },
    { server },
  )
  return { call: async (name, ...args) => replyOf(await send(name, ...args)) }
}

function replyOf<T>(outcome: Answer<T>): T | Refusal {
  if (outcome.type === 'reply') return outcome.reply
  if (outcome.type === 'refusal') return outcome
  if (outcome.cause instanceof Error) throw outcome.cause
  throw new Error(`the server answered ${JSON.stringify(outcome.cause)}`)
}
