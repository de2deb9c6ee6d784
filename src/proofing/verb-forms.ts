import { auxiliaryOf, finiteAuxiliary } from '../language/english/auxiliaries.ts'
import { isCapitalised } from '../language/english/capitals.ts'
import { isMidPositionAdverb, isModal } from '../language/english/function-words.ts'
import { hasNounEnding } from '../language/english/nouns.ts'
import { type Token, tokenAt, wordAt } from '../language/english/tokens.ts'
import { pastOnlyForm } from '../language/english/verbs.ts'
import type { Dictionary } from './dictionary.ts'
import { type ProofItem, proofItem } from './proof-item.ts'

/** Pasts that are as often something else after `have`, `will` or `not`: "have bit parts", "will lay roads". */
const ambiguousPasts = new Set(['bit', 'bore', 'fell', 'lay', 'was', 'were', 'woke'])

/**
 * Forms that do not go together: `had went`, `will provides`, `to provides`, `did not went`, `could of`. A verb is asked
 * of only where what stands before it can be nothing else than an auxiliary.
 */
export function verbForms(text: string, tokens: readonly Token[], dictionary: Dictionary): readonly ProofItem[] {
  const items: ProofItem[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'word' || isCapitalised(token.text) || !token.spaced) return
    const fix = corrected(tokens, index, dictionary)
    if (fix !== null) items.push(proofItem('proof-verb-form', 'warning', text, { from: token.from, to: token.to }, fix))
  })
  return items
}

function corrected(tokens: readonly Token[], index: number, dictionary: Dictionary): string | null {
  const verb = tokenAt(tokens, index)
  const hasAdverb = isMidPositionAdverb(tokens[index - 1]?.lower ?? '')
  const at = hasAdverb ? index - 2 : index - 1
  const before = wordAt(tokens, at)
  if (before === undefined) return null
  const past = ambiguousPasts.has(verb.lower) ? undefined : pastOnlyForm(verb.lower)
  // Asked for only where it is wanted: at most words it is not.
  const third = () => dictionary.verbOfThirdPerson(verb.lower)
  if (isHave(before.lower)) return past?.participle ?? null
  if (isNegated(before.lower, 'do') || (finiteAuxiliary(before.lower) === 'do' && tokens[index - 1]?.lower === 'not')) {
    const auxiliary = /^(?:has|had|is|was|were|been)$/.test(verb.lower) ? auxiliaryOf(verb.lower) : undefined
    return past?.base ?? third() ?? auxiliary ?? null
  }
  if (before.lower === 'to' && !hasAdverb) return infinitive(tokens, at, verb, third())
  if (!isModal(before.lower) || isCapitalised(before.text) || !isAuxiliaryHere(tokens, at, dictionary)) return null
  if (verb.lower === 'of' && /^(?:could|should|would|must|might)$/.test(before.lower)) return modalOf(tokens, index)
  return past?.base ?? misplacedAuxiliary(verb.lower) ?? third()
}

/** Whether a word is a finite form of `have`, which a participle follows. */
function isHave(word: string): boolean {
  if (!word.includes("'")) return finiteAuxiliary(word) === 'have'
  return isNegated(word, 'have') || /^(?:i|we|you|they)'ve$/.test(word)
}

function isNegated(word: string, verb: string): boolean {
  return word.endsWith("n't") && finiteAuxiliary(word.slice(0, -3)) === verb
}

/** The plain form of an auxiliary that is not plain. */
function misplacedAuxiliary(word: string): string | null {
  const verb = auxiliaryOf(word)
  return verb === undefined || verb === word || word.endsWith('ing') ? null : verb
}

const leadsInfinitive =
  /^(?:order|ability|able|unable|wants?|needs?|continu(?:e|es|ed|ing)|plans?|planned|aims?|going|ought|tr(?:y|ies|ied)|likely|expected|set|on|him|her|them|it|us|me|claim(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|decid(?:e|es|ed)|hopes?|hoped|tend(?:s|ed)?|used|have|has|had|forced|allow(?:s|ed)?|required|believed|said|reported|possible|difficult|easy|ready|willing|not|helped|failed|managed|beg(?:in|ins|an)|start(?:s|ed)?)$/

function infinitive(tokens: readonly Token[], at: number, verb: Token, third: string | null): string | null {
  if (/^(?:is|was|were|are|has|does)$/.test(verb.lower)) {
    // "what it comes to is", "the place they went to was": a verb or noun that leaves its preposition behind.
    const leading = wordAt(tokens, at - 1)?.lower ?? ''
    return leadsInfinitive.test(leading) ? (auxiliaryOf(verb.lower) ?? null) : null
  }
  return third
}

function modalOf(tokens: readonly Token[], index: number): string | null {
  const next = wordAt(tokens, index + 1)?.lower ?? ''
  return /^(?:been|had|done|gone|made|taken|seen|become|come)$/.test(next) ? 'have' : null
}

/**
 * Whether a modal is the verb here: after its subject. `will`, `can`, `might` and `must` are nouns too (`political will
 * is`), so before them only a pronoun, a name or a noun that is nothing else counts as the subject.
 */
function isAuxiliaryHere(tokens: readonly Token[], at: number, { singularOf, pluralOf }: Dictionary): boolean {
  const subject = tokens[at - 1]
  if (subject === undefined) return false
  const modal = tokens[at]?.lower ?? ''
  if (/^(?:could|would|should|shall|cannot)$/.test(modal))
    return subject.type !== 'mark' || /^[-—–”"]$/.test(subject.text)
  if (subject.type !== 'word') return false
  if (/^(?:i|you|he|she|it|we|they|that|which|who|these|those|there|and)$/.test(subject.lower)) return true
  if (/'s$/.test(subject.lower)) return false
  return (
    isCapitalised(subject.text) ||
    singularOf(subject.lower) !== null ||
    pluralOf(subject.lower) !== null ||
    subject.lower.endsWith('people') ||
    hasNounEnding(subject.lower)
  )
}
