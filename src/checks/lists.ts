import type { Span } from '../model/finding.ts'

/** A list of a Chinese text: 医疗、教育和养老. */
export interface List extends Span {
  readonly items: readonly Span[]
  /** Characters of the longest item inside; the first and the last have other words about them. */
  readonly longest: number
  /** Whether 等 ends it. */
  readonly isOpen: boolean
}

/** From how many items on a list is counted: two are a pair of clauses as often. */
const fewestItems = 3

const clause = /[^，。；：！？,;:（）()—\n]+/gu
const heading = /^\s*第?[一二三四五六七八九十百]+$/u
const joint = /和|以及|及|(?<!参)与|或/u
const opening = /^(?:和|以及|及|与|或)/u
/** What sums a list up: behind it stands what the items are. */
const summing = /等(?!等|级|于|同|待|候|差|价|额|值|量|效|闲)/u

/** Characters before 和 of a list of two, where nothing tells how long an item is. */
const longestLone = 3

/**
 * The lists of a Chinese text that 、 makes, with 和 or the like before the last item.
 */
export function listsIn(source: string): readonly List[] {
  if (!source.includes('、')) return []
  return [...source.matchAll(clause)].flatMap(({ 0: text, index }): readonly List[] => {
    const parts = text.split('、')
    if (parts.length > 1 && heading.test(parts[0] ?? '')) parts.shift()
    let from = index + text.length - parts.join('、').length
    return partedBySubjects(parts).flatMap((items): readonly List[] => {
      const list = listOf(items, from)
      from += items.slice(0, -1).join('、').length + 1
      return list === null ? [] : [list]
    })
  })
}

/** 各地区、各部门不断增强政治意识、大局意识: an item far longer than the others ends one list and begins the next. */
function partedBySubjects(parts: readonly string[]): readonly (readonly string[])[] {
  const lengths = parts.map(({ length }) => length).toSorted((a, b) => a - b)
  const usual = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0
  const at = parts.findIndex(
    ({ length }, index) => index > 0 && index < parts.length - 1 && length > longestLone + 2 * usual,
  )
  return at < 0 ? [parts] : [parts.slice(0, at + 1), ...partedBySubjects(parts.slice(at))]
}

/** The list of these parts, the first of which begins at a place of the text; null where it is too short. */
function listOf(parts: readonly string[], from: number): List | null {
  const [last = '', ...rest] = (parts.at(-1) ?? '').split(summing)
  const inside = parts.slice(1, -1)
  const cut = last.search(joint)
  // 香港、澳门特别行政区行政长官和政府: what 和 joins is as long as the items, or it is something else.
  const usual = inside.length === 0 ? longestLone : Math.max(...inside.map(({ length }) => length))
  const isJoined = parts.length > 1 && cut > 0 && cut <= 2 + 2 * usual
  if (parts.length + Number(isJoined) < fewestItems) return null
  const items: Span[] = []
  let begin = from
  for (const part of [...parts.slice(0, -1), isJoined ? last.slice(0, cut) : last]) {
    items.push({ from: begin, to: begin + part.length })
    begin += part.length + 1
  }
  const behind = last.slice(cut).replace(opening, '')
  if (isJoined) items.push({ from: begin - 1 + last.length - cut - behind.length, to: begin - 1 + last.length - cut })
  const longest = Math.max(...inside.map(({ length }) => length), isJoined ? cut : 0)
  return { from, to: from + parts.join('、').length, items, longest, isOpen: rest.length > 0 }
}

const sentenceEnd = /[.!?:](?:\s|$)|[()]|--|•/u
const comma = /[,;]\s+/u
const conjunction = /^(?:and also|and|or|as well as|plus|nor|along with)\s+/iu
const joining = /\s(?:and|or|as well as|plus|along with)\s/giu

/** English has more words for an item than Chinese has characters, by this much at most. */
const moreWords = 3
/** How far from where the Chinese list stands, as a share of its sentence, the English one may begin or end. */
const reach = 0.15

const other = /^(?:all )?others?\b/iu

