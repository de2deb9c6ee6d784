import type { ParamsOf, ReplyOf } from '../src/contract/calls.ts'
import { type Call, type Callable, createClient, type Outcome, addressOf as pathOf } from '../src/contract/client.ts'
import type { RouteName } from '../src/contract/routes.ts'
import { base } from './base.ts'

export type { Answer, Failure, Unreachable } from '../src/contract/client.ts'
export type Reply<N extends Callable> = ReplyOf<N>

declare global {
  /** Answers to calls that were begun before the script of the page was read, by their paths; see `first.ts`. */
  var begunCalls: Map<string, Promise<Response | null>> | undefined
}

/** Takes the answer to a call that was begun before the page asked, once, and only a good one. */
async function begunAnswer(path: string, method: string): Promise<Response | null> {
  const answer = method === 'GET' ? globalThis.begunCalls?.get(path) : undefined
  globalThis.begunCalls?.delete(path)
  const response = (await answer) ?? null
  return response?.ok ? response : null
}

const send = createClient(
  async (address, request) => (await begunAnswer(address, request.method)) ?? fetch(address, request),
  { server: base },
)

/** The address of a route on this server. */
export function addressOf<N extends RouteName>(
  name: N,
  params: ParamsOf<N>,
  query: Readonly<Record<string, unknown>> = {},
): string {
  return `${base}${pathOf(name, params, query)}`
}

/** The same for what no person has asked for: nobody is asked to sign in again because of it. */
export const callQuietly: Call = send

const listeners = new Set<() => void>()

/** Hears of every call that was refused because nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls a route of the contract. Never throws but for a call that the contract does not have. */
export const call: Call = async (name, ...args) => {
  const outcome: Outcome<typeof name> = await send(name, ...args)
  if (outcome.type === 'refusal' && outcome.code === 'not-signed-in') for (const listener of listeners) listener()
  return outcome
}
