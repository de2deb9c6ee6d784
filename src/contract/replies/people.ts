import * as z from 'zod'
import { type AccountEntry, accountActs } from '../../model/account-record.ts'
import { roles } from '../../model/people.ts'
import { exactly } from '../../schemas/exactly.ts'
import { person } from '../../schemas/people.ts'
import type { ErasureView } from '../views/people.ts'
import { count, text } from './parts.ts'

const accountEntry = exactly<AccountEntry>()(
  z.object({
    at: text,
    act: z.enum(accountActs),
    by: text.nullable(),
    person: text.nullable(),
    roles: z.array(z.enum(roles)).readonly().exactOptional(),
    address: text.exactOptional(),
    route: text.exactOptional(),
    detail: text.exactOptional(),
    byProvider: z.literal(true).exactOptional(),
  }),
)

export const accountRecord = z.object({ entries: z.array(accountEntry).readonly(), more: z.boolean() })
export const people = z.object({ people: z.array(person).readonly(), singlePerson: z.boolean() })
export const erasure = exactly<ErasureView>()(
  z.object({
    open: z.boolean(),
    askedBy: z.object({ id: text, name: text, at: text }).nullable(),
    takesTwo: z.boolean(),
    goes: z.object({
      password: z.boolean(),
      passkeys: count,
      tokens: count,
      link: z.boolean(),
      identities: count,
      choices: z.boolean(),
      absence: z.boolean(),
      sessions: count,
      door: count,
      notices: count,
      mails: count,
    }),
    stays: z.object({
      record: count,
      acts: count,
      documents: count,
      signatures: count,
      published: count,
      work: count,
    }),
  }),
)
