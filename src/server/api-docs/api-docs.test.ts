import assert from 'node:assert/strict'
import { test } from 'node:test'
import en from '../../../locales/en/api.json' with { type: 'json' }
import zh from '../../../locales/zh-CN/api.json' with { type: 'json' }
import { routeNames } from '../../contract/routes.ts'
import { testServer } from '../testing/server.ts'

test('the API can be read by programmes and by people, in either language, under the same security policy', async (t) => {
  const server = await testServer({ room: true })
  t.after(() => server.end())
  const visitor = server.visitor()
  const { body } = await visitor.send('GET', '/api/openapi.json')
  assert.equal(body.openapi, '3.1.1')
  for (const [language, path, lang, words] of [
    ['zh-CN,zh;q=0.9', '/api/docs', 'zh-CN', zh],
    ['en', '/api/docs', 'en', en],
    ['en', '/api/docs?language=zh-CN', 'zh-CN', zh],
    ['zh', '/api/docs?language=en', 'en', en],
  ] as const) {
    const page = await visitor.send('GET', path, undefined, { 'accept-language': language })
    assert.equal(page.status, 200)
    assert.ok(page.body.includes(`<html lang="${lang}">`))
    const text = page.body.replace(/<.*?>/gs, '').replaceAll('&#39;', "'")
    for (const name of routeNames) {
      assert.ok(page.body.includes(`id="call-${name}"`), name)
      assert.ok(text.includes(words.summary[name].replaceAll('`', '')), `${name} in ${lang}`)
    }
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.doesNotMatch(page.body, /<script>|<style|style="/)
    for (const [, address = ''] of page.body.matchAll(/(?:href|src)="(\/api-docs[^"]*)"/g)) {
      const { status, headers } = await visitor.send('GET', address)
      assert.equal(status, 200, address)
      assert.match(headers.get('content-type') ?? '', /css|javascript/, address)
    }
  }
})

test('every link of the page leads to a place in it', async (t) => {
  const server = await testServer()
  t.after(() => server.end())
  const { body } = await server.visitor().send('GET', '/api/docs')
  const ids: readonly string[] = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  const links: readonly string[] = [...body.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(
    links.filter((id) => !ids.includes(id)),
    [],
  )
})
