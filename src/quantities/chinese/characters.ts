/** The value of each character that stands for a digit. */
export const digitValues: ReadonlyMap<string, bigint> = new Map([
  ...[...'零一二三四五六七八九'].map((digit, value) => [digit, BigInt(value)] as const),
  ...[...'壹贰叁肆伍陆柒捌玖'].map((digit, index) => [digit, BigInt(index + 1)] as const),
  ['〇', 0n],
  ['两', 2n],
  ['俩', 2n],
  ['仨', 3n],
])

/** Scales within a section of ten thousand. */
export const smallScales: ReadonlyMap<string, bigint> = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1000n],
  ['仟', 1000n],
])

/** Scales that close a section. */
export const largeScales: ReadonlyMap<string, bigint> = new Map([
  ['万', 10000n],
  ['萬', 10000n],
  ['亿', 100000000n],
  ['億', 100000000n],
])

/** The characters of formal writing, used where a sum must not be altered: 壹佰. */
export const formalNumerals = '壹贰叁肆伍陆柒捌玖拾佰仟'

export function isChineseNumeral(character: string): boolean {
  return (
    digitValues.has(character) ||
    smallScales.has(character) ||
    largeScales.has(character) ||
    character === '廿' ||
    character === '卅'
  )
}

/** A run of digits longer than this is an identifier, not a quantity. */
export const longestNumber = 30

/** Before these 千 is the first half of a unit: 5千瓦, 3千克. */
const unitAfterThousand = /[瓦克米卡伏帕赫焦]/

/** A scale after Arabic digits, alone or doubled: 万, 千万, 万亿. */
export function readScale(text: string, from: number): { to: number; scale: bigint } | undefined {
  let to = from
  let scale = 1n
  for (; to < from + 3; to += 1) {
    const character = text.charAt(to)
    const small = smallScales.get(character)
    const next = small ?? largeScales.get(character)
    if (next === undefined) break
    if (small !== undefined && scale > 1n) break
    if (small === 1000n && unitAfterThousand.test(text.charAt(to + 1))) break
    scale *= next
  }
  return to === from ? undefined : { to, scale }
}
