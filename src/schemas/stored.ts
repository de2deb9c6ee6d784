import * as z from 'zod'

/**
 * An entry as a store reads it: an event of any kind, since a newer version may have written it. What the event holds
 * beyond its type is for `schemas/event.ts` to read.
 */
export const storedEntry = z.object({
  sequence: z.int(),
  at: z.string(),
  by: z.string(),
  previous: z.string(),
  event: z.looseObject({ type: z.string() }),
  hash: z.string(),
})

/** A file of settings: values by name; the reader of a value knows its type. */
export const storedValues = z.record(z.string(), z.unknown())

/** The process that holds a workspace; `address` is null until it serves. */
export const lockHolder = z.object({
  pid: z.number(),
  address: z.string().nullable().catch(null),
  since: z.string(),
})
