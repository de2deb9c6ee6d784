import { createLexicon } from '../number/lexicon.ts'
import { type Unit, units } from '../number/units.ts'

const chineseUnits = createLexicon(units.flatMap((unit) => unit.zh.map((word) => [word, unit] as const)))

/** Words that begin with the characters of a unit: 3元素, 二年级, 40年轻. */
const notUnit =
  /^(?:元[旦首素月年件器宵]|年[级轻货]|天[下然津空气]|周[边围刊末日]|周[一二三四五六](?![次个年天])|度假|秒杀|米[饭粉线兰]|克[里拉服]|升[级降至到高温]|里[程面约]|码头|分钟爱)/

export function chineseUnitAt(text: string, at: number): { word: string; value: Unit } | undefined {
  const unit = chineseUnits.longestAt(text, at)
  if (unit === undefined || notUnit.test(text.slice(at, at + 3))) return undefined
  const { word } = unit
  if (/[A-Za-z]$/.test(word) && /[A-Za-z]/.test(text.charAt(at + word.length))) return undefined
  return unit
}

/** The unit 个月 with 半 or 多 inside it: 三个半月, 一个多月. */
export function splitUnitAt(text: string, at: number): { word: string; value: Unit } | undefined {
  const unit = chineseUnits.longestAt(`个${text.slice(at, at + 3)}`, 0)
  return unit === undefined ? undefined : { word: unit.word.slice(1), value: unit.value }
}
