import { expectDefined } from '../model/expect.ts'

/**
 * What `work` makes of each item, in the order of the items, while the work on up to `ahead` items after it is under way.
 * A fault of the work comes where its result would; work that nobody waits for any more ends unheard.
 */
export async function* workAhead<T, R>(
  items: AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<R, void> {
  const underWay: Promise<R>[] = []
  for await (const item of items) {
    const result = work(item)
    result.catch(() => {})
    underWay.push(result)
    if (underWay.length > ahead) yield await expectDefined(underWay.shift(), 'the oldest work')
  }
  for (const result of underWay) yield await result
}
