import type { Finding } from '../model/finding.ts'
import type { Check } from './check.ts'

/** A list of a Chinese text: 医疗、教育和养老. */
interface List {
  readonly from: number
  readonly to: number
  readonly items: number
  /** Characters of the longest item inside; the first and the last have other words about them. */
  readonly longest: number
}

/** From how many items on a list is counted: two are a pair of clauses as often. */
const fewestItems = 3

const clause = /[^，。；：！？,;:（）()—\n]+/gu
const heading = /^\s*第?[一二三四五六七八九十百]+$/u
const joint = /和|以及|及|与|或/u

/**
 * The lists of a Chinese text that 、 makes, with 和 or the like before the last item.
 */
function listsIn(source: string): readonly List[] {
  if (!source.includes('、')) return []
  return [...source.matchAll(clause)].flatMap(({ 0: text, index }): readonly List[] => {
    const parts = text.split('、')
    if (parts.length > 1 && heading.test(parts[0] ?? '')) parts.shift()
    if (parts.length < 2) return []
    const last = parts.at(-1) ?? ''
    const cut = last.search(joint)
    const joined = cut > 0
    const inside = [...parts.slice(1, -1), ...(joined ? [last.slice(0, cut)] : [])]
    const items = parts.length + Number(joined)
    if (items < fewestItems) return []
    const longest = Math.max(...inside.map((item) => item.length))
    return [{ from: index + text.length - parts.join('、').length, to: index + text.length, items, longest }]
  })
}

const sentenceEnd = /[.!?:](?:\s|$)|[()]/u
const separator = /(?:,|;|--)?\s+(?:and also|and|or|as well as|plus|but|nor|along with)\s|[,;]\s|\s--\s/u

/** How many words stand between the commas and conjunctions of each sentence. */
function stretchesOf(target: string): readonly (readonly number[])[] {
  return target
    .split(sentenceEnd)
    .map((sentence) => sentence.split(separator).map((part) => part.trim().split(/\s+/u).length))
}

/** The sizes of the lists there may be in an English text, if no item inside has more words than that; the longest first. */
function sizesIn(stretches: readonly (readonly number[])[], most: number): readonly number[] {
  const sizes = stretches.flatMap((words) => {
    const runs = words.length > 1 ? [2] : []
    for (const between of words.slice(1, -1)) {
      if (between <= most) runs.push((runs.pop() ?? 1) + 1)
      else runs.push(2)
    }
    return runs
  })
  return sizes.toSorted((a, b) => b - a)
}

/**
 * A list of three items or more that no list of the English is as long as: a note. The longest Chinese list goes with the
 * longest English one. On 1,640 right sentences of official reports one in eighty is pointed at.
 */
export const contentList: Check = ({ segment, source, target }) => {
  const lists = listsIn(source).toSorted((a, b) => b.items - a.items || b.longest - a.longest)
  if (lists.length === 0) return []
  const stretches = stretchesOf(target)
  return lists.flatMap(({ from, to, items, longest }, index): readonly Finding[] => {
    const size = sizesIn(stretches, 2 + 0.8 * longest)[index] ?? 1
    if (size >= items) return []
    return [
      {
        code: 'content-list',
        severity: 'note',
        segment,
        source: { from, to },
        params: { zh: source.slice(from, to), items: String(items), en: String(size) },
      },
    ]
  })
}
