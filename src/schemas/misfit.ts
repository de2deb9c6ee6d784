import type * as z from 'zod'

/** Where a value does not fit its schema: the member, dotted (`document.blocks.3.id`), and what is wrong with it. */
export interface Misfit {
  readonly member: string
  readonly reason: string
}

/** Whether a value fits; the value itself is kept as it is, with whatever it holds beyond the schema. */
export function misfitOf(schema: z.ZodType, value: unknown): Misfit | null {
  const read = schema.safeParse(value)
  if (read.success) return null
  const [issue] = read.error.issues
  return { member: issue?.path.join('.') ?? '', reason: issue?.message ?? '' }
}
