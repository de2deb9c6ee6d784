import canonicalize from 'canonicalize'
import { hasLongList } from '../model/long-lists.ts'

/**
 * The canonical JSON of a value (RFC 8785): members sorted by UTF-16 units, no white space. Omits members that are
 * `undefined`. Throws for values without JSON: NaN, infinities, lone surrogates, cycles.
 */
export function canonicalJson(value: unknown): string {
  // Of plain data in order JSON has one form, which is written far faster.
  const ordered = inOrder(value, mostLevels)
  if (ordered !== notPlain) return JSON.stringify(ordered)
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('a value with no JSON has no canonical JSON')
  return json
}

/** Values within values deeper than this are left to the library, which needs no stack for them. */
const mostLevels = 24

const notPlain = Symbol('not plain')

/**
 * Plain data with the members of its objects in their order: the value itself, where it is so already, as what was read
 * from a journal is. `notPlain` for what may have JSON of another form, or none.
 */
function inOrder(value: unknown, levels: number): unknown {
  if (typeof value === 'string') return value.isWellFormed() ? value : notPlain
  if (typeof value === 'number') return Number.isFinite(value) ? value : notPlain
  if (value === null || typeof value === 'boolean') return value
  if (typeof value !== 'object' || levels === 0 || 'toJSON' in value) return notPlain
  if (Array.isArray(value)) return listInOrder(value, levels)
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null ? recordInOrder(value, levels) : notPlain
}

function listInOrder(list: readonly unknown[], levels: number): unknown {
  let copy: unknown[] | undefined
  for (let at = 0; at < list.length; at++) {
    const item = inOrder(list[at], levels - 1)
    if (item === notPlain) return notPlain
    if (copy === undefined && item !== list[at]) copy = list.slice(0, at)
    copy?.push(item)
  }
  return copy ?? list
}

function recordInOrder(record: object, levels: number): unknown {
  const members = Object.entries(record)
  let isSame = true
  let last = ''
  for (const member of members) {
    const [name, value] = member
    if (value === undefined) continue
    const ordered = inOrder(value, levels - 1)
    if (ordered === notPlain || !name.isWellFormed()) return notPlain
    if (name < last || ordered !== value) isSame = false
    last = name
    member[1] = ordered
  }
  if (isSame) return record
  const copy: Record<string, unknown> = {}
  for (const [name, value] of members.sort(byName)) {
    // Such names are put elsewhere than where they come, or are no members.
    if (isPlaced(name)) return notPlain
    copy[name] = value
  }
  return copy
}

/** Names that are numbers come before all others, in the order of the numbers; and one sets what an object inherits. */
function isPlaced(name: string): boolean {
  const first = name.charCodeAt(0)
  return (first >= 0x30 && first <= 0x39) || name === '__proto__'
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
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
  const text = `{${members.join(',')}}`
  // Here, too.
  yield
  return text
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

/** Whether a value takes more than one step. Most do not, and are written at once. */
const isLong = (value: unknown) => hasLongList(value, itemsAStep)

/** An object that is written member by member: it has no `toJSON` of its own. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value)
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
}
