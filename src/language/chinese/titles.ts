import { entriesOf } from '../lists.ts'
import { titles } from './data/titles.ts'

/** A title of office or of learning, or a form of address. */
interface Title {
  readonly title: string
  readonly hasDeputy: boolean
  /** Whether a person's name may follow it in a text. */
  readonly beforeName: boolean
  /** Whether it stands beside a name in the label of a speaker. */
  readonly inLabel: boolean
  readonly isTerm: boolean
  /** The English it may have in lower case, the usual one first; empty where it is not said. */
  readonly english: readonly string[]
}

const all = entriesOf(titles).map((line): Title => {
  const [, title = '', uses = '', english = ''] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? []
  return {
    title,
    hasDeputy: uses.includes('d'),
    beforeName: uses.includes('n'),
    inLabel: uses.includes('l'),
    isTerm: uses.includes('t'),
    english: english === '' ? [] : english.split(', '),
  }
})

/** A pattern of titles that a person's name may follow. */
export const titleBeforeName = patternOf(all.filter(({ beforeName }) => beforeName))

/** A pattern of titles, as they end, that stand beside the name of a speaker: 副市长, 党组书记, 新闻发言人. */
export const titleInLabel = patternOf(all.filter(({ inLabel }) => inLabel))

/** Titles, deputies among them, that are terms by themselves. */
export const titlesAsTerms: readonly string[] = all
  .filter(({ isTerm }) => isTerm)
  .flatMap(({ title, hasDeputy }) => (hasDeputy ? [title, `副${title}`] : [title]))

/** The English that each title may have in lower case, the usual one first, of titles whose English can be told. */
export const englishTitles: ReadonlyMap<string, readonly string[]> = new Map(
  all.filter(({ english }) => english.length > 0).map(({ title, english }) => [title, english] as const),
)

/** The longest first, so that 总经理 is not read as 经理. */
function patternOf(some: readonly Title[]): string {
  const longestFirst = some.map(({ title }) => title).sort((a, b) => b.length - a.length)
  return `(?:${longestFirst.join('|')})`
}
