import { readFileSync } from 'node:fs'
import { membersOf } from '../src/model/names.ts'
import { createRandom } from './random.ts'

/** Two texts sentence by sentence, and the links between them as they were made. */
export interface Bitext {
  readonly zh: readonly string[]
  readonly en: readonly string[]
  readonly links: readonly string[]
}

export interface Pair {
  readonly zh: string
  readonly en: string
}

/** A link as a string that is equal for equal links. */
export function keyOf(zh: readonly number[], en: readonly number[]): string {
  return `${zh.join(',')}:${en.join(',')}`
}

export function pairsOf(file: string): readonly Pair[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { zh, en } = membersOf(JSON.parse(line))
      return { zh: String(zh), en: String(en) }
    })
}

/** Cuts a sentence in two after a mark or a word near its middle; null where there is no such place. */
function cut(text: string, marks: RegExp, random: () => number): readonly [string, string] | null {
  const places = [...text.matchAll(marks)]
    .map((match) => match.index + match[0].length)
    .filter((at) => at > text.length * 0.2 && at < text.length * 0.8)
  const at = places[Math.floor(random() * places.length)]
  return at === undefined ? null : [text.slice(0, at).trim(), text.slice(at).trim()]
}

/**
 * Pairs as two texts. Of the sentences, `share` are dropped from one of the texts, `share` split in one, and `share`
 * joined with the next in one.
 */
export function bitextOf(pairs: readonly Pair[], share: number, seed: number): Bitext {
  const random = createRandom(seed)
  const zh: string[] = []
  const en: string[] = []
  const links: string[] = []
  const add = (zhParts: readonly string[], enParts: readonly string[]) => {
    links.push(
      keyOf(
        zhParts.map((_, at) => zh.length + at),
        enParts.map((_, at) => en.length + at),
      ),
    )
    zh.push(...zhParts)
    en.push(...enParts)
  }
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at]
    const next = pairs[at + 1]
    if (pair === undefined) break
    const draw = random()
    const inChinese = random() < 0.5
    if (draw < share) add(inChinese ? [] : [pair.zh], inChinese ? [pair.en] : [])
    else if (draw < 2 * share) {
      const parts = inChinese
        ? cut(pair.zh, /[，；：、]/g, random)
        : cut(pair.en, /[,;:] |(?<=\w)(?= (?:and|to|of|in) )/g, random)
      if (parts === null) add([pair.zh], [pair.en])
      else add(inChinese ? parts : [pair.zh], inChinese ? [pair.en] : parts)
    } else if (draw < 3 * share && next !== undefined) {
      at++
      if (inChinese) add([pair.zh + next.zh], [pair.en, next.en])
      else add([pair.zh, next.zh], [`${pair.en} ${next.en}`])
    } else add([pair.zh], [pair.en])
  }
  return { zh, en, links }
}
