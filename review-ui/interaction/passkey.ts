import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { BodyOf } from '../../src/contract/calls.ts'
import type { Answer, Failure } from '../api.ts'

/** What the browser answers for a passkey. */
export type PasskeyAnswer = BodyOf<'enterByPasskey'>['passkey']

/** The browser used no passkey: nobody was there, or it has none for this address. */
export interface Broken {
  readonly type: 'broken'
}

type Asked = Promise<Answer<{ options: Record<string, unknown> }>>
type Options<F extends (given: never) => unknown> = Parameters<F>[0] extends { optionsJSON: infer O } ? O : never

/** Has the browser use a passkey, as the server asks. */
export async function askForPasskey(asked: Asked): Promise<PasskeyAnswer | Failure | Broken> {
  const answer = await asked
  if (answer.type !== 'reply') return answer
  // biome-ignore lint/plugin/no-cast: the server makes the options with the other half of the same library
  const optionsJSON = answer.reply.options as unknown as Options<typeof startAuthentication>
  return await plain(startAuthentication({ optionsJSON }))
}

/** Has the browser make one. */
export async function makePasskey(asked: Asked): Promise<PasskeyAnswer | Failure | Broken> {
  const answer = await asked
  if (answer.type !== 'reply') return answer
  // biome-ignore lint/plugin/no-cast: the server makes the options with the other half of the same library
  const optionsJSON = answer.reply.options as unknown as Options<typeof startRegistration>
  return await plain(startRegistration({ optionsJSON }))
}

async function plain(made: Promise<unknown>): Promise<PasskeyAnswer | Broken> {
  try {
    return JSON.parse(JSON.stringify(await made))
  } catch {
    return { type: 'broken' }
  }
}
