import * as z from 'zod'
import type { SecondFactor } from '../model/passkey.ts'
import { roles } from '../model/people.ts'
import type { LinkedIdentity, ProviderSettings } from '../model/sign-in.ts'
import { exactly } from './exactly.ts'

const text = z.string()

export const providerSettings = exactly<ProviderSettings>()(
  z.object({
    issuer: text,
    clientId: text,
    scope: text,
    claim: text,
    roles: z.record(z.enum(roles), z.array(text).readonly()),
    makesAccounts: z.boolean(),
    label: z.object({ zh: text, en: text }),
  }),
)

export const secondFactor = exactly<SecondFactor>()(
  z.object({ when: z.enum(['off', 'held', 'required']), roles: z.array(z.enum(roles)).readonly() }),
)

/** How people sign in, as it is stored: with the secret by which the server shows the provider that it is itself. */
export const storedSignIn = z.object({
  provider: providerSettings.exactOptional(),
  secret: text.exactOptional(),
  secondFactor: secondFactor.exactOptional(),
})
export type StoredSignIn = z.infer<typeof storedSignIn>

export const linkedIdentity = exactly<LinkedIdentity>()(z.object({ person: text, issuer: text, subject: text }))
