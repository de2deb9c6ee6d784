const decoder = new TextDecoder()

/** The lines of a text, each decoded when it is asked for: all at once would hold others up. */
export function* linesIn(bytes: Uint8Array): Generator<string, undefined> {
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(0x0a, from)
    const end = found === -1 ? bytes.length : found
    yield decoder.decode(bytes.subarray(from, end))
    from = end + 1
  }
}

/** Parts one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
