import * as z from 'zod'
import { nextSteps } from '../../model/passkey.ts'
import { proofs } from '../../model/sign-in.ts'
import { exactly } from '../../schemas/exactly.ts'
import { person } from '../../schemas/people.ts'
import { workspaceSettings } from '../../schemas/settings.ts'
import type { SessionView } from '../views/session.ts'
import { text } from './parts.ts'

export const session = exactly<SessionView>()(
  z
    .object({
      person: person.nullable(),
      workspace: workspaceSettings,
      engine: text,
      singlePerson: z.boolean(),
      provider: z.object({ label: z.object({ zh: text, en: text }), host: text }).nullable(),
      proof: z.enum(proofs).nullable(),
      proved: text.nullable(),
      hasPasskey: z.boolean(),
      next: z.enum(nextSteps).nullable(),
    })
    .meta({ id: 'Session' }),
)

/** `leave`: where the page goes so that the session at the provider ends as well; null if there is none. */
export const signedOut = z.object({ done: z.literal(true), leave: text.nullable() })
