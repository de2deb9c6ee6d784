import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routeNames } from '../contract/routes.ts'
import { testServer } from './testing/server.ts'

test('the API can be read by programmes and by people, in either language, under the same security policy', async (t) => {
  const server = await testServer()
  t.after(() => server.end())
  const visitor = server.visitor()
  const { body } = await visitor.send('GET', '/api/openapi.json')
  assert.equal(body.openapi, '3.1.1')
  for (const [language, lang] of [
    ['zh-CN,zh;q=0.9', 'zh-CN'],
    ['en', 'en'],
  ] as const) {
    const page = await visitor.send('GET', '/api/docs', undefined, { 'accept-language': language })
    assert.equal(page.status, 200)
    assert.ok(page.body.includes(`<html lang="${lang}">`))
    for (const name of routeNames) assert.ok(page.body.includes(`<h2 id="${name}">`), name)
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.doesNotMatch(page.body, /<script|<style|style="/)
  }
})
