import { type Person, peopleIn } from '../language/chinese/people.ts'
import { romanise } from '../language/chinese/romanise.ts'
import { englishTitles } from '../language/chinese/titles.ts'
import { isFull, namePairsIn } from '../language/name-pairs.ts'
import type { Remark, Span } from '../model/finding.ts'
import { flatMapSteps, type Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'

const heads = [...new Set([...englishTitles.values()].flat())].sort((a, b) => b.length - a.length).join('|')
const chineseTitle = new RegExp(`(?:常务副|副|代)?(?:${[...englishTitles.keys()].join('|')})`, 'g')
/** An English title with the words that lower its rank. */
const words = `(?:(?:executive|acting|former|then|standing|first) )*((?:vice|deputy|associate|assistant|under)[ -])?(${heads})`
const before = new RegExp(`(?<![\\p{L}-])${words} $`, 'iu')
const after = new RegExp(`^, (?:the |an? )?${words}(?![\\p{L}-])`, 'iu')

interface Title extends Span {
  readonly text: string
  readonly deputy: boolean
  readonly head: string
}

/**
 * Across a document: the title of a person named in full, where it is directly before or after the name in both
 * languages. Warns of a title of another office (a secretary for a 市长), of a deputy for the head or the reverse, and of
 * a title written otherwise than at the person's first mention (vice mayor, deputy mayor). Titles further from the name
 * and people with several titles are not checked.
 */
export function* titles(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const firsts = new Map<string, Title>()
  return yield* flatMapSteps(contexts, ({ segment, source, target }): readonly Remark[] => {
    if (target.trim() === '') return []
    const people = peopleIn(source).flatMap((person) => titled(source, person) ?? [])
    if (people.length === 0) return []
    const pairs = namePairsIn(target)
    return people.flatMap(({ name, title, from, to }): readonly Remark[] => {
      const roman = romanise(name)
      const pair = pairs.find((candidate) => isFull(roman, candidate))
      const titleInEnglish = pair && titleAt(target, pair)
      if (!titleInEnglish) return []
      const deputy = /副/.test(title)
      const allowed = englishTitles.get(title.replace(/^(?:常务副|副|代)/, '')) ?? []
      const key = `${name} ${title}`
      const first = firsts.get(key)
      const right = allowed.includes(titleInEnglish.head) && titleInEnglish.deputy === deputy
      if (right && first === undefined) firsts.set(key, titleInEnglish)
      if (right && (first === undefined || sameTitle(first, titleInEnglish))) return []
      const expected = fitted(first?.text ?? usual(allowed, titleInEnglish.head, deputy), titleInEnglish.text)
      return [
        {
          code: 'name-title',
          severity: 'warning',
          segment,
          source: { from, to },
          target: { from: titleInEnglish.from, to: titleInEnglish.to },
          params: { name, title, found: titleInEnglish.text, expected },
          fix: expected,
        },
      ]
    })
  })
}

/** The usual English title, with the head noun that the translator chose if it is allowed. */
function usual(allowed: readonly string[], chosen: string, deputy: boolean): string {
  const head = allowed.includes(chosen) ? chosen : (allowed[0] ?? '')
  if (!deputy) return head
  return `${/^(?:mayor|governor|premier|president|chair.*)$/.test(head) ? 'vice' : 'deputy'} ${head}`
}

/** A person directly after a Chinese title that is their only title there, with the place of the title. */
function titled(source: string, { name, from }: Person) {
  // A run can list several offices of one person: 市委副书记、政法委书记.
  const [run] = /[^，,。；;：:！？\s]*$/.exec(source.slice(Math.max(0, from - 40), from)) ?? ['']
  const titlesInRun = [...run.matchAll(chineseTitle)]
  const last = titlesInRun.at(-1)
  if (titlesInRun.length !== 1 || last === undefined || last.index + last[0].length !== run.length) return null
  return { name, title: last[0], from: from - last[0].length, to: from }
}

function titleAt(target: string, { from, to }: Span): Title | null {
  const preceding = before.exec(target.slice(0, from))
  if (preceding !== null) return titleOf(preceding, 0)
  const following = after.exec(target.slice(to))
  return following === null ? null : titleOf(following, to)
}

function titleOf(match: RegExpExecArray, offset: number): Title {
  const [whole, lesser = '', head = ''] = match
  const at = offset + match.index + whole.lastIndexOf(lesser + head)
  return {
    text: lesser + head,
    deputy: lesser !== '',
    head: head.toLowerCase(),
    from: at,
    to: at + lesser.length + head.length,
  }
}

function sameTitle(a: Title, b: Title): boolean {
  const plain = ({ text }: Title) => text.toLowerCase().replace('-', ' ')
  return plain(a) === plain(b)
}

/** The words in title case if the text they replace begins with a capital, else in lower case. */
function fitted(words: string, instead: string): string {
  const lower = words.toLowerCase()
  return /^\p{Lu}/u.test(instead) ? lower.replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase()) : lower
}
