import type { Pause } from '../../../ports/world.ts'

/** A member of a record that is written: a value as a whole, or a list whose elements come one after the other. */
export type JsonMember =
  | { readonly name: string; readonly value: unknown }
  | { readonly name: string; readonly list: AsyncIterable<unknown> }

/** Characters that are encoded in one step. */
const charactersAStep = 65_536

/**
 * The JSON of a record in UTF-8, written element by element, with other tasks between; null if it has more bytes than
 * `most`. Each element of a list is a line, so that a long file can be read.
 */
export async function writeJson(
  members: Iterable<JsonMember>,
  most: number,
  pause: Pause,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  let size = 0
  let text = '{'

  function flush(): void {
    const part = encoder.encode(text)
    parts.push(part)
    size += part.length
    text = ''
  }

  let isFirst = true
  for (const member of members) {
    text += `${isFirst ? '' : ','}\n${JSON.stringify(member.name)}:`
    isFirst = false
    if ('value' in member) text += JSON.stringify(member.value ?? null)
    else {
      text += '['
      let comma = '\n'
      for await (const item of member.list) {
        text += comma + JSON.stringify(item)
        comma = ',\n'
        if (text.length >= charactersAStep) flush()
        if (size > most) return null
        const others = pause()
        if (others) await others
      }
      text += ']'
    }
  }
  text += '\n}\n'
  flush()
  return size > most ? null : joined(parts, size, pause)
}

async function joined(parts: readonly Uint8Array[], size: number, pause: Pause): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
    const others = pause()
    if (others) await others
  }
  return whole
}
