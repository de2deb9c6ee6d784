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

/** Lists of more items than this are written item by item. */
const longList = 100

/** The same in pieces, which make it up when joined: for values that it takes long to write. */
function* canonicalPieces(value: unknown): Generator<string, void> {
  if (Array.isArray(value) && value.length > longList) {
    for (const [index, item] of value.entries()) yield `${index === 0 ? '[' : ','}${canonicalJson(item)}`
    yield ']'
  } else if (isRecord(value)) {
    // The order of strings is that of their UTF-16 units, as the standard asks.
    const names = Object.keys(value).filter((name) => value[name] !== undefined)
    for (const [index, name] of names.sort().entries()) {
      yield `${index === 0 ? '{' : ','}${canonicalJson(name)}:`
      yield* canonicalPieces(value[name])
    }
    yield names.length === 0 ? '{}' : '}'
  } else yield canonicalJson(value)
}

/** An object that is written by its members: none that says itself how. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value)
}

/** Writes the canonical JSON of a value step by step. */
export function* canonicalSteps(value: unknown): Generator<void, string> {
  let json = ''
  for (const piece of canonicalPieces(value)) {
    json += piece
    yield
  }
  return json
}
