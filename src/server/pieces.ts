import { expectDefined } from '../model/expect.ts'

const containers = ['list', 'map', 'record'] as const
type Container = (typeof containers)[number]

/**
 * A piece of a value on its way to another thread: a large list, map or record is opened, its contents follow, and it is
 * closed; the contents of maps and records are their keys and values in turn. All else comes whole.
 */
export type Piece =
  | { readonly type: 'values'; readonly values: readonly unknown[] }
  | { readonly type: 'open'; readonly container: Container }
  | { readonly type: 'close' }

/** Values in one piece, approximately: copying them for another thread takes about a millisecond. */
const valuesAPiece = 10_000

/**
 * Divides a value of lists, maps, plain objects and primitives, so that a thread that sends it can do other work between
 * two pieces: structured clone of a long list holds a thread for as long as it takes. The value must not change meanwhile.
 */
export function* piecesOf(value: unknown, most = valuesAPiece): Generator<Piece, void> {
  let values: unknown[] = []
  let count = 0

  function* finish(): Generator<Piece, void> {
    if (values.length > 0) yield { type: 'values', values }
    values = []
    count = 0
  }

  function* add(item: unknown): Generator<Piece, void> {
    const size = sizeOf(item, most)
    const container = size < most ? null : containerOf(item)
    if (container === null) {
      values.push(item)
      count += size
      if (count >= most) yield* finish()
      return
    }
    yield* finish()
    yield { type: 'open', container }
    for (const part of partsOf(item)) yield* add(part)
    yield* finish()
    yield { type: 'close' }
  }

  yield* add(value)
  yield* finish()
}

export interface Assembly {
  take(piece: Piece): void
  /** The value, once all its pieces were taken. */
  value(): unknown
}

/** Puts the pieces of a value together again. */
export function createAssembly(): Assembly {
  const whole: unknown[] = []
  const open: { readonly container: Container; readonly parts: unknown[] }[] = []
  const innermost = () => open.at(-1)?.parts ?? whole
  return {
    take(piece) {
      if (piece.type === 'open') open.push({ container: piece.container, parts: [] })
      else if (piece.type === 'values') for (const value of piece.values) innermost().push(value)
      else {
        const { container, parts } = expectDefined(open.pop(), 'a container that is open')
        innermost().push(closed(container, parts))
      }
    },
    value: () => whole[0],
  }
}

function closed(container: Container, parts: readonly unknown[]): unknown {
  if (container === 'list') return parts
  const entries = function* (): Generator<[unknown, unknown]> {
    for (let at = 0; at < parts.length; at += 2) yield [parts[at], parts[at + 1]]
  }
  if (container === 'map') return new Map(entries())
  // biome-ignore lint/plugin/no-cast: the keys of a record are strings
  return Object.fromEntries(entries() as Iterable<[string, unknown]>)
}

function containerOf(value: unknown): Container | null {
  if (Array.isArray(value)) return 'list'
  if (value instanceof Map) return 'map'
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
    ? 'record'
    : null
}

/** The contents of a container: of a list its items, of others keys and values in turn; nothing for other values. */
function* partsOf(value: unknown): Generator<unknown, void> {
  if (Array.isArray(value)) yield* value
  else if (value instanceof Map) for (const entry of value) yield* entry
  else if (containerOf(value) === 'record') for (const entry of entriesOf(value)) yield* entry
}

function* entriesOf(record: unknown): Generator<readonly [string, unknown]> {
  // biome-ignore lint/plugin/no-cast: called for plain objects alone
  const members = record as Readonly<Record<string, unknown>>
  for (const name of Object.keys(members)) yield [name, members[name]]
}

/** Characters that weigh as much as one value. */
const charactersAValue = 1_000

/** How many values there are in a value; counts no further than `most`. */
function sizeOf(value: unknown, most: number): number {
  if (typeof value === 'string') return 1 + value.length / charactersAValue
  let size = 1
  for (const part of partsOf(value)) {
    size += sizeOf(part, most - size)
    if (size >= most) return size
  }
  return size
}
