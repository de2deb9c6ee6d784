import * as z from 'zod'
import { tokenLimits, tokenScopes } from '../../model/api-token.ts'
import { apiTokenShape } from '../../schemas/settings.ts'
import { short } from '../inputs.ts'
import { done } from '../replies/parts.ts'
import type { Route } from '../route.ts'

const token = z.object(apiTokenShape)

/** Tokens by which programs act for the person who made them. */
export const tokensRoutes = {
  tokens: {
    resource: 'session',
    method: 'GET',
    path: '/api/tokens',
    access: 'signed-in',
    reply: z.object({ tokens: z.array(token).readonly() }),
  },
  makeToken: {
    resource: 'session',
    method: 'POST',
    path: '/api/tokens',
    access: 'signed-in',
    body: z.object({
      name: short.min(1).max(100),
      scopes: z.array(z.enum(tokenScopes)).min(1),
      days: z.int().min(1).max(tokenLimits.days),
    }),
    reply: z.object({ token, text: z.string() }),
  },
  revokeToken: {
    resource: 'session',
    method: 'DELETE',
    path: '/api/tokens/:token',
    access: 'signed-in',
    reply: done,
  },
} as const satisfies Readonly<Record<string, Route>>
