import { type HouseStyle, plainStyle } from '../../../../src/model/house-style.ts'
import { readChinese } from '../../../../src/quantities/chinese/read.ts'
import { writeEnglish } from '../../../../src/quantities/write/english.ts'

/** Chinese that shows what each member of the style is about. The dialect changes no figure. */
export const exampleOf = { money: '4000亿元', smallInWords: '三年', muWithHectares: '6000亩' } as const

/** A figure in a style that differs from the plain one in one member, as its key inserts it in the room. */
export function inStyle(chinese: string, change: Partial<HouseStyle>): string {
  const [quantity] = readChinese(chinese)
  return quantity === undefined ? '' : writeEnglish(quantity, { ...plainStyle, ...change })
}
