import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from '../../publishing/html.ts'
import { notation } from './notation.ts'

const text = (schema: unknown) => render(notation(schema)).replaceAll('&quot;', '"')

test('a schema is written as a type, with a question mark after members that may be absent', () => {
  const properties = { base: { type: 'integer' }, reason: { type: 'string', maxLength: 5 } }
  assert.equal(text({ type: 'object', properties, required: ['base'] }), '{ base: integer, reason?: string }')
  assert.equal(text({ type: 'object', additionalProperties: { type: 'integer' } }), '{ [key: string]: integer }')
  assert.equal(text({ type: 'array', items: { enum: ['a', 'b'] } }), '("a" | "b")[]')
  assert.equal(text({ anyOf: [{ const: 1 }, { type: 'null' }] }), '1 | null')
  assert.equal(text({ type: 'array', prefixItems: [{ type: 'string' }, { type: 'null' }] }), '[string, null]')
  assert.equal(text({}), 'unknown')
})

test('a named schema is a link, and a long object has a line for each member', () => {
  assert.equal(
    text({ type: 'array', items: { $ref: '#/components/schemas/Term' } }),
    '<a href="#schema-Term">Term</a>[]',
  )
  const properties = Object.fromEntries(
    ['first', 'second', 'third'].map((name) => [name.repeat(5), { type: 'string' }]),
  )
  assert.equal(
    text({ type: 'object', properties, required: [] }),
    `{${Object.keys(properties)
      .map((name) => `\n  ${name}?: string`)
      .join('')}\n}`,
  )
})

test('a schema that the notation cannot write is a fault', () => {
  assert.throws(() => notation({ not: { type: 'string' } }), TypeError)
})
