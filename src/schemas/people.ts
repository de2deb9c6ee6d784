import * as z from 'zod'
import { type Person, roles } from '../model/people.ts'
import { type Refusal, refusalCodes } from '../model/refusal.ts'
import { absence } from './assignment.ts'
import { exactly } from './exactly.ts'

export const role = z.enum(roles)

export const person = exactly<Person>()(
  z
    .object({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      roles: z.array(role),
      active: z.boolean(),
      away: absence.exactOptional(),
      erased: z.int().exactOptional(),
    })
    .meta({ id: 'Person' }),
)

export const refusal = exactly<Refusal>()(
  z
    .object({
      type: z.literal('refusal'),
      code: z.enum(refusalCodes),
      params: z.record(z.string(), z.string()),
    })
    .meta({ id: 'Refusal', description: 'A rule said no: why, by code.' }),
)
