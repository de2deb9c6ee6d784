import type { Defect } from './defect.ts'

const han = /\p{Script=Han}/u
/** An original quoted in brackets or quotation marks may stay Chinese. */
const quoted = /[([（“"‘《「『][^()[\]（）“”"‘’《》「」『』]{0,40}[)\]）”"’》」』]/gu
/** The shortest and the longest stretch of a loop, in UTF-16 units, and how often it stands in a row at least. */
const shortestLoop = 3
const longestLoop = 40
const turnsOfLoop = 5
const opensLoop = /[^\s\d]/
const marks = /([!?.,*#])\1{9}/
/** English has some four characters for one of Chinese: only an answer that is much longer than that can be a loop. */
const isLong = (source: string, target: string) => target.length > 20 + 6 * source.length
/** What a language model says about its answer rather than in it. */
const talk =
  /^(?:(?:sure|certainly|of course|okay)[,!:]|here(?:'s| is) (?:the|a|your) (?:english )?(?:translation|version)\b|(?:english )?translation:|<think>)/i

/**
 * Answers that are no English translation of their source, told apart so that the engine can be asked anew in words:
 * the source itself, Chinese left in the English, a model's talk about its answer, and words in an endless loop.
 */
export function answerDefects(source: string, target: string): readonly Defect[] {
  if (target.trim() === source.trim() && han.test(source)) {
    return [{ message: 'The answer is the source itself: translate it into English.' }]
  }
  const defects: Defect[] = []
  if (han.test(target) && han.test(target.replace(quoted, ''))) {
    defects.push({ message: 'Chinese is left in the English: translate all of it.' })
  }
  if (talk.test(target.trim())) defects.push({ message: 'Answer with the translation alone, without a remark.' })
  const isLoop = isLong(source, target) && loops(target) && !loops(source)
  if (isLoop || (marks.test(target) && !marks.test(source))) {
    defects.push({ message: 'The answer repeats itself: give the translation once.' })
  }
  return defects
}

/**
 * Whether a stretch stands five times in a row, from a character on that is neither white space nor a digit. In a row of
 * stretches of one length every character is that of one length before; of so many such characters in a row one stands at
 * a multiple of their number, so that few places need a look.
 */
function loops(text: string): boolean {
  for (let length = shortestLoop; length <= longestLoop; length += 1) {
    const repeated = length * (turnsOfLoop - 1)
    for (let at = 0; at + length < text.length; at += repeated) {
      if (!isRepeated(text, at, length)) continue
      let from = at
      while (from > 0 && isRepeated(text, from - 1, length)) from -= 1
      let to = at + 1
      while (isRepeated(text, to, length)) to += 1
      if (to - from >= repeated && opensLoop.test(text.slice(from, to - repeated + 1))) return true
    }
  }
  return false
}

/** Whether a character comes again so many characters later. */
function isRepeated(text: string, at: number, later: number): boolean {
  return at + later < text.length && text.charCodeAt(at) === text.charCodeAt(at + later)
}
