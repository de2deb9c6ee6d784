import type { PackedMemory } from './open.ts'
import { numberAt } from './open.ts'

const places = new WeakMap<PackedMemory, Uint32Array>()

/** The place of each pair by its number. */
function placesOf(memory: PackedMemory): Uint32Array {
  const known = places.get(memory)
  if (known) return known
  const byNumber = new Uint32Array(memory.size)
  for (let place = 0; place < memory.size; place++) byNumber[numberAt(memory, place)] = place
  places.set(memory, byNumber)
  return byNumber
}

/** The places of the pairs of a packed memory, the latest first, except those whose numbers were taken out. */
export function* latestPlaces(memory: PackedMemory, removed: ReadonlySet<number>): Generator<number, void> {
  const byNumber = placesOf(memory)
  for (let number = memory.size - 1; number >= 0; number--) {
    if (!removed.has(number)) yield byNumber[number] ?? 0
  }
}
