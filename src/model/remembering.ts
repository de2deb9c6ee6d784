/** A function that does its work once for each thing it is given, as long as the thing lives. */
export function remembering<K extends object, T extends object>(work: (thing: K) => T): (thing: K) => T {
  const results = new WeakMap<K, T>()
  return (thing) => {
    const known = results.get(thing) ?? work(thing)
    results.set(thing, known)
    return known
  }
}
