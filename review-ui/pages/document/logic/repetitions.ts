import type { Inline } from '../../../../src/model/inline.ts'

/** The other segments with the same Chinese, codes included, by the id of each that has any; in reading order. */
export type Repetitions = ReadonlyMap<string, readonly string[]>

/** A source as a key of equality. */
const keys = new WeakMap<Inline, string>()

function keyOf(source: Inline): string {
  const known = keys.get(source)
  if (known !== undefined) return known
  const key = JSON.stringify(source)
  keys.set(source, key)
  return key
}

export function repetitionsOf(segments: readonly { readonly id: string; readonly source: Inline }[]): Repetitions {
  const groups = Map.groupBy(segments, ({ source }) => keyOf(source)).values()
  return new Map(
    [...groups]
      .filter(({ length }) => length > 1)
      .flatMap((group) => {
        const ids = group.map(({ id }) => id)
        return ids.map((id) => [id, ids.filter((other) => other !== id)] as const)
      }),
  )
}
