import * as z from 'zod'
import { hasLongList } from '../model/long-lists.ts'
import type { Steps } from '../model/steps.ts'

/** Where a value does not fit its schema: the member, dotted (`document.blocks.3.id`), and what is wrong with it. */
export interface Misfit {
  readonly member: string
  readonly reason: string
}

type Schema = z.core.$ZodType

/** Whether a value fits; it stays as it is, with whatever it holds beyond the schema. */
export function fits<T>(schema: z.ZodType<T>, value: unknown): value is T {
  return schema.safeParse(value).success
}

/** Why a value does not fit; null if it does. */
export function misfitOf(schema: Schema, value: unknown): Misfit | null {
  return misfitAt([], schema, value)
}

function misfitAt(place: readonly PropertyKey[], schema: Schema, value: unknown): Misfit | null {
  const read = z.safeParse(schema, value)
  if (read.success) return null
  const [issue] = read.error.issues
  return { member: [...place, ...(issue?.path ?? [])].join('.'), reason: issue?.message ?? '' }
}

/** Items of a list that are read in one step: it takes about a millisecond. */
const itemsAStep = 500

interface LongList {
  readonly place: readonly PropertyKey[]
  readonly items: readonly unknown[]
  readonly element: Schema
}

/** The same step by step: the items of long lists one after the other, after all that they stand in. */
export function* misfitSteps(schema: Schema, value: unknown): Steps<Misfit | null> {
  // Most values have none, and are read at once.
  if (!hasLongList(value, itemsAStep)) return misfitOf(schema, value)
  const lists: LongList[] = []
  const misfit = misfitOf(schema, withoutLongLists([], schema, value, lists))
  if (misfit) return misfit
  for (const { place, items, element } of lists) {
    for (const [index, item] of items.entries()) {
      if (index % itemsAStep === 0) yield
      const misfit = misfitAt([...place, index], element, item)
      if (misfit) return misfit
    }
  }
  return null
}

/** A value with its long lists empty, which come into `lists`. What is not followed to its lists stays as it is. */
function withoutLongLists(place: readonly PropertyKey[], schema: Schema, value: unknown, lists: LongList[]): unknown {
  if (schema instanceof z.ZodArray) {
    // A list with rules of its own is read whole.
    if (!Array.isArray(value) || value.length <= itemsAStep || schema.def.checks?.length) return value
    lists.push({ place, items: value, element: schema.element })
    return []
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const option = schema.options.find(
      (one) => one instanceof z.ZodObject && isOf(one, schema.def.discriminator, value),
    )
    return option === undefined ? value : withoutLongLists(place, option, value, lists)
  }
  if (!(schema instanceof z.ZodObject)) return value
  let copy: Record<string, unknown> | undefined
  for (const [name, member] of Object.entries(value)) {
    const of = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    if (of === undefined) continue
    const rest = withoutLongLists([...place, name], of, member, lists)
    if (rest === member) continue
    copy ??= { ...value }
    copy[name] = rest
  }
  return copy ?? value
}

/** Whether the member that tells kinds of values apart says that this is one of a kind. */
function isOf({ shape }: z.ZodObject, discriminator: string, value: object): boolean {
  const kind = shape[discriminator]
  return (
    kind !== undefined && z.safeParse(kind, Object.entries(value).find(([name]) => name === discriminator)?.[1]).success
  )
}
