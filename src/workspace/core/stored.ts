import type * as z from 'zod'
import type { Catalogue } from '../../ports/catalogue.ts'
import { misfitOf } from '../../schemas/misfit.ts'

/**
 * A value of the catalogue, of the type it is kept as; undefined where it was never set. Throws for one that was altered
 * from outside or written by another version. Members beyond its schema stay in it, and are written back with it.
 */
export async function readStored<T>(catalogue: Catalogue, name: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const value = await catalogue.get(name)
  if (value === undefined) return undefined
  const misfit = misfitOf(schema, value)
  if (misfit) throw new Error(`the settings cannot be read: ${[name, misfit.member].join('.')}: ${misfit.reason}`)
  // The schema has just held.
  return value as T
}
