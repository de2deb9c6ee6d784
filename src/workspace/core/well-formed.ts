/** Plain data from outside, fit to be hashed: half a surrogate pair becomes U+FFFD. */
export function wellFormed<T extends object>(value: T): T {
  const json = JSON.stringify(value)
  // JSON escapes a lone surrogate, and nothing else in this way.
  if (!/\\ud[89a-f]/i.test(json)) return JSON.parse(json)
  return JSON.parse(json, (_, member) => (typeof member === 'string' ? member.toWellFormed() : member))
}
