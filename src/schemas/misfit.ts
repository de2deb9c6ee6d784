import type * as z from 'zod'

/** Where a value does not fit its schema: the member, dotted (`document.blocks.3.id`), and what is wrong with it. */
export interface Misfit {
  readonly member: string
  readonly reason: string
}

/** Whether a value fits; it stays as it is, with whatever it holds beyond the schema. */
export function fits<T>(schema: z.ZodType<T>, value: unknown): value is T {
  return schema.safeParse(value).success
}

/** Why a value does not fit; null if it does. */
export function misfitOf(schema: z.ZodType, value: unknown): Misfit | null {
  const read = schema.safeParse(value)
  if (read.success) return null
  const [issue] = read.error.issues
  return { member: issue?.path.join('.') ?? '', reason: issue?.message ?? '' }
}
