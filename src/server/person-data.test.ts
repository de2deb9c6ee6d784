import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestServer, testServer, type Visitor } from './testing/server.ts'

let server: TestServer
let translator: Visitor
let administrator: Visitor
before(async () => {
  server = await testServer()
  translator = await server.signIn('translator')
  administrator = await server.signIn('administrator')
})
after(() => server.end())

const idOf = async (visitor: Visitor) => (await visitor.send('GET', '/api/session')).body.person.id

async function fileAt(path: string, { cookie }: Visitor) {
  const response = await fetch(new URL(path, server.address), { headers: { cookie } })
  return { status: response.status, name: response.headers.get('content-disposition'), text: await response.text() }
}

test('a person downloads their own data, with their session and no secret in it', async () => {
  const id = await idOf(translator)
  const { status, name, text } = await fileAt('/api/session/person-data', translator)
  assert.deepEqual([status, name], [200, `attachment; filename=person-${id}.json`])
  const { account, sessions, door, record } = JSON.parse(text)
  assert.deepEqual([account.id, sessions.length, sessions[0].by], [id, 1, 'person'])
  assert.ok(door.some(({ type }: { type: string }) => type === 'signed-in'))
  assert.ok(record.some(({ act }: { act: string }) => act === 'password-set'))
  const {
    accounts,
    sessions: stored,
    ...settings
  } = JSON.parse(readFileSync(join(server.folder, 'settings.json'), 'utf8'))
  const secrets = [accounts[id].password, ...Object.keys(stored), settings['session-secret']]
  for (const secret of secrets) assert.ok(secret.length > 20 && !text.includes(secret))
  assert.ok(!text.includes(decodeURIComponent(translator.cookie.split('=')[1] ?? '').slice(2, 30)))
})

test('nobody but administrators takes the data of others, and nobody who is not signed in takes any', async () => {
  const [mine, theirs] = [await idOf(translator), await idOf(administrator)]
  const path = (id: string) => `/api/people/${id}/data`
  assert.equal((await fileAt(path(theirs), translator)).status, 403)
  assert.equal((await fileAt(path(mine), translator)).status, 403)
  for (const one of ['/api/session/person-data', path(mine)]) {
    assert.equal((await fileAt(one, server.visitor())).status, 401)
  }
  const { status, text } = await fileAt(path(mine), administrator)
  assert.deepEqual([status, JSON.parse(text).account.id], [200, mine])
  const { entries } = (await translator.send('GET', `/api/people/record?person=${mine}`)).body
  assert.equal(entries[0].act, 'data-exported')
  const made = await administrator.send('POST', '/api/tokens', { name: 'x', scopes: ['read'], days: 1 })
  for (const one of ['/api/session/person-data', path(mine)]) {
    const response = await fetch(new URL(one, server.address), {
      headers: { authorization: `Bearer ${made.body.text}` },
    })
    assert.equal(response.status, 401, `a token opens ${one}`)
  }
})
