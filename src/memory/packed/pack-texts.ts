import type { Symbols } from '../distance.ts'
import type { Texts } from './collect.ts'
import { mostNarrowSymbols } from './layout.ts'
import { at } from './number-at.ts'
import { createSignatures, signatureWords } from './signature.ts'
import type { PackedWriter } from './write.ts'

export function orderByLength(lengths: Uint32Array): Uint32Array {
  const starts = startsByLength(lengths)
  const order = new Uint32Array(lengths.length)
  for (const [text, length] of lengths.entries()) {
    const place = at(starts, length)
    starts[length] = place + 1
    order[place] = text
  }
  return order
}

/** For each length the number of shorter texts. */
function startsByLength(lengths: Uint32Array): Uint32Array {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const starts = new Uint32Array(longest + 2)
  for (const length of lengths) starts[length + 1] = at(starts, length + 1) + 1
  for (let length = 1; length < starts.length; length++) starts[length] = at(starts, length) + at(starts, length - 1)
  return starts
}

/** Writes the letters and figures of texts in an order and gives the letters. */
export function writeTexts(
  { alphabet, symbols, lengths, figures }: Texts,
  order: Uint32Array,
  writer: PackedWriter,
): Symbols {
  const froms = new Float64Array(lengths.length)
  let total = 0
  for (const [text, length] of lengths.entries()) {
    froms[text] = total
    total += length
  }
  const ordered = alphabet.length < mostNarrowSymbols ? new Uint16Array(total) : new Uint32Array(total)
  let used = 0
  for (const text of order) {
    const from = at(froms, text)
    ordered.set(symbols.subarray(from, from + at(lengths, text)), used)
    used += at(lengths, text)
  }
  writer.section('alphabet', Uint32Array.from(alphabet))
  writer.section('lengthStarts', startsByLength(lengths))
  writer.section('symbols', ordered)
  writer.section(
    'figures',
    order.map((text) => at(figures, text)),
  )
  const signatures = new Uint32Array(order.length * signatureWords)
  const { write } = createSignatures()
  let from = 0
  for (const [place, text] of order.entries()) {
    const length = at(lengths, text)
    write(ordered, from, from + length, signatures, place * signatureWords)
    from += length
  }
  writer.section('signatures', signatures)
  return ordered
}
