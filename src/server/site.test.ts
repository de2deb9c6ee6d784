import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { plainStyle } from '../model/house-style.ts'
import { signedDocument } from './testing/documents.ts'
import { type TestServer, testServer, type Visitor } from './testing/server.ts'

let server: TestServer
let administrator: Visitor
let id = ''
let site = ''

before(async () => {
  server = await testServer()
  site = join(server.folder, 'site')
  administrator = await server.signIn('administrator')
  const signed = await signedDocument(server, '山村道路\n')
  id = signed.id
  const published = await signed.approver.send('POST', `/api/documents/${id}/releases`, {})
  assert.deepEqual([published.status, published.body.path], [200, `/published/d/${id}/v1/`])
})
after(() => server.end())

/** Every file of the site: path to content and the time it was written. */
function contents(): ReadonlyMap<string, { readonly text: string; readonly written: number }> {
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' })
  const files = paths.filter((path) => statSync(join(site, path)).isFile()).sort()
  return new Map(
    files.map((path) => {
      const file = join(site, path)
      return [path, { text: readFileSync(file, 'utf8'), written: statSync(file).mtimeMs }]
    }),
  )
}

async function named(name: string): Promise<void> {
  const settings = {
    office: { zh: name, en: name },
    contact: '',
    timeZone: 'Asia/Shanghai',
    address: '',
    statement: { zh: '译文', en: 'Translation' },
    style: plainStyle,
  }
  assert.equal((await administrator.send('PUT', '/api/settings', settings)).status, 200)
}

test('what a release has put there stays to the byte when the settings change, and the list of documents follows', async () => {
  const before = contents()
  await named('Office of Mountain Roads')
  const now = contents()
  for (const [path, { text }] of before) {
    if (path.startsWith(`d/${id}/v1/`)) assert.equal(now.get(path)?.text, text, path)
  }
  assert.ok(now.get('index.html')?.text.includes('Office of Mountain Roads'))
})

test('written again, nothing is touched; what is missing or altered comes back; no half page is left', async () => {
  await named('One Name')
  const before = contents()
  await named('One Name')
  assert.deepEqual(contents(), before)
  rmSync(join(site, 'index.html'))
  writeFileSync(join(site, `d/${id}/index.html`), '<p>Not ours</p>')
  writeFileSync(join(site, '.index.html.new'), 'half a pa')
  await named('One Name')
  const textsOf = (files: ReturnType<typeof contents>) => [...files].map(([path, { text }]) => [path, text])
  assert.deepEqual(textsOf(contents()), textsOf(before))
})

test('published pages need no session and carry no script but their own', async () => {
  const page = await server.visitor().send('GET', `/published/d/${id}/`)
  assert.equal(page.status, 200)
  assert.ok(page.body.includes('Mountain Village Roads'))
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none';script-src 'self'/)
})
