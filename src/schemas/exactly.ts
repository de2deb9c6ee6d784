import type * as z from 'zod'

/** A type without what makes no difference to a value: intersections flattened, every member readonly. */
type Flat<T> = T extends object ? { readonly [K in keyof T]: Flat<T[K]> } : T

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false

/**
 * A schema of exactly this type: `exactly<Term>()(z.object(…))` compiles while the schema describes every member of
 * `Term`, optional ones too, and no other. So a type and its schema cannot drift apart.
 */
export function exactly<T>() {
  return <S extends z.ZodType>(
    schema: S,
    ..._same: Same<Flat<T>, Flat<z.output<S>>> extends true ? [] : [error: 'the schema is not of this type']
  ): z.ZodType<T> =>
    // biome-ignore lint/plugin/no-cast: the compiler has compared the two, and cannot conclude that they are the same but for `readonly`
    schema as unknown as z.ZodType<T>
}
