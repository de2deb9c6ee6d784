import { entriesOf, rowsOf } from '../lists.ts'
import { auxiliaryVerbs } from './data/auxiliary-verbs.ts'
import { doublingVerbs } from './data/doubling-verbs.ts'
import { irregularVerbs } from './data/irregular-verbs.ts'
import { openingVerbs } from './data/opening-verbs.ts'

/**
 * Inflection is ours: compromise 14, compared on these lists, has 143 of 160 irregular verbs and 51 of 54 irregular nouns
 * right, takes 1.8 ms a verb for 0.001 ms, and weighs 295 kB minified in a page that reads on each key press.
 */

/** Pasts and participles of an irregular verb, the usual one first. */
interface PrincipalParts {
  readonly base: string
  readonly pasts: readonly string[]
  readonly participles: readonly string[]
}

const irregular: readonly PrincipalParts[] = rowsOf(irregularVerbs).map(
  ([base = '', pasts = '', participles = '']) => ({
    base,
    pasts: pasts.split('/'),
    participles: participles.split('/'),
  }),
)
const byBase: ReadonlyMap<string, PrincipalParts> = new Map(irregular.map((parts) => [parts.base, parts]))

/** Every form that no rule gives, with its verb: also those of the present of be and have. */
const irregularForms: readonly (readonly [form: string, base: string])[] = [
  ...irregular.flatMap(({ base, pasts, participles }) =>
    [base, ...pasts, ...participles].map((form) => [form, base] as const),
  ),
  ...rowsOf(auxiliaryVerbs).map(([form = '', base = '']) => [form, base] as const),
]
const basesByForm = new Map<string, Set<string>>()
for (const [form, base] of irregularForms) basesByForm.set(form, (basesByForm.get(form) ?? new Set<string>()).add(base))

const doubling: ReadonlySet<string> = new Set(entriesOf(doublingVerbs))
const opening: ReadonlySet<string> = new Set(entriesOf(openingVerbs))
const suppletive: ReadonlySet<string> = new Set(
  irregularForms.flatMap(([form, base]) => (form[0] === base[0] ? [] : [form])),
)
const pastOnly: ReadonlyMap<string, PrincipalParts> = new Map(
  irregular.flatMap((parts) =>
    parts.pasts
      .filter((past) => past !== parts.base && !parts.participles.includes(past))
      .map((past) => [past, parts] as const),
  ),
)

/** A past that is no participle, and so cannot follow `have`: its participle and its base (went: gone, go). */
export function pastOnlyForm(word: string): { readonly base: string; readonly participle: string } | undefined {
  const parts = pastOnly.get(word)
  return parts && { base: parts.base, participle: parts.participles[0] ?? '' }
}

/** Whether a word in lower case is the past or the participle of an irregular verb and not its base, too. */
export function isIrregularPast(word: string): boolean {
  return basesByForm.has(word) && !byBase.has(word)
}

/** The third person singular of a verb, all in lower case. */
export function thirdPersonOf(base: string): string {
  if (base === 'be') return 'is'
  if (base === 'have') return 'has'
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}

/** Every form of a verb in lower case, its regular pasts too; the last consonant both single and doubled. */
export function formsOf(base: string): readonly string[] {
  const parts = byBase.get(base)
  const forms = [base, thirdPersonOf(base), ...(parts ? [...parts.pasts, ...parts.participles] : [])]
  if (/[^eoy]e$/.test(base)) return [...forms, `${base}d`, `${base.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(base)) return [...forms, `${base.slice(0, -1)}ied`, `${base}ing`]
  const doubled = base + base.slice(-1)
  const twins = /[^aeiou][aeiou][bdgklmnprt]$/.test(base) ? [`${doubled}ed`, `${doubled}ing`] : []
  return [...forms, `${base}ed`, `${base}ing`, ...twins]
}

/** What a form may be the form of: `building` of build, `making` of make, `cutting` of cut. */
function basesOf(form: string): readonly string[] {
  const stems = [form]
  const ending = /(?:ing|ied|ed|ies|es|s|d)$/.exec(form)?.[0]
  if (ending !== undefined) {
    for (const suffix of [ending, ending.slice(-1)]) {
      const stem = form.slice(0, form.length - suffix.length)
      stems.push(stem, `${stem}e`, `${stem}y`, stem.slice(0, -1))
    }
  }
  const regular = stems.filter((base) => base.length > 1 && formsOf(base).includes(form))
  return [...(basesByForm.get(form) ?? []), ...regular]
}

/** Whether two words in lower case are forms of one verb. */
export function isSameVerb(a: string, b: string): boolean {
  if (a === b) return true
  // Forms of one verb begin alike, but for those of `be` and `go`.
  if (a[0] !== b[0] && !suppletive.has(a) && !suppletive.has(b)) return false
  const others = basesOf(b)
  return basesOf(a).some((base) => others.includes(base))
}

/** Whether a word in lower case, as it stands, opens a verb phrase: promote, promotes; not promoting, promoted. */
export function opensVerbPhrase(word: string): boolean {
  return basesOf(word).some(
    (base) => opening.has(base) && (word === base || (word.endsWith('s') && thirdPersonOf(base) === word)),
  )
}

/**
 * A verb in the form in which another stands: `advancing` for `promoting` of promote; all in lower case. Null where
 * `form` is no form of `other`, or where English does not tell its past from its participle and the verb does.
 */
export function verbLike(verb: string, other: string, form: string): string | null {
  if (form === other) return verb
  if (!formsOf(other).includes(form)) return null
  if (form === thirdPersonOf(other)) return thirdPersonOf(verb)
  if (form.endsWith('ing')) return regularForm(verb, 'ing')
  const parts = byBase.get(verb)
  if (parts === undefined) return regularForm(verb, 'ed')
  const [past = '', participle = ''] = [parts.pasts[0], parts.participles[0]]
  if (past === participle) return past
  const otherParts = byBase.get(other)
  const isPast = otherParts?.pasts.includes(form) ?? true
  const isParticiple = otherParts?.participles.includes(form) ?? true
  return isPast === isParticiple ? null : isPast ? past : participle
}

/** The regular form of a verb in `-ed` or `-ing`. Verbs of one syllable double their last consonant, and a few others. */
function regularForm(verb: string, suffix: 'ed' | 'ing'): string {
  if (doubling.has(verb) || /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb)) return `${verb}${verb.slice(-1)}${suffix}`
  if (suffix === 'ed' && /[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  const stem = /[^eoy]e$/.test(verb) || (suffix === 'ed' && verb.endsWith('e')) ? verb.slice(0, -1) : verb
  return `${stem}${suffix}`
}
