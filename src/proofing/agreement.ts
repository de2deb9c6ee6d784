import { isCapitalised } from '../language/english/capitals.ts'
import { beginsSentence, type Token, wordAt } from '../language/english/tokens.ts'
import { determiners, isSmall, prepositions } from './grammar-words.ts'
import { item, type ProofItem } from './item.ts'
import type { Lexicon } from './lexicon.ts'

type Count = 'singular' | 'plural'

/** Verbs whose forms tell the number of their subject beyond doubt, with the form that goes with the other number. */
const forms: ReadonlyMap<string, { readonly count: Count; readonly other: string }> = new Map(
  Object.entries({
    is: { count: 'singular', other: 'are' },
    was: { count: 'singular', other: 'were' },
    has: { count: 'singular', other: 'have' },
    does: { count: 'singular', other: 'do' },
    "isn't": { count: 'singular', other: "aren't" },
    "wasn't": { count: 'singular', other: "weren't" },
    "hasn't": { count: 'singular', other: "haven't" },
    "doesn't": { count: 'singular', other: "don't" },
    are: { count: 'plural', other: 'is' },
    were: { count: 'plural', other: 'was' },
    have: { count: 'plural', other: 'has' },
    "aren't": { count: 'plural', other: "isn't" },
    "weren't": { count: 'plural', other: "wasn't" },
    "haven't": { count: 'plural', other: "hasn't" },
    "don't": { count: 'plural', other: "doesn't" },
  } as const),
)

const singularPronouns = new Set(['he', 'she', 'it'])
const pluralPronouns = new Set(['we', 'they'])

/** Verbs in common use that are no nouns a pronoun could stand before. */
const commonVerbs = new Set(
  (
    'want need make take go come say think know use include provide require show mean remain become continue contain believe ' +
    'hope aim serve support bring give keep create develop build help offer produce receive reach begin seem appear'
  ).split(' '),
)

/** Nouns that take a singular or a plural verb: of quantity, and of people together (in British English). */
const eitherCount = new Set(
  (
    'number majority minority series range variety group lot bulk rest half third quarter percentage proportion part total ' +
    'handful couple pair set kind type sort mix mixture combination host array wealth generation collection selection crowd ' +
    'team staff government committee family public council club side party company crew police army press board audience ' +
    'class cabinet parliament population couple trio duo pair dozen hundred thousand million billion percent two three four five six seven eight nine ten ' +
    'average maximum minimum amount abundance multitude plethora mass mob band gang flock herd nation congregation jury ' +
    'firm agency squad ministry department association union corporation commission organization organisation youth ' +
    'rich elderly following former latter faithful accused deceased dead sick blind homeless unemployed aged young poor wounded injured local ' +
    'leadership management opposition media data press remainder balance fraction segment share section portion batch'
  ).split(' '),
)

/** Endings of nouns that are nothing else. */
const nounEnding = /(?:[st]ion|ment|[^s]ity|[^l]ness|ence|ance|ship|ism|hood|dom|[^d]ure|graphy|logy|nomy)$/
const plainNouns = new Set(
  (
    'city county country province village town region area project plan policy system industry economy market meeting ' +
    'conference year month week day school university hospital bridge road railway airport river lake factory enterprise ' +
    'bank law rule goal result problem reason idea question answer report decision price cost rate product service ' +
    'worker farmer student teacher doctor patient reporter mayor minister president director leader official expert ' +
    'scientist engineer person man woman child boy girl book film game car ship train house building room hotel shop ' +
    'story song device machine computer chip engine fund loan tax budget campaign event ceremony festival museum park'
  ).split(' '),
)

/**
 * Verbs that do not agree with their subject, where the subject can be told: a pronoun before the verb, or a noun
 * phrase that begins its clause with a determiner and stands right before the verb, with or without one phrase such as
 * `of this city` between. All else is let be.
 */
export function agreement(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly ProofItem[] {
  const items: ProofItem[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'word' || isCapitalised(token.text)) return
    const fix = ofPronoun(tokens, index, lexicon) ?? ofThere(tokens, index, lexicon) ?? ofNoun(tokens, index, lexicon)
    if (fix !== null) items.push(item('proof-agreement', 'warning', text, { from: token.from, to: token.to }, fix))
  })
  return items
}

