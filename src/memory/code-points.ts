import { expectDefined } from '../model/expect.ts'

/** The code points of a text. */
export function codePointsOf(text: string): Uint32Array {
  const points = new Uint32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const point = expectDefined(text.codePointAt(at), 'a code point')
    points[count++] = point
    if (point > 0xffff) at++
  }
  return points.subarray(0, count)
}

/** A place for each code point, for `createDistance`. */
export function codePointSlots(): Uint32Array {
  return new Uint32Array(0x110000)
}
