import { numberOf } from '../../language/english/auxiliaries.ts'
import { commonVerbs } from '../../language/english/data/common-verbs.ts'
import { type Token, tokenAt, wordAt } from '../../language/english/tokens.ts'
import { thirdPersonOf } from '../../language/english/verbs.ts'
import { entriesOf } from '../../language/lists.ts'
import type { Dictionary } from '../dictionary.ts'
import { beginsClause, isUnreal } from './clause.ts'

const singularPronouns = new Set(['he', 'she', 'it'])
const pluralPronouns = new Set(['we', 'they'])
const common: ReadonlySet<string> = new Set(entriesOf(commonVerbs))

/** Words after which a clause begins with a pronoun: "said they", "because it". */
const openers = new Set(
  'that because although though while when where whereas which as since but before after said says announced'.split(
    ' ',
  ),
)

/** The right form of the verb at `index` whose subject is the pronoun before it; null where it agrees or is no verb. */
export function afterPronoun(tokens: readonly Token[], index: number, { isNoun }: Dictionary): string | null {
  const pronoun = wordAt(tokens, index - 1)
  const verb = tokenAt(tokens, index).lower
  if (pronoun === undefined) return null
  const isSingular = singularPronouns.has(pronoun.lower)
  if (!isSingular && !pluralPronouns.has(pronoun.lower)) return null
  const introduced = tokens[index - 2]?.lower ?? ''
  // `it` may be an object ("those near it are"); the others are subjects but where they are joined ("you and he are").
  if (!beginsClause(tokens, index - 1, openers) && (pronoun.lower === 'it' || /^(?:and|or|nor|than)$/.test(introduced)))
    return null
  const form = verb === 'do' ? undefined : numberOf(verb)
  if (form?.number === (isSingular ? 'singular' : 'plural')) return null
  if (!isSingular) {
    const base = verb.replace(/s$/, '')
    return form?.other ?? (base !== verb && common.has(base) && !isNoun(base) ? base : null)
  }
  if (form !== undefined && /^are/.test(verb)) return form.other
  if (isUnreal(tokens, index) || hasAuxiliary(tokens, index)) return null
  return form?.other ?? (common.has(verb) ? thirdPersonOf(verb) : null)
}

/** Whether a verb shortly before asks for the plain form: "does he, in truth, want". */
function hasAuxiliary(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(Math.max(0, index - 12), index)
    .some(({ lower }) => /^(?:do|does|did|can|could|will|would|should|may|might|must|let|lest)$/.test(lower))
}
