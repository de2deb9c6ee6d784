import { rowsOf } from '../lists.ts'
import { auxiliaryVerbs } from './data/auxiliary-verbs.ts'

/** The number of a subject that a form goes with. */
export type GrammaticalNumber = 'singular' | 'plural'

interface Auxiliary {
  readonly form: string
  readonly verb: string
  readonly number: string
  readonly tense: string
}

const forms: ReadonlyMap<string, Auxiliary> = new Map(
  rowsOf(auxiliaryVerbs).map(([form = '', verb = '', number = '', tense = '']) => [
    form,
    { form, verb, number, tense },
  ]),
)

/** Whether a word in lower case is a form of be, have or do. */
export function isAuxiliary(word: string): boolean {
  return forms.has(word)
}

/** The verb of which a word in lower case is a finite form: `be` for is, `have` for had; undefined for all else. */
export function finiteAuxiliary(word: string): string | undefined {
  const form = forms.get(word)
  return form === undefined || form.tense === 'none' ? undefined : form.verb
}

/** The verb that an auxiliary in lower case is a form of, finite or not: `be` for been; undefined for all else. */
export function auxiliaryOf(word: string): string | undefined {
  return forms.get(word)?.verb
}

interface NumberOfForm {
  readonly number: GrammaticalNumber
  readonly other: string
}

/** Made once: agreement asks for each word. */
const numbers: ReadonlyMap<string, NumberOfForm> = new Map(
  [...forms.values()].flatMap(({ form, verb, tense, number }) => {
    if (number !== 'singular' && number !== 'plural') return []
    const other = [...forms.values()].find(
      (each) =>
        each.verb === verb && each.tense === tense && each.number === (number === 'singular' ? 'plural' : 'singular'),
    )
    if (other === undefined) return []
    return ['', "n't"].map((ending) => [`${form}${ending}`, { number, other: `${other.form}${ending}` }] as const)
  }),
)

/**
 * The number that a form of be, have or do in lower case tells of its subject, and the form that goes with the other
 * number: `is` is singular and `are` its other; negated forms alike. Undefined where it tells none.
 */
export function numberOf(word: string): NumberOfForm | undefined {
  return numbers.get(word)
}
