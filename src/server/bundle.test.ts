import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { reviewRoomFolder } from './built-assets.ts'
import { testServer } from './testing/server.ts'

test('the room is bundled whole: a page, its script in parts, its reader and one style sheet, and nothing from elsewhere', async () => {
  const folder = await reviewRoomFolder()
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
  for (const path of ['/first.js', '/main.js', '/main.css']) assert.ok(named.includes(path), path)
  const present = readdirSync(folder)
  for (const path of named) assert.ok(path.startsWith('data:') || present.includes(path.slice(1)), path)
  const scripts = present.filter((name) => name.endsWith('.js'))
  assert.ok(scripts.includes('reader.js') && scripts.includes('aligner.js'))
  for (const name of scripts) {
    const script = readFileSync(join(folder, name), 'utf8')
    assert.ok(!script.includes(process.cwd()), 'no path of this machine')
  }
  // Checks of the whole document need every reading of every character (an option of their library tells where it is),
  // and run in the worker: the page stays light.
  const knowsReadings = (name: string) => readFileSync(join(folder, name), 'utf8').includes('toneSandhi')
  assert.deepEqual(
    scripts.filter(knowsReadings).filter((name) => name !== 'aligner.js'),
    ['reader.js'],
  )
  // Before the page is read there is little to read.
  assert.ok(statSync(join(folder, 'first.js')).size < 2000)
})

test('a server that starts rewrites no file that another is sending', async () => {
  const folder = await reviewRoomFolder()
  const written = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => [name, statSync(join(folder, name)).ino, statSync(join(folder, name)).mtimeMs])
  const before = written()
  assert.equal(await reviewRoomFolder(), folder)
  assert.deepEqual(written(), before)
})

test('what an earlier version left in the folder is not served: no source map, nothing else', async () => {
  const folder = await reviewRoomFolder()
  writeFileSync(join(folder, 'main.js.map'), '{}')
  await reviewRoomFolder()
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  assert.deepEqual(
    names.filter((name) => name.endsWith('.map')),
    [],
  )
  assert.ok(!readFileSync(join(folder, 'main.js'), 'utf8').includes('sourceMappingURL'))
})

test('every address of the room answers with its page, and files with what they are', async (t) => {
  const server = await testServer({ room: true })
  t.after(() => server.end())
  const visitor = server.visitor()
  for (const path of ['/', '/documents/x', '/glossary', '/invite', '/d/x/b2.s1']) {
    const { status, body, headers } = await visitor.send('GET', path)
    assert.equal(status, 200, path)
    assert.match(body, /^<!doctype html>/i)
    assert.equal(headers.get('cache-control'), 'no-cache', path)
  }
  for (const [path, type] of [
    ['/main.js', /javascript/],
    ['/reader.js', /javascript/],
    ['/aligner.js', /javascript/],
    ['/main.css', /text\/css/],
    ['/dictionaries/american.dic', /^(?!text.html)/],
    ['/dictionaries/british.aff', /^(?!text.html)/],
  ] as const) {
    const { status, headers } = await visitor.send('GET', path)
    assert.equal(status, 200)
    assert.match(headers.get('content-type') ?? '', type)
  }
  assert.equal((await visitor.send('GET', '/api/nothing')).status, 404)
  // A part of the script is never asked for again; what always has one name is.
  const cached = async (path: string) => (await visitor.send('GET', path)).headers.get('cache-control') ?? ''
  const part = readdirSync(await reviewRoomFolder()).find((name) => name.startsWith('part-'))
  assert.match(await cached(`/${part}`), /immutable/)
  for (const name of ['main.js', 'first.js', 'reader.js']) assert.doesNotMatch(await cached(`/${name}`), /immutable/)
})

test('what browsers and search engines ask for by themselves is answered, and a file that is not there is not found', async (t) => {
  const server = await testServer({ room: true })
  t.after(() => server.end())
  const visitor = server.visitor()
  const typeOf = async (path: string) => {
    const { status, headers } = await visitor.send('GET', path)
    return [status, headers.get('content-type')?.split(';')[0]]
  }
  assert.deepEqual(await typeOf('/robots.txt'), [200, 'text/plain'])
  assert.match(
    (await visitor.send('GET', '/robots.txt')).body,
    /^User-agent: \*\nAllow: \/published\/\nDisallow: \/\n$/,
  )
  assert.deepEqual(await typeOf('/favicon.ico'), [200, 'image/svg+xml'])
  for (const path of ['/main.js.map', '/sitemap.xml', '/.well-known/x.txt', '/..%2f..%2fpackage.json'])
    assert.deepEqual(await typeOf(path), [404, 'text/plain'], path)
})
