import { isAllCapitals, isCapitalised } from '../language/english/capitals.ts'
import type { Token } from '../language/english/tokens.ts'
import { item, type ProofItem } from './item.ts'

/** Words that are written with a vowel and begin with a consonant: the sounds of `you` and `one`. */
const soundsConsonant =
  /^(?:eu(?!h)|ewe|u(?:ni(?!n|m(?!od))|[bfgklmrst]?[st](?:[aeiu]|ility)|biquit|f[ao]|kr|ran|rin|ruguay|re[at]|rol|tah|tensil|topi|surp|yg|ighur|ganda)|one$|ones?['-]|once|oui|ouija)/
/** Exceptions to the above: `an unimportant`, `an uninsured`, `an ussr`. */
const soundsVowel =
  /^(?:hono|hour|heir|honest|unin|unim|uni(?:dentif|ntel|ssu)|usher|ustad|utter|utm|ust|upset|usur(?=x)|8|18(?!\d)|18,\d{3}|11(?!\d)|11,\d{3}|80)/
const eitherWay = /^(?:h(?:istor|otel|abit|ysteri|ispanic|eroic|erb|uman|umble)|ur|x|un$)/
/** Letters whose names begin with a vowel. */
const vowelNames = /^[AEFHILMNORSX]/

/** Abbreviations that cannot be read as words, and so are read letter by letter. */
const spelledOut = /^(?:[^AEIOUY]{2,4}|[^AEIOUY]{2}[A-Z])$/

type Sound = 'vowel' | 'consonant' | null

/** How the word that follows an article begins; null where that cannot be told from its letters. */
function soundOf(token: Token, next: Token | undefined): Sound {
  const { text, lower } = token
  if (token.type === 'number') return soundOfNumber(lower)
  if (text.length === 1) return next !== undefined && !next.spaced && next.text === '-' ? ofLetter(text) : null
  if (isAllCapitals(token.text)) {
    if (/^[AEIO]/.test(text)) return 'vowel'
    if (/^U/.test(text)) return null
    return spelledOut.test(text) ? ofLetter(text) : null
  }
  if (/\p{Lu}/u.test(text.slice(1)) || !/^[a-z']+$/.test(lower) || eitherWay.test(lower)) return null
  if (soundsVowel.test(lower)) return 'vowel'
  if (/^[^aeiou]/.test(lower)) return /^(?:[bcdfgjklmnpqrstvwz]|h|y)/.test(lower) ? 'consonant' : null
  return soundsConsonant.test(lower) ? 'consonant' : 'vowel'
}

function ofLetter(letter: string): Sound {
  return vowelNames.test(letter.toUpperCase()) ? 'vowel' : 'consonant'
}

function soundOfNumber(number: string): Sound {
  if (/^(?:8|11(?:\D|$)|18(?:\D|$)|11,\d{3}(?!,)|18,\d{3}(?!,))/.test(number)) return 'vowel'
  return /^1[18]\d\d(?:\D|$)/.test(number) || !/^\d/.test(number) ? null : 'consonant'
}

/**
 * `a` before the sound of a vowel and `an` before that of a consonant. Letters of a class (`Class A`, `A(H5N1)`), names
 * in foreign letters and words that are said both ways (`historic`) are let be.
 */
export function articles(text: string, tokens: readonly Token[]): readonly ProofItem[] {
  const items: ProofItem[] = []
  tokens.forEach((token, index) => {
    if (token.lower !== 'a' && token.lower !== 'an') return
    if (isCapitalised(token.text) && (index > 0 || token.text === 'AN')) return
    const before = tokens[index - 1]
    if (before !== undefined && !token.spaced && !/^["“‘(—–]$/.test(before.text)) return
    const opening = tokens[index + 1]
    const at = opening !== undefined && /^["“‘]$/.test(opening.text) ? index + 2 : index + 1
    const word = tokens[at]
    if (word === undefined || opening?.spaced === false || (at > index + 1 && word.spaced)) return
    // A letter that names something: "A of B is open".
    if (isCapitalised(token.text) && /^(?:of|is|and|or)$/.test(word.lower)) return
    const sound = soundOf(word, tokens[at + 1])
    const expected = sound === 'vowel' ? 'an' : 'a'
    if (sound === null || token.lower === expected) return
    const fix = isCapitalised(token.text) ? `A${expected.slice(1)}` : expected
    items.push(item('proof-article', 'warning', text, { from: token.from, to: token.to }, fix))
  })
  return items
}
