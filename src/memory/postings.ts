import { expectDefined } from '../model/expect.ts'
/**
 * Rising lists of numbers, by key, in one array of 32-bit integers: a list of one number takes four bytes, and lists that
 * grow release their places to others. `list` is a view that is valid until the next `push`.
 */
export interface Postings {
  push(key: number, value: number): void
  list(key: number): Uint32Array | undefined
}

export function createPostings(): Postings {
  const slots = new Map<number, number>()
  // For each slot: the beginning of its list, its length, and its capacity as a power of two.
  let starts = new Uint32Array(1024)
  let lengths = new Uint32Array(1024)
  let rooms = new Uint8Array(1024)
  let arena = new Uint32Array(4096)
  let used = 0
  // Free places by power of two, released by lists that have grown.
  const free: number[][] = Array.from({ length: 32 }, () => [])

  function take(room: number): number {
    const place = free[room]?.pop()
    if (place !== undefined) return place
    const start = used
    used += 2 ** room
    if (used > arena.length) {
      const larger = new Uint32Array(Math.max(used, Math.ceil(arena.length * 1.5)))
      larger.set(arena)
      arena = larger
    }
    return start
  }

  function open(key: number): number {
    const slot = slots.size
    if (slot === starts.length) {
      const larger = slot * 2
      starts = copied(new Uint32Array(larger), starts)
      lengths = copied(new Uint32Array(larger), lengths)
      rooms = copied(new Uint8Array(larger), rooms)
    }
    slots.set(key, slot)
    starts[slot] = take(0)
    return slot
  }

  function startOf(slot: number): number {
    return expectDefined(starts[slot], 'the start of a list')
  }

  return {
    push(key, value) {
      const slot = slots.get(key) ?? open(key)
      const length = expectDefined(lengths[slot], 'the length of a list')
      const room = expectDefined(rooms[slot], 'the room of a list')
      if (length === 2 ** room) {
        const start = startOf(slot)
        const larger = take(room + 1)
        arena.copyWithin(larger, start, start + length)
        free[room]?.push(start)
        starts[slot] = larger
        rooms[slot] = room + 1
      }
      arena[startOf(slot) + length] = value
      lengths[slot] = length + 1
    },

    list(key) {
      const slot = slots.get(key)
      if (slot === undefined) return undefined
      const start = startOf(slot)
      return arena.subarray(start, start + expectDefined(lengths[slot], 'the length of a list'))
    },
  }
}

function copied<T extends Uint8Array | Uint32Array>(into: T, from: T): T {
  into.set(from)
  return into
}
