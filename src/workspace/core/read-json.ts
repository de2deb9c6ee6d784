import type * as z from 'zod'
import { type Refusal, refuse } from '../../model/refusal.ts'

/** What JSON in UTF-8 says, by its schema. Refuses `bad-request` with the place where the value does not fit it. */
export function readJson<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | Refusal {
  try {
    const read = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    const issue = read.error?.issues[0]
    return read.success ? read.data : refuse('bad-request', { place: issue?.path.join('.') ?? '' })
  } catch {
    return refuse('bad-request', { place: 'body' })
  }
}
