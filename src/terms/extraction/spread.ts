import { expectDefined } from '../../model/expect.ts'
/** At most `most` of the items, evenly spread and in order. */
export function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, at) =>
    expectDefined(items[Math.floor((at * items.length) / most)], 'an item'),
  )
}
