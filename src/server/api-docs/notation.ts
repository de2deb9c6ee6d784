import { type Html, html } from '../../publishing/html.ts'

type Json = Readonly<Record<string, unknown>>

/** Up to this many characters a value stands on one line. */
const lineLength = 76

const reference = '#/components/schemas/'

/**
 * A JSON Schema of the API in the notation of TypeScript, which is shorter to read: `{ base: integer, reason?: string }`.
 * Named schemas are links to `#schema-…`. Limits (`maxLength`, `minimum`) are left to `openapi.json`.
 */
export function notation(schema: unknown): Html {
  return html`${written(typeOf(schema), '').map((piece) =>
    piece.type === 'link' ? html`<a href="#schema-${piece.text}">${piece.text}</a>` : piece.text,
  )}`
}

type Type =
  | { readonly type: 'word'; readonly text: string }
  | { readonly type: 'link'; readonly text: string }
  | { readonly type: 'union'; readonly of: readonly Type[] }
  | { readonly type: 'list'; readonly of: Type }
  | { readonly type: 'tuple'; readonly of: readonly Type[] }
  | { readonly type: 'object'; readonly members: readonly (readonly [name: string, value: Type])[] }

/** A keyword that the notation does not know is a fault: the page would say less than the contract. */
function typeOf(schema: unknown): Type {
  const json = objectOf(schema)
  const { type, properties, items } = json
  if (typeof json.$ref === 'string') return { type: 'link', text: json.$ref.replace(reference, '') }
  if ('const' in json) return word(JSON.stringify(json.const))
  if (Array.isArray(json.enum)) return { type: 'union', of: json.enum.map((value) => word(JSON.stringify(value))) }
  const choices = json.anyOf ?? json.oneOf
  if (Array.isArray(choices)) return { type: 'union', of: choices.map(typeOf) }
  if (type === 'array' && Array.isArray(json.prefixItems)) {
    return { type: 'tuple', of: json.prefixItems.map(typeOf) }
  }
  if (type === 'array') return { type: 'list', of: typeOf(items) }
  if (type === 'object' && properties !== undefined) return { type: 'object', members: membersOf(json) }
  if (type === 'object') return { type: 'object', members: [['[key: string]', typeOf(json.additionalProperties)]] }
  if (typeof type === 'string') return word(type)
  if (Array.isArray(type)) return { type: 'union', of: type.map((name) => typeOf({ ...json, type: name })) }
  if (Object.keys(json).length === 0) return word('unknown')
  throw new TypeError(`no notation for ${JSON.stringify(json)}`)
}

function membersOf(json: Json): readonly (readonly [string, Type])[] {
  const required: unknown = json.required
  const isRequired = (name: string) => Array.isArray(required) && required.includes(name)
  return Object.entries(objectOf(json.properties)).map(([name, value]) => [
    isRequired(name) ? name : `${name}?`,
    typeOf(value),
  ])
}

type Piece = { readonly type: 'text' | 'link'; readonly text: string }

function written(type: Type, indent: string): readonly Piece[] {
  switch (type.type) {
    case 'word':
      return [text(type.text)]
    case 'link':
      return [{ type: 'link', text: type.text }]
    case 'list':
      return type.of.type === 'union'
        ? [text('('), ...written(type.of, indent), text(')[]')]
        : [...written(type.of, indent), text('[]')]
    case 'tuple': {
      const items = type.of.map((item) => written(item, indent))
      return [text('['), ...items.flatMap((item, at) => [text(at === 0 ? '' : ', '), ...item]), text(']')]
    }
    case 'union': {
      const choices = type.of.map((choice) => written(choice, `${indent}  `))
      const isLong = lengthOf(choices.flat()) + 3 * choices.length > lineLength - indent.length
      return isLong
        ? choices.flatMap((choice) => [text(`\n${indent}  | `), ...choice])
        : choices.flatMap((choice, at) => [text(at === 0 ? '' : ' | '), ...choice])
    }
    case 'object':
      return writtenObject(type.members, indent)
  }
}

function writtenObject(members: readonly (readonly [string, Type])[], indent: string): readonly Piece[] {
  if (members.length === 0) return [text('{}')]
  const inner = members.map(([name, value]) => [text(`${name}: `), ...written(value, `${indent}  `)])
  const isLong = inner.flat().some((piece) => piece.text.includes('\n'))
  return isLong || lengthOf(inner.flat()) + 2 * inner.length > lineLength - indent.length
    ? [text('{'), ...inner.flatMap((member) => [text(`\n${indent}  `), ...member]), text(`\n${indent}}`)]
    : [text('{ '), ...inner.flatMap((member, at) => [text(at === 0 ? '' : ', '), ...member]), text(' }')]
}

function word(text: string): Type {
  return { type: 'word', text }
}

function text(text: string): Piece {
  return { type: 'text', text }
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((length, piece) => length + piece.text.length, 0)
}

function objectOf(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not a JSON Schema')
  return Object.fromEntries(Object.entries(value))
}
