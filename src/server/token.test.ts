import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import express from 'express'
import { isOpenToTokens, type Route } from '../contract/route.ts'
import { routeNames, routes } from '../contract/routes.ts'
import { scopeActs, type TokenScope, tokenScopes } from '../model/api-token.ts'
import { personalActs } from '../model/permissions.ts'
import { type TestServer, testServer, type Visitor } from './testing/server.ts'
import { tokenLimit } from './token-limit.ts'

let server: TestServer
let people: Readonly<Record<'translator' | 'administrator', Visitor>>
before(async () => {
  server = await testServer()
  people = { translator: await server.signIn('translator'), administrator: await server.signIn('administrator') }
})
after(() => server.end())

async function tokenOf(role: 'translator' | 'administrator', scopes: readonly TokenScope[]): Promise<string> {
  const made = await people[role].send('POST', '/api/tokens', { name: 'script', scopes, days: 1 })
  assert.equal(made.status, 200, JSON.stringify(made.body))
  return made.body.text
}

const as = (token: string) => ({ authorization: `Bearer ${token}` })

test('no scope has an act by which a person answers for words, and none is on people or settings', () => {
  const acts = tokenScopes.flatMap((scope) => scopeActs[scope])
  for (const act of acts) assert.ok(!personalActs.has(act), act)
  for (const act of ['manage-people', 'change-settings', 'withdraw-release', 'sign'] as const) {
    assert.ok(!acts.includes(act), act)
  }
})

test('the routes that are open to tokens are these', () => {
  const open = routeNames.filter((name) => isOpenToTokens(routes[name]))
  assert.deepEqual(
    open.filter((name) => {
      const { access }: Route = routes[name]
      return access === 'read'
    }),
    [
      'documents',
      'document',
      'findings',
      'exportDocument',
      'exportRevisions',
      'lookAtReturns',
      'draftingStatus',
      'lookAtReplacement',
      'signOffSheet',
      'releases',
      'documentCoverage',
      'memories',
      'exportMemory',
      'exportTerms',
      'people',
      'settings',
      'offlineModel',
    ],
  )
  for (const name of open) {
    const { access }: Route = routes[name]
    assert.ok(access !== 'anyone' && access !== 'signed-in' && !personalActs.has(access), name)
  }
})

test('a token does what its scopes say, for its person, and nothing else', async () => {
  const reading = await tokenOf('translator', ['read'])
  const importing = await tokenOf('translator', ['documents'])
  const send = (token: string, method: string, path: string, body?: unknown) =>
    server.visitor().send(method, path, body, as(token))
  const { body } = await send(reading, 'GET', '/api/documents')
  const [{ id }] = body.documents
  const bytes = new TextEncoder().encode('渡口今年开放。\n')
  assert.equal((await send(reading, 'POST', '/api/documents?filename=a.txt', bytes)).status, 401)
  assert.equal((await send(importing, 'POST', '/api/documents?filename=a.txt', bytes)).status, 200)
  assert.equal((await send(importing, 'GET', '/api/documents')).status, 401)

  const all = await tokenOf('administrator', tokenScopes)
  const segment = `/api/documents/${id}/segments/b1.s1`
  for (const [method, path, sent] of [
    ['PUT', segment, { base: 0, target: ['x'] }],
    ['POST', `${segment}/translate`, { base: 0 }],
    ['POST', `/api/documents/${id}/sign-off`, { sequence: 1, password: 'x' }],
    ['POST', `/api/documents/${id}/many`, { act: 'translate', segments: ['b1.s1'] }],
    ['POST', '/api/people', { login: 'x', name: 'x', roles: [] }],
    ['PUT', '/api/settings', {}],
    ['GET', '/api/tokens', undefined],
    ['POST', '/api/tokens', { name: 'more', scopes: ['read'], days: 1 }],
    ['PUT', '/api/session/password', { current: 'x', next: 'y' }],
  ] as const) {
    assert.ok([401, 404].includes((await send(all, method, path, sent)).status), path)
  }
})

test('what a person may not do, their token may not either', async () => {
  const token = await tokenOf('translator', tokenScopes)
  const answer = await server.visitor().send('POST', '/api/documents/none/releases', {}, as(token))
  assert.deepEqual([answer.status, answer.body.refusal?.code], [403, 'role-missing'])
})

test('a token that has ended opens nothing, and another site cannot use one', async () => {
  const made = await people.translator.send('POST', '/api/tokens', { name: 'x', scopes: ['read'], days: 1 })
  const { token, text } = made.body
  assert.equal((await server.visitor().send('GET', '/api/documents', undefined, as(text))).status, 200)
  assert.equal((await people.translator.send('DELETE', `/api/tokens/${token.id}`)).status, 200)
  assert.equal((await server.visitor().send('GET', '/api/documents', undefined, as(text))).status, 401)
})

test('one token is used so often a minute and no more; another is not held up by it', async () => {
  const app = express()
  const idOf = async (text: string) => /^dzt_(a|b)_/.exec(text)?.[1] ?? null
  app.use(tokenLimit(idOf, 3), (_request, response) => void response.send('in'))
  const listening = app.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const ask = async (token?: string) => {
    const port = typeof address === 'object' ? address?.port : undefined
    const headers = token === undefined ? {} : as(token)
    return (await fetch(`http://127.0.0.1:${port}`, { headers })).status
  }
  try {
    const statuses = []
    for (let count = 0; count < 5; count++) statuses.push(await ask('dzt_a_1'))
    assert.deepEqual(statuses, [200, 200, 200, 429, 429])
    assert.equal(await ask('dzt_b_2'), 200)
    // Made-up tokens are of one sender.
    const madeUp = []
    for (let count = 0; count < 4; count++) madeUp.push(await ask(`dzt_x${count}_1`))
    assert.deepEqual(madeUp, [200, 200, 200, 429])
    for (let count = 0; count < 5; count++) assert.equal(await ask(), 200)
  } finally {
    listening.close()
  }
})
