/** Bytes before a string: its length in UTF-16 units, times two, plus one if its units take two bytes each. */
export const stringHead = 4

/** A string as bytes: one for each unit if all are below 256, else two. Every string comes back as it was. */
export function encodeString(text: string, into: Uint8Array, at: number): number {
  const head = new DataView(into.buffer, into.byteOffset)
  let place = at + stringHead
  let all = 0
  for (let unit = 0; unit < text.length && all <= 0xff; unit++) {
    const code = text.charCodeAt(unit)
    into[place++] = code
    all |= code
  }
  if (all <= 0xff) {
    head.setUint32(at, text.length * 2, true)
    return place
  }
  head.setUint32(at, text.length * 2 + 1, true)
  place = at + stringHead
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit)
    into[place++] = code & 0xff
    into[place++] = code >>> 8
  }
  return place
}

/** The most bytes that a string takes. */
export function roomOf(text: string): number {
  return stringHead + 2 * text.length
}

/** How many bytes follow the head of a string. */
export function bytesAfter(head: number): number {
  return (head >>> 1) * (1 + (head & 1))
}

const unitsACall = 4096
/** Units of two bytes, where a view of 16 bits can stand. */
const aligned = new Uint8Array(2 * unitsACall)
const alignedUnits = new Uint16Array(aligned.buffer)

export function decodeString(head: number, bytes: Uint8Array): string {
  const length = head >>> 1
  const isWide = (head & 1) === 1
  let text = ''
  for (let from = 0; from < length; from += unitsACall) {
    const to = Math.min(length, from + unitsACall)
    if (isWide) aligned.set(bytes.subarray(2 * from, 2 * to))
    text += String.fromCharCode(...(isWide ? alignedUnits.subarray(0, to - from) : bytes.subarray(from, to)))
  }
  return text
}
