import { randomFillSync } from 'node:crypto'
import { expectDefined } from '../model/expect.ts'

/** Ids drawn from the system at once: a draw costs some 10 µs, however much it gives, and an import makes 100,000 ids. */
const idsADraw = 512

/** Makes ids of 64 random bits, in letters and digits. They are unique, and no secret. */
export function createIds(): () => string {
  const drawn = new BigUint64Array(idsADraw)
  let used = idsADraw
  return () => {
    if (used === idsADraw) {
      randomFillSync(drawn)
      used = 0
    }
    const id = expectDefined(drawn[used], 'an id of those drawn')
    used += 1
    return id.toString(36)
  }
}
