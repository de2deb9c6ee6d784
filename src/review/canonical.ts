import canonicalize from 'canonicalize'

/**
 * The JSON of a value in its one canonical form (RFC 8785): members sorted by UTF-16 units, no white space. Members
 * that are `undefined` are left out. Throws for what JSON cannot hold: NaN, infinities, lone surrogates, circles.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('a value with no JSON has no canonical JSON')
  return json
}
