import { expectDefined } from '../model/expect.ts'
import type { Span } from '../model/finding.ts'
import { knownBodies } from './data/bodies.ts'
import { prefectures } from './data/prefectures.ts'
import { countryCodes, regions } from './data/regions.ts'
import { wordsOf } from './english/words.ts'
import { entriesOf } from './lists.ts'

/** A place or a body by its names in both languages. */
export interface KnownName {
  readonly kind: 'place' | 'body'
  readonly english: readonly string[]
  readonly chinese: readonly string[]
  /** How Chinese shortens it, if it does: 粤, 两高. */
  readonly short?: RegExp
  /** Whether its Chinese is nothing else in a text: 长治 is also what lasts. */
  readonly isUnmistakable: boolean
}

/** Where a text has a form of some names: of several if they are written alike (苏州 and 宿州 are Suzhou). */
export interface NameSighting extends Span {
  readonly names: readonly KnownName[]
}

type Kind = Pick<KnownName, 'kind' | 'isUnmistakable'>

function namesOf(list: string, kind: Kind): readonly KnownName[] {
  return entriesOf(list).map((line): KnownName => {
    const [english = '', chinese = '', short] = line.split(' ; ')
    return {
      ...kind,
      english: english.split(' / '),
      chinese: chinese.split(' / '),
      ...(short === undefined ? {} : { short: new RegExp(short, 'u') }),
    }
  })
}

function countries(): readonly KnownName[] {
  const [zh, en] = ['zh-CN', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'region' }))
  return countryCodes
    .trim()
    .split(/\s+/)
    .flatMap((code) => {
      const [chinese, english] = [zh?.of(code), en?.of(code)]
      if (chinese === undefined || english === undefined || /[&(（]/u.test(chinese + english)) return []
      return [{ kind: 'place' as const, english: [english], chinese: [chinese], isUnmistakable: false }]
    })
}

const knownNames: readonly KnownName[] = [
  ...namesOf(regions, { kind: 'place', isUnmistakable: true }),
  ...namesOf(prefectures, { kind: 'place', isUnmistakable: false }),
  ...namesOf(knownBodies, { kind: 'body', isUnmistakable: true }),
  ...countries(),
]

/** Forms by their beginning, the longest first: a name is found by one look-up for each place of a text. */
function formsBy<F extends string | readonly string[]>(
  formsOf: (name: KnownName) => readonly F[],
): ReadonlyMap<string, readonly { readonly form: F; readonly names: readonly KnownName[] }[]> {
  const byForm = Map.groupBy(
    knownNames.flatMap((name) => formsOf(name).map((form) => ({ form, name }))),
    ({ form }) => form.toString(),
  )
  const forms = [...byForm.values()].flatMap((of) => {
    const [first] = of
    return first === undefined ? [] : [{ form: first.form, names: of.map(({ name }) => name) }]
  })
  return Map.groupBy(
    forms.toSorted((a, b) => b.form.length - a.form.length),
    ({ form }) => form[0] ?? '',
  )
}

const chineseForms = formsBy(({ chinese }) => chinese)
const englishForms = formsBy(({ english }) => english.map((form) => wordsOf(form).map(({ text }) => text)))

/** The known names in a Chinese text, in order; the longer name where two begin together. */
export function knownInChinese(text: string): readonly NameSighting[] {
  const sightings: NameSighting[] = []
  for (let at = 0; at < text.length; at += 1) {
    const hit = chineseForms.get(text.charAt(at))?.find(({ form }) => text.startsWith(form, at))
    if (hit === undefined) continue
    sightings.push({ names: hit.names, from: at, to: at + hit.form.length })
    at += hit.form.length - 1
  }
  return sightings
}

/** The known names in an English text, in order, with their capitals and without a possessive. */
export function knownInEnglish(text: string): readonly NameSighting[] {
  const words = wordsOf(text)
  const sightings: NameSighting[] = []
  const isHere = (at: number, form: readonly string[]) =>
    form.every((part, index) => {
      const word = words[at + index]
      return word !== undefined && (index === 0 || word.gap === ' ') && (word.text === part || bare(word.text) === part)
    })
  for (let at = 0; at < words.length; at += 1) {
    const first = expectDefined(words[at], 'a word')
    const hit =
      englishForms.get(first.text)?.find(({ form }) => isHere(at, form)) ??
      (first.text.endsWith("'s") ? englishForms.get(bare(first.text))?.find(({ form }) => isHere(at, form)) : undefined)
    if (hit === undefined) continue
    const last = expectDefined(words[at + hit.form.length - 1], 'the last word of a name')
    const possessive = last.text.length - (hit.form.at(-1) ?? '').length
    sightings.push({ names: hit.names, from: first.from, to: last.to - possessive })
    at += hit.form.length - 1
  }
  return sightings
}

/** A word without its possessive. */
function bare(word: string): string {
  return word.endsWith("'s") ? word.slice(0, -2) : word
}

/** Whether a Chinese text has a name, in full or shortened. */
export function isNameIn(text: string, { chinese, short }: KnownName): boolean {
  return chinese.some((form) => text.includes(form)) || short?.test(text) === true
}
