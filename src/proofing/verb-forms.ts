import { isCapitalised } from '../language/english/capitals.ts'
import { type Token, wordAt } from '../language/english/tokens.ts'
import { item, type ProofItem } from './item.ts'
import type { Lexicon } from './lexicon.ts'

/** Past tenses that are no participles, with the participle and the plain form. */
const irregular = new Map(
  (
    'went gone go,took taken take,saw seen see,did done do,gave given give,wrote written write,ate eaten eat,began begun begin,' +
    'drank drunk drink,drove driven drive,flew flown fly,forgot forgotten forget,knew known know,rose risen rise,' +
    'spoke spoken speak,swam swum swim,threw thrown throw,wore worn wear,sang sung sing,chose chosen choose,broke broken break,' +
    'grew grown grow,shook shaken shake,stole stolen steal,drew drawn draw,undertook undertaken undertake,overtook overtaken overtake,' +
    'overcame overcome overcome,became become become,came come come,underwent undergone undergo,arose arisen arise,withdrew withdrawn withdraw'
  )
    .split(',')
    .map((verb) => verb.split(' '))
    .map(([past = '', participle = '', base = '']) => [past, { participle, base }] as const),
)

const modals = new Set('can could will would should shall must may might cannot'.split(' '))
const had = new Set(['has', 'have', 'had', "hasn't", "haven't", "hadn't", "we've", "they've", "i've", "you've"])
const did = new Set(['did', 'does', 'do'])
const denied = new Set(["didn't", "doesn't", "don't"])
const be: ReadonlyMap<string, string> = new Map(
  Object.entries({
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    am: 'be',
    been: 'be',
    has: 'have',
    had: 'have',
    does: 'do',
    did: 'do',
  }),
)

/** Adverbs that may stand between the parts of a verb. */
const between = new Set('not also never always already still only just further fully again even'.split(' '))

/**
 * Forms that do not go together: `had went`, `will provides`, `to provides`, `did not went`, `could of`. A verb is asked
 * of only where what stands before it can be nothing else than an auxiliary.
 */
export function verbForms(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly ProofItem[] {
  const items: ProofItem[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'word' || isCapitalised(token.text) || !token.spaced) return
    const fix = corrected(tokens, index, lexicon)
    if (fix !== null) items.push(item('proof-verb-form', 'warning', text, { from: token.from, to: token.to }, fix))
  })
  return items
}

function corrected(tokens: readonly Token[], index: number, lexicon: Lexicon): string | null {
  const verb = tokens[index] as Token
  const adverb = between.has(tokens[index - 1]?.lower ?? '')
  const at = adverb ? index - 2 : index - 1
  const before = wordAt(tokens, at)
  if (before === undefined) return null
  const past = irregular.get(verb.lower)
  if (had.has(before.lower)) return past === undefined ? null : past.participle
  const third = lexicon.verbOfThirdPerson(verb.lower)
  if (denied.has(before.lower) || (did.has(before.lower) && tokens[index - 1]?.lower === 'not'))
    return (
      past?.base ?? third ?? (/^(?:has|had|is|was|were|been)$/.test(verb.lower) ? (be.get(verb.lower) ?? null) : null)
    )
  if (before.lower === 'to' && !adverb) return infinitive(tokens, at, verb, third)
  if (!modals.has(before.lower) || isCapitalised(before.text) || !isAuxiliary(tokens, at, lexicon)) return null
  if (verb.lower === 'of' && /^(?:could|should|would|must|might)$/.test(before.lower)) return modalOf(tokens, index)
  return past?.base ?? be.get(verb.lower) ?? third
}

const leads =
  /^(?:order|ability|able|unable|wants?|needs?|continu(?:e|es|ed|ing)|plans?|planned|aims?|going|ought|tr(?:y|ies|ied)|likely|expected|set|on|him|her|them|it|us|me|claim(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|decid(?:e|es|ed)|hopes?|hoped|tend(?:s|ed)?|used|have|has|had|forced|allow(?:s|ed)?|required|believed|said|reported|possible|difficult|easy|ready|willing|not|helped|failed|managed|beg(?:in|ins|an)|start(?:s|ed)?)$/

function infinitive(tokens: readonly Token[], at: number, verb: Token, third: string | null): string | null {
  if (/^(?:is|was|were|are|has|does)$/.test(verb.lower)) {
    // "what it comes to is", "the place they went to was": a verb or noun that leaves its preposition behind.
    const led = wordAt(tokens, at - 1)?.lower ?? ''
    return leads.test(led) ? (be.get(verb.lower) ?? null) : null
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
function isAuxiliary(tokens: readonly Token[], at: number, { singularOf, pluralOf }: Lexicon): boolean {
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
    /(?:[st]ion|ment|ity|people)$/.test(subject.lower)
  )
}
