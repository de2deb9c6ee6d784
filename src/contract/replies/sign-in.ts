import * as z from 'zod'
import { exactly } from '../../schemas/exactly.ts'
import { linkedIdentity, providerSettings, secondFactor } from '../../schemas/sign-in.ts'
import type { SignInView } from '../views/sign-in.ts'
import { text } from './parts.ts'

export const signIn = exactly<SignInView>()(
  z.object({ provider: providerSettings.nullable(), secretSet: z.boolean(), secondFactor }),
)
/** Where the provider sends people back, and where after they left: what is registered there. */
export const signInPlaces = z.object({ signIn, redirect: text, afterLogout: text })
/** What the provider said of itself. */
export const providerTrial = z.object({ issuer: text, logout: z.boolean() })
export const identities = z.object({ identities: z.array(linkedIdentity).readonly() })
export const leaveTo = z.object({ address: text })
