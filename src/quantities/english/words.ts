const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const ordinalOnes =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const ordinalTens = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'

export const small = new Map<string, bigint>([
  ...ones.split(' ').map((word, index) => [word, BigInt(index)] as const),
  ...tens.split(' ').map((word, index) => [word, BigInt(index + 2) * 10n] as const),
])
export const ordinals = new Map<string, bigint>([
  ...ordinalOnes.split(' ').map((word, index) => [word, BigInt(index)] as const),
  ...ordinalTens.split(' ').map((word, index) => [word, BigInt(index + 2) * 10n] as const),
  ...['firstly', 'secondly', 'thirdly', 'fourthly', 'fifthly', 'sixthly'].map(
    (word, index) => [word, BigInt(index + 1)] as const,
  ),
  ['hundredth', 100n],
  ['thousandth', 1000n],
  ['millionth', 1000000n],
])
export const scales = new Map<string, bigint>([
  ['hundred', 100n],
  ['thousand', 1000n],
  ['million', 1000000n],
  ['billion', 1000000000n],
  ['trillion', 1000000000000n],
  ['dozen', 12n],
  ['lakh', 100000n],
  ['crore', 10000000n],
])
export const shortScales = new Map<string, bigint>([
  ['bn', 1000000000n],
  ['mn', 1000000n],
  ['mln', 1000000n],
  ['tn', 1000000000000n],
  ['k', 1000n],
  ['grand', 1000n],
])
/** Denominators in words; `second` is never one. */
export const denominators = new Map<string, bigint>([
  ['half', 2n],
  ['halves', 2n],
  ['quarter', 4n],
  ['quarters', 4n],
  ...[...ordinals]
    .filter(([, value]) => value > 2n && value <= 100n)
    .flatMap(([word, value]) => [[word, value] as const, [`${word}s`, value] as const]),
])

const word = /[a-z]+/y

/** The lower-case word at a place. */
export function wordAt(text: string, at: number): string | undefined {
  word.lastIndex = at
  return word.exec(text)?.[0]
}

/** The words that can begin a numeral. */
export const numeralOpeners: ReadonlySet<string> = new Set([
  ...small.keys(),
  ...ordinals.keys(),
  ...scales.keys(),
  'a',
  'an',
  'half',
  'quarter',
])

/** Whether the word at a place could begin a numeral, so that readers need not try everywhere. */
export function beginsNumeral(candidate: string): boolean {
  return numeralOpeners.has(candidate)
}
