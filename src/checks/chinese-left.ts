import { foldText } from '../language/text/fold.ts'
import type { Check } from './check.ts'

const chinese = /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+/gu

const marks: Readonly<Record<string, string>> = { '。': '.', '、': ',' }

/** How many UTF-16 units of a stretch of Chinese a finding quotes. */
const quoted = 30

/** Chinese characters, Chinese marks and full-width letters in the English: always an error. */
export const chineseLeft: Check = ({ segment, target }) =>
  [...target.matchAll(chinese)].map(({ 0: text, index: from }) => {
    const fix = inEnglish(text)
    return {
      code: 'chinese-left',
      severity: 'error',
      segment,
      target: { from, to: from + text.length },
      params: { text: text.length > quoted ? `${text.slice(0, quoted)}…` : text },
      ...(fix === null ? {} : { fix }),
    }
  })

/** The marks and full-width letters as English writes them; null if the stretch contains words. */
function inEnglish(text: string): string | null {
  let english = ''
  for (const character of text) {
    const folded = foldText(character).text
    const mark = /^[ -~]$/.test(folded) ? folded : marks[folded]
    if (mark === undefined) return null
    english += mark
  }
  return english
}
