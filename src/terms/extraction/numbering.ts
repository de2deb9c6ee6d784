import { expectDefined } from '../../model/expect.ts'
/**
 * Numbers keys, whole numbers up to 2^53, in the order of their first occurrence: 0, 1, 2, … An open-addressing hash
 * table on typed arrays, fast and small for a million keys.
 */
export interface Numbering {
  numberOf(key: number): number
  readonly size: number
}

export function createNumbering(): Numbering {
  let capacity = 1024
  let keys = new Float64Array(capacity)
  let numbers = new Int32Array(capacity).fill(-1)
  let size = 0

  const slotOf = (key: number): number => {
    const low = key >>> 0
    const high = Math.floor(key / 0x100000000)
    let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    let slot = (hash ^ (hash >>> 13)) & (capacity - 1)
    while (numbers[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (capacity - 1)
    return slot
  }

  const grow = (): void => {
    const [oldKeys, oldNumbers] = [keys, numbers]
    capacity *= 2
    keys = new Float64Array(capacity)
    numbers = new Int32Array(capacity).fill(-1)
    for (const [at, number] of oldNumbers.entries()) {
      if (number === -1) continue
      const key = expectDefined(oldKeys[at], 'a key')
      const slot = slotOf(key)
      keys[slot] = key
      numbers[slot] = number
    }
  }

  return {
    numberOf(key) {
      let slot = slotOf(key)
      const known = expectDefined(numbers[slot], 'a slot')
      if (known !== -1) return known
      if (size * 2 >= capacity) {
        grow()
        slot = slotOf(key)
      }
      keys[slot] = key
      numbers[slot] = size
      size++
      return size - 1
    },
    get size() {
      return size
    },
  }
}
