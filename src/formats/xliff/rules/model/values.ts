/** What the value of an attribute must look like. `type` names it in messages; `values` are listed there. */
export interface ValueType {
  readonly type: 'text' | 'token' | 'tokens' | 'language' | 'choice' | 'user-defined' | 'whole' | 'decimal' | 'octets'
  readonly values?: readonly string[]
  readonly accepts: (value: string) => boolean
}

/** NameChar of XML 1.0 (production 4a). */
const nameCharacter =
  '[-.:\\w\\u00b7\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u203f\\u2040\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}]'
const token = new RegExp(`^${nameCharacter}+$`, 'u')

/** White space around such values does not count (XML Schema, whiteSpace collapse). */
const collapsed = (value: string) => value.replace(/[ \t\r\n]+/g, ' ').trim()

export function isToken(value: string): boolean {
  return token.test(value)
}

/** The grammar of BCP 47 (RFC 5646 §2.1), without a look into the registry. */
const language = new RegExp(
  [
    '^(?:',
    '(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})', // language, extended languages
    '(?:-[a-z]{4})?', // script
    '(?:-(?:[a-z]{2}|\\d{3}))?', // region
    '(?:-(?:[a-z\\d]{5,8}|\\d[a-z\\d]{3}))*', // variants
    '(?:-[a-wyz\\d](?:-[a-z\\d]{2,8})+)*', // extensions
    '(?:-x(?:-[a-z\\d]{1,8})+)?', // private use
    '|x(?:-[a-z\\d]{1,8})+',
    '|en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:be-fr|be-nl|ch-de)',
    ')$',
  ].join(''),
  'i',
)

/** Whether a value has the form of a language tag. */
function isLanguage(value: string): boolean {
  return language.test(value)
}

export const text: ValueType = { type: 'text', accepts: () => true }
export const nameToken: ValueType = { type: 'token', accepts: (value) => token.test(collapsed(value)) }
/** A name without a colon, as `xml:id` has it. */
export const plainName: ValueType = {
  type: 'token',
  accepts: (value) => token.test(collapsed(value)) && !/^[-.\d\u00b7]|:/.test(collapsed(value)),
}
export const nameTokens: ValueType = {
  type: 'tokens',
  accepts: (value) => collapsed(value).split(' ').every(isToken),
}
/** A language tag; XML lets an empty `xml:lang` take back what was inherited. */
export const languageOrNone: ValueType = { type: 'language', accepts: (value) => value === '' || isLanguage(value) }
export const languageTag: ValueType = { type: 'language', accepts: (value) => isLanguage(collapsed(value)) }
/** `prefix:value`, whose prefix names who defined it; nothing is defined for the reserved prefix `xlf`. */
export const userDefined: ValueType = {
  type: 'user-defined',
  accepts: (value) => /^[^\s:]+:[^\s:]+$/.test(value) && !value.startsWith('xlf:'),
}

export function choice(...values: readonly string[]): ValueType {
  const set = new Set(values)
  return { type: 'choice', values, accepts: (value) => set.has(value) }
}

/** A whole number, in decimal digits. */
export function whole(least: number, most = Number.POSITIVE_INFINITY): ValueType {
  return {
    type: 'whole',
    values: Number.isFinite(most) ? [`${least} … ${most}`] : [`≥ ${least}`],
    accepts: (value) => {
      const number = Number(collapsed(value))
      return /^[+-]?\d+$/.test(collapsed(value)) && number >= least && number <= most
    },
  }
}

/** A decimal number between two bounds. */
export function decimal(least: number, most: number, exponents = false): ValueType {
  const form = exponents ? /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i : /^[+-]?(?:\d+\.?\d*|\.\d+)$/
  return {
    type: 'decimal',
    values: [`${least} … ${most}`],
    accepts: (value) => {
      const number = Number(collapsed(value))
      return form.test(collapsed(value)) && number >= least && number <= most
    },
  }
}

export const yesNo = choice('yes', 'no')
export const direction = choice('ltr', 'rtl', 'auto')
export const whole0: ValueType = {
  type: 'whole',
  accepts: (value) => /^[+-]?\d+$/.test(collapsed(value)),
}
/** Octets in hexadecimal digits, two each. */
export const octets: ValueType = { type: 'octets', accepts: (value) => /^(?:[\da-f]{2})+$/i.test(collapsed(value)) }
