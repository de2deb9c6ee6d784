import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import en from '../../locales/en/api.json' with { type: 'json' }
import { openApi } from './openapi.ts'
import { routeNames } from './routes.ts'

test('the contract is a valid OpenAPI 3.1 document with every route in it, once', async () => {
  const api = openApi('1.2.3', en)
  const operations = Object.values(api.paths).flatMap((path) => Object.values(path))
  assert.deepEqual(operations.map(({ operationId }) => operationId).sort(), [...routeNames].sort())
  const result = await new Validator().validate(JSON.parse(JSON.stringify(api)))
  assert.ok(result.valid, JSON.stringify(result.errors))
})

test('a document that is none is found by the same validation', async () => {
  const { paths, ...rest } = JSON.parse(JSON.stringify(openApi('1.2.3', en)))
  paths['/api/people'].get.parameters = [{ name: 'x', in: 'nowhere' }]
  assert.equal((await new Validator().validate({ ...rest, paths })).valid, false)
})

test('a parameter of a query is required only if a call without it is refused', () => {
  const { paths } = openApi('1.2.3', en)
  const required = (path: string, method: string) =>
    Object.fromEntries(paths[path]?.[method]?.parameters.map(({ name, required }) => [name, required]) ?? [])
  assert.deepEqual(required('/api/documents/{document}/stream', 'get'), { document: true, after: true, segment: false })
  assert.deepEqual(required('/api/terms/import', 'post'), {
    filename: true,
    columns: false,
    sheet: false,
    dryRun: false,
  })
  assert.deepEqual(required('/api/terms/{term}/impact', 'get'), { term: true, limit: false })
})
