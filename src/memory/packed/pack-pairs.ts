import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { Texts } from './collect.ts'
import { contextHash, flaggedNumber, pairNumber, recordNumbers, repeatedFlag, unreviewedFlag } from './layout.ts'
import { at } from './number-at.ts'
import type { PackedWriter } from './write.ts'

/** Writes the strings of all pairs, and the record of each at its place. */
function writeStrings({ kept, bySource, textOf }: Texts, places: Uint32Array, writer: PackedWriter): void {
  const records = new Float64Array(kept.length * recordNumbers).fill(-1)
  // A source is written once; so are neighbours that are sources, too, and a target that a text has again.
  const sources = new Float64Array(bySource.size).fill(-1)
  const targets = new Float64Array(bySource.size).fill(-1)
  const lastPairs = new Uint32Array(bySource.size)
  const others = new Map<string, number>()
  const other = (words: string) => {
    const place = others.get(words) ?? writer.string(words)
    others.set(words, place)
    return place
  }
  const source = (text: number, words: string) => {
    if (at(sources, text) < 0) sources[text] = writer.string(words)
    return at(sources, text)
  }
  const neighbour = (words: string) => {
    const text = bySource.get(words)
    return text === undefined ? other(words) : source(text, words)
  }
  for (let number = 0; number < kept.length; number++) {
    const pair = expectDefined(kept[number], 'a pair')
    const text = at(textOf, number)
    const record = at(places, number) * recordNumbers
    records[record] = source(text, pair.source)
    const isAgain = at(targets, text) >= 0 && kept[at(lastPairs, text)]?.target === pair.target
    if (!isAgain) targets[text] = writer.string(pair.target)
    lastPairs[text] = number
    records[record + 1] = at(targets, text)
    if (pair.before !== undefined) records[record + 2] = neighbour(pair.before)
    if (pair.after !== undefined) records[record + 3] = neighbour(pair.after)
    records[record + 4] = other(pair.origin)
  }
  writer.section('records', records)
}

/** Writes what is known of each pair: those of a text stand together, the oldest first. */
export function writePairs(texts: Texts, order: Uint32Array, writer: PackedWriter): void {
  const { kept, textOf } = texts
  const counts = new Uint32Array(order.length)
  for (let number = 0; number < kept.length; number++) {
    const text = at(textOf, number)
    counts[text] = at(counts, text) + 1
  }
  const starts = new Uint32Array(order.length + 1)
  /** Of each text the place of its next pair. */
  const next = new Uint32Array(order.length)
  for (let place = 0; place < order.length; place++) {
    const text = at(order, place)
    next[text] = at(starts, place)
    starts[place + 1] = at(starts, place) + at(counts, text)
  }
  const places = new Uint32Array(kept.length)
  const flagged = new Uint32Array(kept.length)
  const contexts = new Uint32Array(kept.length)
  for (let number = 0; number < kept.length; number++) {
    const pair = expectDefined(kept[number], 'a pair')
    const text = at(textOf, number)
    const place = at(next, text)
    next[text] = place + 1
    places[number] = place
    flagged[place] = flaggedNumber(number, pair.unreviewed ? unreviewedFlag : 0)
    contexts[place] = contextHash(pair)
  }
  for (let text = 0; text < order.length; text++) {
    const from = at(starts, text)
    const to = at(starts, text + 1)
    if (to - from > 1) flagRepeated(flagged.subarray(from, to), kept)
  }
  writeStrings(texts, places, writer)
  writer.section('pairStarts', starts)
  writer.section('pairNumbers', flagged)
  writer.section('contexts', contexts)
}

/** Flags the pairs of a text that a newer one makes superfluous. */
function flagRepeated(flagged: Uint32Array, kept: readonly MemoryPair[]): void {
  const newer = { reviewed: new Set<string>(), any: new Set<string>() }
  for (let place = flagged.length - 1; place >= 0; place--) {
    const { target, unreviewed } = expectDefined(kept[pairNumber(at(flagged, place))], 'a pair')
    if ((unreviewed ? newer.any : newer.reviewed).has(target)) flagged[place] = at(flagged, place) + repeatedFlag
    newer.any.add(target)
    if (!unreviewed) newer.reviewed.add(target)
  }
}