/** Whether a clause can begin at `index`, so that a pronoun or article there begins a subject. */
function beginsClause(tokens: readonly Token[], index: number, after: ReadonlySet<string>): boolean {
  const before = tokens[index - 1]
  if (before === undefined || beginsSentence(tokens, index)) return true
  if (before.type === 'mark') return /^[,;:—–"“(]$/.test(before.text) || (before.text === '-' && before.spaced)
  return after.has(before.lower) || (/^(?:and|but|so|yet)$/.test(before.lower) && tokens[index - 2]?.text === ',')
}

const clauseWords = new Set(
  'that because although though while when where whereas which as since but before after said says announced'.split(
    ' ',
  ),
)
const nounClauseWords = new Set(
  'because although though while when where whereas since but if that said says'.split(' '),
)
/** After these a plain form or `were` may be right: the subjunctive. */
const unreal =
  /^(?:if|though|wish|wishes|wished|as|suppose|lest|rather|imagine|whether|would|unless|were|suggest|suggests|suggested|recommend|recommends|recommended|propose|proposes|proposed|demand|demands|demanded|insist|insists|insisted|request|requests|requested|require|requires|required|urge|urged|important|essential|necessary|vital)$/

function ofPronoun(tokens: readonly Token[], index: number, { isNoun }: Lexicon): string | null {
  const pronoun = wordAt(tokens, index - 1)
  const verb = (tokens[index] as Token).lower
  if (pronoun === undefined) return null
  const singular = singularPronouns.has(pronoun.lower)
  if (!singular && !pluralPronouns.has(pronoun.lower)) return null
  const introduced = tokens[index - 2]?.lower ?? ''
  // `it` may be an object ("those near it are"); the others are subjects but where they are joined ("you and he are").
  if (
    !beginsClause(tokens, index - 1, clauseWords) &&
    (pronoun.lower === 'it' || /^(?:and|or|nor|than)$/.test(introduced))
  )
    return null
  const form = forms.get(verb)
  if (form?.count === (singular ? 'singular' : 'plural')) return null
  if (!singular) {
    const base = verb.replace(/s$/, '')
    return form?.other ?? (base !== verb && commonVerbs.has(base) && !isNoun(base) ? base : null)
  }
  if (form !== undefined && /^are/.test(verb)) return form.other
  if (isUnreal(tokens, index) || hasAuxiliary(tokens, index)) return null
  return form?.other ?? (commonVerbs.has(verb) ? thirdPerson(verb) : null)
}

function isUnreal(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 8), index - 1).some(({ lower }) => unreal.test(lower))
}

/** Whether a verb shortly before asks for the plain form: "does he, in truth, want". */
function hasAuxiliary(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(Math.max(0, index - 12), index)
    .some(({ lower }) => /^(?:do|does|did|can|could|will|would|should|may|might|must|let|lest)$/.test(lower))
}

function thirdPerson(verb: string): string {
  if (verb === 'go') return 'goes'
  return /(?:ch|sh|s|x|z)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

const adverbs = new Set(
  'now already only still also currently at least more than over about nearly some around'.split(' '),
)
const numberWords = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty'.split(' '),
)
/** What is counted as one amount: "there is 20 years of experience". */
const amounts =
  /^(?:year|month|week|day|hour|minute|second|mile|kilomet(?:er|re)|met(?:er|re)|dollar|yuan|euro|pound|percent|point|degree|ton|tonne|mu|hectare)s?$/

/** `there is many problems`, `there are a fee`: what there is stands after the verb. */
function ofThere(tokens: readonly Token[], index: number, lexicon: Lexicon): string | null {
  const verb = (tokens[index] as Token).lower
  const form = forms.get(verb)
  if (
    form === undefined ||
    !/^(?:is|was|are|were|isn't|wasn't)$/.test(verb) ||
    wordAt(tokens, index - 1)?.lower !== 'there'
  )
    return null
  let at = index + 1
  while (at < index + 5 && adverbs.has(tokens[at]?.lower ?? '')) at += 1
  const what = tokens[at]
  if (what === undefined) return null
  const next = wordAt(tokens, at + 1)?.lower ?? ''
  if (form.count === 'plural') {
    const alone = !/^(?:and|or|,|of)$/.test(tokens[at + 2]?.lower ?? '')
    return /^an?$/.test(what.lower) && alone && lexicon.pluralOf(next) !== null && !eitherCount.has(next)
      ? form.other
      : null
  }
  if (/^(?:many|several|numerous)$/.test(what.lower) && next !== 'a') return form.other
  const many = numberWords.has(what.lower) || (/^\d[\d,]*$/.test(what.text) && what.text !== '1' && what.text !== '0')
  const counted = [next, wordAt(tokens, at + 2)?.lower ?? ''].find((word) => lexicon.singularOf(word) !== null)
  return many && counted !== undefined && !amounts.test(next) && !amounts.test(counted) ? form.other : null
}

/** How far before its verb a subject may begin, in words. */
const reach = 12

/** Adverbs that may stand between a subject and its verb. */
const between = new Set(
  'now also still already currently just often usually always never actually thus therefore'.split(' '),
)

