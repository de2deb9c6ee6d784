import { enumerationOf } from './enumeration.ts'
import { labelOf } from './labels.ts'

/** Letters of Chinese and Japanese, and marks as wide as they: East Asian Width W and F, without Hangul. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60\uffe0-\uffe6]/u
const wideMark = /[\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60]/u
/** Marks that Chinese and English share, wide in one and narrow in the other. */
const sharedMark = /[“”‘’…—·]/u

/** Marks after which the next line may begin anything. */
const ended = /[。｡！!？?；;：:…][”’"'」』）)]*\s*$/u
/** What a number in the text follows, so that a line that begins with one goes on: 依照第 / （一）项. */
const beforeNumber = /(?:第|款|条|项|附件|[（([“《「【、和至或及])\s*$/u
/** 时间：…, 地点：…: a line of particulars. */
const particular = /^\s*[\p{Script=Han}（）()]{1,8}[：:]/u
/** [说明]：…, [^1]: …: a line as people write references and notes. */
const bracketLabel = /^\s*\[[^[\]]{1,100}\]\s?[:：]/u

/**
 * What stands between two lines that are parts of one paragraph, in the place of the line end: nothing beside Chinese, a
 * blank between words of other languages, and the line end itself where the second line begins something of its own (an
 * item, a speaker, a note). The rule of CSS Text 4, §4.1.3, and of Pandoc's `east_asian_line_breaks`.
 */
export function lineJoint(before: string, after: string): '' | ' ' | '\n' {
  if (beginsAnew(before, after)) return '\n'
  const left = Array.from(before.trimEnd().slice(-2)).at(-1) ?? ''
  const right = Array.from(after.trimStart().slice(0, 2))[0] ?? ''
  if (wideMark.test(left) || wideMark.test(right)) return ''
  const isWide = (character: string) => wide.test(character) || sharedMark.test(character)
  return isWide(left) && isWide(right) ? '' : ' '
}

/** Whether a line begins something of its own, and does not go on with the line before it. */
export function beginsAnew(before: string, after: string): boolean {
  if (bracketLabel.test(after)) return true
  if (particular.test(after) && particular.test(before)) return true
  const form = enumerationOf(after)
  if (ended.test(before)) return form !== null || labelOf(after) !== null
  // 一是 and 1) stand within sentences, too.
  const isPlain = form === 'item' && !/^\s*[①-⑳⑴-⒇⒈-⒛•●■◆▪□○◇★※►]/u.test(after)
  return form !== null && !isPlain && !beforeNumber.test(before)
}
