import type { Quantity, QuantityKind } from '../../model/quantity.ts'

/** Characters of which Chinese numerals are made, beside digits. */
export const numeralCharacters = '〇零一二三四五六七八九十百千万亿两半几数'

const numeral = new RegExp(`[\\p{Nd}${numeralCharacters}]`, 'u')

/** Where the numeral of a Chinese quantity begins: behind a hedge, a sign or a currency that belongs to it. */
export function numeralStart({ from, text }: Quantity): number {
  return from + Math.max(0, text.search(numeral))
}

/** Kinds of which there can be more or less; a date or a rank has neither. */
export const measurable: ReadonlySet<QuantityKind> = new Set([
  'count',
  'money',
  'percent',
  'percentage-points',
  'measure',
  'duration',
  'fraction',
  'multiple',
])
