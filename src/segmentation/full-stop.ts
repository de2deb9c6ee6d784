import { isAbbreviation } from '../language/english/abbreviations.ts'

/** The number of an item at the beginning of a sentence: 1. 一. 第二. (3). A. */
const listNumber = /^[（(]?(?:第?[一二三四五六七八九十百零〇]{1,4}|第?\d{1,3}|[A-Za-z])[）)]?$/

/** Figures at the end of a clause (到2025, 8:30—17:30), but not the number of an item (；2) or of a part (图1). */
const figures = /[^\s，,、；;：:。！!？?（(图表章节条款项件第\d](?:\d|\d[\d:：.]*\d)$/

/**
 * Whether the single full stop (. or ．) at `at` ends a sentence that began at `start`. It does after Chinese text,
 * where it was typed for 。, and after an English word before a new beginning; not in decimals, list numbers,
 * abbreviations, initials, file names and domain names.
 */
export function endsAtFullStop(line: string, at: number, start: number): boolean {
  const mark = line[at]
  if (mark !== '.' && mark !== '．') return false
  const before = line[at - 1] ?? ''
  const after = line[at + 1] ?? ''
  if (at - start <= 8 && listNumber.test(line.slice(start, at))) return false
  if (/[A-Za-z]/.test(before)) return endsEnglishWord(line, at)
  if (/[0-9０-９]/.test(before))
    return beginsAnew(line, at + 1) && figures.test(line.slice(Math.max(start, at - 16), at))
  if (/[%％‰]/.test(before)) return beginsAnew(line, at + 1)
  return isChinese(before) && !/[0-9０-９a-z.．]/.test(after)
}

function beginsAnew(line: string, at: number): boolean {
  return /^\s*(?:[\p{Script=Han}“‘「『《（【]|$)|^\s+[A-Z]/u.test(line.slice(at, at + 9))
}

function endsEnglishWord(line: string, at: number): boolean {
  let from = at
  while (from > 0 && at - from < 30 && /[A-Za-z]/.test(line.charAt(from - 1))) from--
  const word = line.slice(from, at)
  if (word.length < 2 || isAbbreviation(word.toLowerCase()) || line[from - 1] === '.') return false
  const rest = line.slice(at + 1, at + 9)
  return /^\s*[\p{Script=Han}“‘「『《（【]/u.test(rest)
    ? !/^\s*[的等和与]/.test(rest)
    : /^["”’')]*\s+["“‘(]*[A-Z]/.test(rest)
}

function isChinese(character: string): boolean {
  return /[\p{Script=Han}”’」』）》】〉]/u.test(character)
}
