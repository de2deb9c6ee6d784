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
 * A copy of a value, step by step: what reading its canonical JSON gives, made without writing it. Throws as
 * `canonicalJson` does.
 */
export function* canonicalCopySteps(value: unknown): Generator<void, unknown> {
  if (Array.isArray(value) && value.length > itemsAStep) {
    const items: unknown[] = []
    for (const item of value) {
      items.push(copyOf(item))
      if (items.length % itemsAStep === 0) yield
    }
    return items
  }
  if (!isRecord(value) || !isLong(value)) return copyOf(value)
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(value).sort()) {
    if (value[name] !== undefined) setMember(copy, copyOf(name), yield* canonicalCopySteps(value[name]))
  }
  return copy
}

/** Anything but plain data, which events are made of, is copied through its text: it is rare, and may be anything. */
function copyOf<T>(value: T): T
function copyOf(value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string' && value.isWellFormed()) return value
  // Canonical JSON has no negative zero.
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  // Also what is undefined is null in a list.
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : copyOf(item)))
  if (!isPlain(value)) return JSON.parse(canonicalJson(value))
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(value).sort()) {
    if (value[name] !== undefined) setMember(copy, copyOf(name), copyOf(value[name]))
  }
  return copy
}

/** As JSON.parse does, this makes a member of every name, `__proto__` too. */
function setMember(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') record[name] = value
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Whether there is a list in a value that takes more than one step. Most values have none, and are written at once. */
function isLong(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.length > itemsAStep || value.some(isLong)
  return Object.values(value).some(isLong)
}

/** An object that is written member by member: it has no `toJSON` of its own. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value)
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
}
