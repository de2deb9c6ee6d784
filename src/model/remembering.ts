/** Gives a thing back as it is, so that a class that extends this one puts its private fields on the thing. */
class Given {
  constructor(thing: object) {
    // biome-ignore lint/correctness/noConstructorReturn: see above
    return thing
  }
}

/** How many functions remember: each has a place of its own among the results. */
let functions = 0

/**
 * What functions have worked out of a thing: in a private field on it, which nothing else sees and no copy has. WeakMaps
 * with a hundred thousand entries, ten to a sentence, had the garbage collector hold the server for 190 ms of 250.
 */
class Results extends Given {
  readonly #results: unknown[] = new Array(functions)

  static of(thing: object): unknown[] {
    return #results in thing ? thing.#results : new Results(thing).#results
  }
}

/**
 * A function that does its work once for each thing it is given, as long as the thing lives. Results stay with the thing
 * when the function is gone: a function for each of many values is `rememberingLastOf` instead.
 */
export function remembering<K extends object, T extends object>(work: (thing: K) => T): (thing: K) => T {
  const place = functions++
  return (thing) => {
    const results = Results.of(thing)
    // biome-ignore lint/plugin/no-cast: only this function writes at its place
    const known = results[place] as T | undefined
    if (known !== undefined) return known
    const result = work(thing)
    results[place] = result
    return result
  }
}

/** The same for a thing beside a value: of each thing the result for the last value is remembered. */
export function rememberingLastOf<K extends object, V, T>(work: (thing: K, value: V) => T): (thing: K, value: V) => T {
  const lastOf = remembering((_thing: K): { last?: { readonly value: V; readonly result: T } } => ({}))
  return (thing, value) => {
    const holder = lastOf(thing)
    if (holder.last === undefined || holder.last.value !== value) holder.last = { value, result: work(thing, value) }
    return holder.last.result
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