function ofNoun(tokens: readonly Token[], index: number, lexicon: Lexicon): string | null {
  const verb = tokens[index] as Token
  const form = forms.get(verb.lower)
  if (form === undefined || verb.lower === "don't" || verb.lower === 'does') return null
  const end = between.has(tokens[index - 1]?.lower ?? '') ? index - 1 : index
  const subject = subjectBefore(tokens, end, lexicon)
  if (subject === null || subject.count === form.count) return null
  return /^(?:were|weren't|have)$/.test(verb.lower) && isUnreal(tokens, subject.from + 1) ? null : form.other
}

interface Phrase {
  readonly from: number
  /** The first preposition in it; -1 where there is none. */
  readonly preposition: number
  /** Whether `and` stands in it. */
  readonly joined: boolean
}

/** The noun phrase that stands right before `index`; null where it does not begin its clause. */
function phraseBefore(tokens: readonly Token[], index: number): Phrase | null {
  let preposition = -1
  let prepositionCount = 0
  let joined = false
  for (let at = index - 1; at >= Math.max(0, index - reach); at -= 1) {
    const { type, lower, spaced } = tokens[at] as Token
    if (type === 'mark' || !spaced) return null
    if (determiners.has(lower) || subjectWords.has(lower) || type === 'number') {
      if (beginsClause(tokens, at, nounClauseWords)) return { from: at, preposition, joined }
      // A relative clause: "one of the things that are clear".
      if (subjectWords.has(lower) || lower === 'that') return null
    } else if (prepositions.has(lower)) {
      prepositionCount += 1
      if (prepositionCount > 2 || !/^(?:of|in|for|from|on|between|among|at|by|with|to)$/.test(lower)) return null
      preposition = at
    } else if (lower === 'and') joined = true
    else if (isSmall(lower)) return null
    else if (beginsSentence(tokens, at)) return { from: at - 1, preposition, joined }
  }
  return null
}

/** Words that are a subject of one by themselves: "one of the cities is". */
const subjectWords = new Set(['one', 'each'])

/** The number of the noun phrase that stands right before `index` and begins its clause; null where it cannot be told. */
function subjectBefore(
  tokens: readonly Token[],
  index: number,
  lexicon: Lexicon,
): { readonly count: Count; readonly from: number } | null {
  const phrase = phraseBefore(tokens, index)
  if (phrase === null) return null
  const { from, preposition, joined } = phrase
  const end = preposition === -1 ? index : preposition
  const first = tokens[from]
  if (first !== undefined && subjectWords.has(first.lower) && end === from + 1)
    return tokens[end]?.lower === 'of' && !joined ? { count: 'singular', from } : null
  const head = wordAt(tokens, end - 1)
  if (head === undefined || end - from < 2 || end - from > 7) return null
  const inner = tokens.slice(from + 1, end - 1)
  if (inner.some(({ lower, text }) => determiners.has(lower) || !/^(?:[A-Za-z]+(?:['’]s)?|\d[\d,.]*)$/.test(text)))
    return null
  const bare = first === undefined || !(determiners.has(first.lower) || first.type === 'number')
  if (bare && (/ing$/.test(tokens[from + 1]?.lower ?? '') || (isCapitalised(head.text) && inner.length > 0)))
    return null
  const count = headCount(
    bare ? '' : (first?.lower ?? ''),
    head,
    inner,
    { followed: preposition !== -1, bare },
    lexicon,
  )
  if (count === null || (count === 'singular' && (joined || first?.type === 'number'))) return null
  return { count, from }
}

function headCount(
  determiner: string,
  head: Token,
  inner: readonly Token[],
  { followed, bare }: { readonly followed: boolean; readonly bare: boolean },
  lexicon: Lexicon,
): Count | null {
  if ((isCapitalised(head.text) && !(bare && inner.length === 0)) || eitherCount.has(head.lower)) return null
  // A verb of the third person within: "the way he makes cars is".
  if (inner.some(({ lower }) => /[^s]s$/.test(lower) && lexicon.isVerb(lower.slice(0, -1)))) return null
  const singular = lexicon.singularOf(head.lower)
  if (singular !== null) {
    if (amounts.test(head.lower) || /^(?:a|an|this|that|each|every|another|one)$/.test(determiner)) return null
    // "The company plans", "the people needs": a verb may hide in the head where something precedes it.
    if (lexicon.isVerb(singular) && inner.length > 0 && followed) return null
    return 'plural'
  }
  const told =
    nounEnding.test(head.lower) || plainNouns.has(head.lower) || (!bare && lexicon.pluralOf(head.lower) !== null)
  const one =
    /^(?:a|an|this|each|every|another)$/.test(determiner) &&
    lexicon.isNoun(head.lower) &&
    !/(?:s|ing)$/.test(head.lower)
  if (!told && !one) return null
  if (/^(?:these|those|many|several|few|all|both|most|some|no|any)$/.test(determiner)) return null
  return 'singular'
}
