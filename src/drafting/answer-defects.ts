import type { Defect } from './defect.ts'

const han = /\p{Script=Han}/u
/** An original quoted in brackets or quotation marks may stay Chinese. */
const quoted = /[([（“"‘《「『][^()[\]（）“”"‘’《》「」『』]{0,40}[)\]）”"’》」』]/gu
/** A stretch of 3 to 40 characters five times in a row. */
const loop = /([^\s\d].{2,39}?)\1{4}/su
const marks = /([!?.,*#])\1{9}/
/**
 * English has some four characters for one of Chinese. Only an answer that is much longer than that can be a loop; the
 * expression is too slow to be tried on every answer.
 */
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
  const loops = isLong(source, target) && loop.test(target) && !loop.test(source)
  if (loops || (marks.test(target) && !marks.test(source))) {
    defects.push({ message: 'The answer repeats itself: give the translation once.' })
  }
  return defects
}
