import { scripts } from '../language/chinese/data/scripts.ts'
import { rowsOf } from '../language/lists.ts'

const simplifiedOnly = new Set(rowsOf(scripts).map(([simplified]) => simplified))
const traditionalOnly = new Set(rowsOf(scripts).map(([, traditional]) => traditional))
/** Of bounded length: the engine keeps a place to go back to for each letter of a word, and throws when there are too many. */
const word =
  /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]{1,1000}/gv

/** The least share of Chinese among the words of a Chinese text, each Chinese character being a word. */
const leastChinese = 0.3
/** The share of kana among the characters above which a text is Japanese. */
const mostKana = 0.1

/** The script of a Chinese text, by its common characters; `not-chinese` for other languages. */
export function scriptOf(text: string): 'simplified' | 'traditional' | 'not-chinese' {
  let han = 0
  let kana = 0
  let words = 0
  let balance = 0
  for (const [match] of text.matchAll(word)) {
    words++
    if (/^\p{Script=Han}/u.test(match)) {
      han++
      if (simplifiedOnly.has(match)) balance++
      else if (traditionalOnly.has(match)) balance--
    } else if (/^[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(match)) kana++
  }
  if (han === 0 || han < words * leastChinese || kana > (han + kana) * mostKana) return 'not-chinese'
  return balance < 0 ? 'traditional' : 'simplified'
}
