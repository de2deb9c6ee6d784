import { isTopic } from './not-names.ts'
import { surnamePattern } from './surnames.ts'
import { titleInLabel } from './titles.ts'

const han = '\\p{Script=Han}'
/**
 * A Chinese name of two to four characters; two-character names may be set apart by a space (王　磊). The form alone proves
 * nothing (任务 and 高标准 have it too): who takes a label for a name wants a further sign.
 */
export const namePattern = `${surnamePattern}(?:${han}{1,2}|[ \\u3000]{1,2}${han})`

const dotted = new RegExp(`^${han}{1,8}(?:[·•・]${han}{1,8}){1,3}$`, 'u')
const latin = /^[A-Z][\p{L}.'’-]{1,20}(?: [A-Z][\p{L}.'’-]{0,20}){0,3}$/u
const chinese = new RegExp(`^${namePattern}$`, 'u')
/** Words of saying: 张三说 is no name. */
const saying = /(?:[说问称答讲道曰]|表示|介绍|指出|强调|认为)$/

export function hasFormOfName(text: string): boolean {
  if (dotted.test(text) || latin.test(text)) return true
  return chinese.test(text) && !saying.test(text) && !isTopic(text)
}

const afterTitle = new RegExp(`${titleInLabel}[ \\u3000]?((?:[${han}·]{2,12}[、和,，]){0,9}[${han}·]{2,12})`, 'gu')

/** Beginnings of what stands after titles in a text (副市长许红兵、史晓天): a name among them is known to be one. */
export function namesAfterTitles(text: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const match of text.matchAll(afterTitle)) {
    for (const word of (match[1] ?? '').split(/[、和,，]/)) {
      for (let length = 2; length <= 4; length++) names.add(word.slice(0, length))
      names.add(word)
    }
  }
  return names
}
