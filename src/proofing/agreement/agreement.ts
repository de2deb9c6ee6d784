import { numberOf } from '../../language/english/auxiliaries.ts'
import { isCapitalised } from '../../language/english/capitals.ts'
import { isMidPositionAdverb } from '../../language/english/function-words.ts'
import type { Token } from '../../language/english/tokens.ts'
import { tokenAt } from '../../language/english/tokens.ts'
import type { Dictionary } from '../dictionary.ts'
import { type ProofItem, proofItem } from '../proof-item.ts'
import { isUnreal } from './clause.ts'
import { subjectBefore } from './noun-phrase.ts'
import { afterPronoun } from './pronoun-subject.ts'
import { afterThere } from './there-is.ts'

/**
 * Verbs that do not agree with their subject, where the subject can be told: a pronoun before the verb, or a noun
 * phrase that begins its clause with a determiner and stands right before the verb, with or without one phrase such as
 * `of this city` between. All else is let be.
 */
export function agreement(text: string, tokens: readonly Token[], dictionary: Dictionary): readonly ProofItem[] {
  const items: ProofItem[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'word' || isCapitalised(token.text)) return
    const fix =
      afterPronoun(tokens, index, dictionary) ??
      afterThere(tokens, index, dictionary) ??
      afterNoun(tokens, index, dictionary)
    if (fix !== null) items.push(proofItem('proof-agreement', 'warning', text, { from: token.from, to: token.to }, fix))
  })
  return items
}

function afterNoun(tokens: readonly Token[], index: number, dictionary: Dictionary): string | null {
  const verb = tokenAt(tokens, index)
  const form = numberOf(verb.lower)
  if (form === undefined || /^(?:do|don't|does)$/.test(verb.lower)) return null
  const end = isMidPositionAdverb(tokens[index - 1]?.lower ?? '') ? index - 1 : index
  const subject = subjectBefore(tokens, end, dictionary)
  if (subject === null || subject.number === form.number) return null
  return /^(?:were|weren't|have)$/.test(verb.lower) && isUnreal(tokens, subject.from + 1) ? null : form.other
}
