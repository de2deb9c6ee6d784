import { type Person, peopleIn } from '../language/chinese/people.ts'
import { type Romanisation, romanise } from '../language/chinese/romanise.ts'
import { isFull, type NamePair, namePairsIn } from '../language/name-pairs.ts'
import { expectDefined } from '../model/expect.ts'
import type { Remark } from '../model/finding.ts'
import { remembering } from '../model/remembering.ts'
import { flatMapSteps, mapSteps, type Steps } from '../model/steps.ts'
import { covering } from '../terms/verification/spans.ts'
import type { SegmentContext } from './check.ts'
import { strangersIn } from './strangers.ts'

/**
 * Across a document: people's names. Warns of a name that is not the pinyin of the person's name, if it is nearly that
 * or belongs to another person of the document whom the Chinese of the segment does not name; and of a name written
 * otherwise than at its first occurrence (Wang-shu, Wangshu Cheng). A family name alone, a pronoun or no name at all
 * is accepted. A person in pinyin whom the Chinese does not name gets a warning, too.
 */
export function* names(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const named = yield* mapSteps(contexts, peopleOf)
  const distinctNames = [...new Set(named.flat().map(({ name }) => name))]
  const romanised = new Map(yield* mapSteps(distinctNames, (name) => [name, romanise(name)] as const))
  // Most sentences name nobody: one look tells.
  const anyName = new RegExp(distinctNames.filter((name) => name.length > 2).join('|') || '(?!)', 'u')
  const firsts = new Map<string, { readonly segment: string; readonly text: string }>()
  return yield* flatMapSteps(contexts, (context, at) => {
    const { segment, target, source } = context
    const people = [
      ...(named[at] ?? []),
      // A person named elsewhere in the document, here without a title.
      ...(anyName.test(source) ? [...romanised.keys()] : [])
        .filter(
          (name) => name.length > 2 && source.includes(name) && !named[at]?.some((person) => person.name === name),
        )
        .map((name) => ({ name, from: source.indexOf(name), to: source.indexOf(name) + name.length })),
    ]
    if (target.trim() === '') return []
    const strangers = strangersOf(context)
    if (people.length === 0) return strangers.map((pair) => addedPerson(segment, pair))
    const pairs = pairsOf(context)
    const right = new Map<NamePair, string>()
    for (const { name } of people) {
      for (const pair of pairs) if (isFull(romanised.get(name), pair)) right.set(pair, name)
    }
    const findings: Remark[] = []
    for (const person of people) {
      const { name } = person
      const roman = expectDefined(romanised.get(name), 'the romanisation of a name')
      const pairsOfPerson = pairs.filter((pair) => right.get(pair) === name)
      for (const pair of pairsOfPerson) {
        const first = firsts.get(name)
        if (first === undefined) firsts.set(name, { segment, text: pair.text })
        else if (first.text.toLowerCase() !== pair.text.toLowerCase())
          findings.push(twoWays(segment, person, pair, first))
      }
      if (pairsOfPerson.length > 0) continue
      const wrong = pairs.find(
        (pair) => !right.has(pair) && (isNearly(roman, pair) || isOther(romanised, people, pair)),
      )
      if (wrong === undefined) continue
      findings.push({
        code: 'name-pinyin',
        severity: 'warning',
        segment,
        source: { from: person.from, to: person.to },
        target: { from: wrong.from, to: wrong.to },
        params: { name, expected: roman.expected, found: wrong.text },
        fix: roman.expected,
      })
    }
    const isTold = covering(findings.flatMap((finding) => finding.target ?? []))
    return [...findings, ...strangers.filter((pair) => !isTold(pair)).map((pair) => addedPerson(segment, pair))]
  })
}

// What needs one sentence alone is read once, as long as nobody edits it. Marked as pure: the page has no use for it.
const peopleOf = /* @__PURE__ */ remembering(({ source }: SegmentContext) => firstOfEach(peopleIn(source)))
const strangersOf = /* @__PURE__ */ remembering((context: SegmentContext) => strangersIn(context))
const pairsOf = /* @__PURE__ */ remembering(({ target }: SegmentContext) => namePairsIn(target))

function addedPerson(segment: string, { from, to, text }: NamePair): Remark {
  return { code: 'name-added', severity: 'warning', segment, target: { from, to }, params: { en: text } }
}

function twoWays(
  segment: string,
  { name, from, to }: Person,
  pair: NamePair,
  first: { readonly segment: string; readonly text: string },
): Remark {
  return {
    code: 'name-two-ways',
    severity: 'warning',
    segment,
    source: { from, to },
    target: { from: pair.from, to: pair.to },
    params: { name, found: pair.text, other: first.text, segment: first.segment },
    fix: first.text,
  }
}

/** Whether the family name is right and the given name nearly right, or the other way round. */
function isNearly({ family, given }: Romanisation, { first, second, pinyin }: NamePair): boolean {
  const near = (word: string, of: ReadonlySet<string>) =>
    [...of].some((syllables) => distance(word, syllables) <= (syllables.length > 4 ? 2 : 1))
  return (family.has(first) && near(second, given)) || (pinyin && given.has(second) && first.length <= 6)
}

/** Whether a pair is the name of a person of the document who is not named in this segment. */
function isOther(romanised: ReadonlyMap<string, Romanisation>, people: readonly Person[], pair: NamePair): boolean {
  return [...romanised].some(([name, roman]) => isFull(roman, pair) && !people.some((person) => person.name === name))
}

/** The Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function firstOfEach(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.toReversed().map((person) => [person.name, person])).values()].reverse()
}
