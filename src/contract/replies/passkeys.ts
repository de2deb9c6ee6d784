import * as z from 'zod'
import { text } from './parts.ts'

export const passkeyList = z.object({
  passkeys: z.array(z.object({ id: text, name: text, madeAt: text })).readonly(),
})
/** What the browser is asked with: the options of WebAuthn in JSON. */
export const options = z.object({ options: z.record(text, z.unknown()) })
export const recoveryReply = z.object({
  has: z.boolean(),
  askedBy: z.object({ id: text, name: text, at: text }).nullable(),
})