/** What stands between the commas of a sentence. */
interface Stretch {
  /** Where it begins and ends in its text, from 0 to 1. */
  readonly begins: number
  readonly ends: number
  /** How many words it has. */
  readonly words: number
  /** Whether a conjunction opens it, so that it ends a list: ", and schools". */
  readonly closes: boolean
  /** Whether it says that there are more: ", and other schools". */
  readonly isOther: boolean
  /** How many words stand before the first conjunction inside, where it has one: "hospitals and schools". */
  readonly untilJoint: number | null
}

function stretchesOf(target: string): readonly (readonly Stretch[])[] {
  return partsOf(target, 0, sentenceEnd).map((sentence) =>
    partsOf(sentence.text, sentence.from, comma).map(({ text: part, from }): Stretch => {
      const closes = conjunction.test(part)
      const text = part.replace(conjunction, '').trim()
      const [joint] = text.matchAll(joining)
      const untilJoint = joint === undefined ? null : wordsIn(text.slice(0, joint.index))
      const [begins, ends] = [from / target.length, (from + part.length) / target.length]
      const isOther = other.test(
        closes ? text : text.slice(joint === undefined ? text.length : joint.index + joint[0].length),
      )
      return { begins, ends, words: wordsIn(text), closes, isOther, untilJoint }
    }),
  )
}

/** The parts of a text between the matches of a pattern, and where they begin in the whole. */
function partsOf(
  text: string,
  offset: number,
  between: RegExp,
): readonly { readonly text: string; readonly from: number }[] {
  const parts: { text: string; from: number }[] = []
  let from = 0
  for (const match of text.matchAll(new RegExp(between, 'gu'))) {
    parts.push({ text: text.slice(from, match.index), from: offset + from })
    from = match.index + match[0].length
  }
  return [...parts, { text: text.slice(from), from: offset + from }]
}

const wordsIn = (text: string) => text.trim().split(/\s+/u).length

/** A list there may be in an English text, and its place, from 0 to 1. */
interface EnglishList {
  readonly size: number
  /** Whether the last of them says that there are more. */
  readonly isOpen: boolean
  readonly begins: number
  readonly ends: number
}

/**
 * The lists there may be in an English text, if no item inside has more words than that. A list is a row of short stretches
 * that a conjunction ends: "A, B, and C", "A, B and C", "A and B".
 */
function englishLists(sentences: readonly (readonly Stretch[])[], most: number): readonly EnglishList[] {
  return sentences.flatMap((stretches) => {
    const lists: EnglishList[] = []
    let run = 0
    let begins = 0
    for (const stretch of stretches) {
      const { words, closes, isOther, untilJoint, ends } = stretch
      const isFirst = run === 0
      if (isFirst) begins = stretch.begins
      run += 1
      const isLong = words > most && !isFirst
      if (closes) lists.push({ size: run, isOpen: isOther, begins, ends })
      else if (untilJoint !== null && (isFirst || untilJoint <= most))
        lists.push({ size: run + 1, isOpen: isOther, begins, ends })
      // "New progress was made in our work on ethnic groups and religion": the list begins within.
      else if (untilJoint !== null) lists.push({ size: 2, isOpen: isOther, begins: stretch.begins, ends })
      else if (isLong) lists.push({ size: run - 1, isOpen: false, begins, ends })
      else if (stretch === stretches.at(-1)) lists.push({ size: run, isOpen: false, begins, ends })
      if (closes || isLong) {
        run = 1
        begins = stretch.begins
      }
    }
    return lists
  })
}

/** How many items the longest list of the English about the place of a list has; 1 where there is none. */
export function itemsBeside({ from, to, longest, isOpen }: List, source: string, target: string): number {
  const place = (from + to) / 2 / source.length
  const near = englishLists(stretchesOf(target), moreWords + longest).filter(
    ({ begins, ends }) => begins <= place + reach && ends >= place - reach,
  )
  return Math.max(1, ...near.map((list) => list.size - Number(isOpen && list.isOpen)))
}
