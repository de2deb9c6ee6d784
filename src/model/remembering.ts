/** A function that does its work once for each thing it is given, as long as the thing lives. */
export function remembering<K extends object, T extends object>(work: (thing: K) => T): (thing: K) => T {
  const results = new WeakMap<K, T>()
  return (thing) => {
    const known = results.get(thing) ?? work(thing)
    results.set(thing, known)
    return known
  }
}

/**
 * A function that does its work again only if it is given another value than the last time: for what several readers of
 * one text ask for, one after the other. It holds one value and one result.
 */
export function rememberingLast<K, T>(work: (value: K) => T): (value: K) => T {
  let last: { readonly value: K; readonly result: T } | undefined
  return (value) => {
    if (last === undefined || last.value !== value) last = { value, result: work(value) }
    return last.result
  }
}
