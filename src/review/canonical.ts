import canonicalize from 'canonicalize'

/**
 * The JSON of a value in its one canonical form (RFC 8785): members sorted by UTF-16 units, no white space. Members
 * that are `undefined` are left out. Throws for what JSON cannot hold: NaN, infinities, lone surrogates, circles.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('a value with no JSON has no canonical JSON')
  return json
}

/** Items of a list that are written in one step. */
const itemsAStep = 100

/** The same step by step, for values with long lists in them. */
export function* canonicalSteps(value: unknown): Generator<void, string> {
  if (Array.isArray(value) && value.length > itemsAStep) {
    const items: string[] = []
    for (const item of value) {
      items.push(canonicalJson(item))
      if (items.length % itemsAStep === 0) yield
    }
    return `[${items.join(',')}]`
  }
  if (!isRecord(value)) return canonicalJson(value)
  const members: string[] = []
  // The order of strings is that of their UTF-16 units, as the standard asks.
  for (const name of Object.keys(value).sort()) {
    if (value[name] === undefined) continue
    members.push(`${canonicalJson(name)}:${yield* canonicalSteps(value[name])}`)
  }
  return `{${members.join(',')}}`
}

/** An object that is written by its members: none that says itself how. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value)
}
