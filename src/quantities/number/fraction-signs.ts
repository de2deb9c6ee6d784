/** Fractions that are one sign, each as numerator and denominator. */
export const fractionSigns: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['½', [1n, 2n]],
  ['¼', [1n, 4n]],
  ['¾', [3n, 4n]],
  ['⅓', [1n, 3n]],
  ['⅔', [2n, 3n]],
  ['⅛', [1n, 8n]],
])
