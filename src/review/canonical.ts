import canonicalize from 'canonicalize'

/**
 * The canonical JSON of a value (RFC 8785): members sorted by UTF-16 units, no white space. Omits members that are
 * `undefined`. Throws for values without JSON: NaN, infinities, lone surrogates, cycles.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('a value with no JSON has no canonical JSON')
  return json
}

/** Items of a list written in one step. */
const itemsAStep = 100

/** The same step by step, for values that contain long lists. */
export function* canonicalSteps(value: unknown): Generator<void, string> {
  if (Array.isArray(value) && value.length > itemsAStep) {
    const groups: string[] = []
    for (let from = 0; from < value.length; from += itemsAStep) {
      groups.push(
        value
          .slice(from, from + itemsAStep)
          .map(canonicalJson)
          .join(','),
      )
      yield
    }
    const text = `[${groups.join(',')}]`
    // Of a long list the caller has work enough with the text: to join it is a step of its own.
    yield
    return text
  }
  if (!isRecord(value) || !isLong(value)) return canonicalJson(value)
  const members: string[] = []
  // The standard sorts strings by their UTF-16 units, as `sort` does.
  for (const name of Object.keys(value).sort()) {
    if (value[name] === undefined) continue
    members.push(`${canonicalJson(name)}:${yield* canonicalSteps(value[name])}`)
  }
  return `{${members.join(',')}}`
}

/**
 * A copy of a value through its canonical JSON, step by step: what reading the written value gives. Throws as
 * `canonicalJson` does.
 */
export function* canonicalCopySteps(value: unknown): Generator<void, unknown> {
  if (Array.isArray(value) && value.length > itemsAStep) {
    const items: unknown[] = []
    for (const item of value) {
      items.push(copyAtOnce(item))
      if (items.length % itemsAStep === 0) yield
    }
    return items
  }
  if (!isRecord(value) || !isLong(value)) return copyAtOnce(value)
  const members: [string, unknown][] = []
  for (const name of Object.keys(value).sort()) {
    if (value[name] === undefined) continue
    members.push([copyAtOnce(name), yield* canonicalCopySteps(value[name])])
  }
  // As JSON.parse does, this makes a member of every name, `__proto__` too.
  return Object.fromEntries(members)
}

/** Whether there is a list in a value that takes more than one step. Most values have none, and are written at once. */
function isLong(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.length > itemsAStep || value.some(isLong)
  return Object.values(value).some(isLong)
}

function copyAtOnce<T>(value: T): T {
  return JSON.parse(canonicalJson(value))
}

/** An object that is written member by member: it has no `toJSON` of its own. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value)
}
