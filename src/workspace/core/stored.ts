import type * as z from 'zod'
import type { Catalogue } from '../../ports/catalogue.ts'
import { fits, misfitOf } from '../../schemas/misfit.ts'

/**
 * A value of the catalogue, parsed by its schema; undefined if it was never set. Throws for a value that was altered
 * from outside or written by another version. Members that the schema does not know are preserved.
 */
export async function readStored<T>(catalogue: Catalogue, name: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const value = await catalogue.get(name)
  if (value === undefined) return undefined
  if (fits(schema, value)) return value
  const misfit = misfitOf(schema, value)
  throw new Error(`the settings cannot be read: ${[name, misfit?.member].join('.')}: ${misfit?.reason}`)
}
