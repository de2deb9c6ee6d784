import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site } from '../ports/site.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes))

const hostilePaths = [
  '',
  '.',
  '..',
  '../index.html',
  'd/../../people.jsonl',
  '/etc/passwd',
  'd//index.html',
  'd/x/',
  'd\\x\\index.html',
  '.htaccess',
  'd/.index.html.new',
  'Index.html',
  'index.html\0',
  'index.html\n',
  'd/文件.html',
  'c:index.html',
  '%2e%2e/index.html',
  ' index.html',
  '-index.html',
  '__proto__',
  `${'a/'.repeat(200)}b`,
]

/** What every implementation of a site has to do, whatever it is made of. `open` gives a fresh, empty one. */
export function siteConformance(name: string, open: () => Promise<Site>): void {
  test(`${name}: a file is what was last written to it, and files are listed by path`, async () => {
    const site = await open()
    assert.deepEqual(await site.list(), [])
    for (const path of ['site.json', 'd/x/v1/certificate.json', 'd/x/index.html', 'index.html', 'd/x-1.tmx'])
      await site.write(path, bytesOf(path))
    for (const text of ['long before', '', 'after']) await site.write('index.html', bytesOf(text))
    assert.equal(textOf(await site.read('index.html')), 'after')
    assert.equal(textOf(await site.read('d/x/v1/certificate.json')), 'd/x/v1/certificate.json')
    const paths = ['d/x-1.tmx', 'd/x/index.html', 'd/x/v1/certificate.json', 'index.html', 'site.json']
    assert.deepEqual(await site.list(), paths)
  })

  test(`${name}: where there is no file, nothing is read and nothing comes of it`, async () => {
    const site = await open()
    await site.write('d/x/index.html', bytesOf('x'))
    for (const path of ['index.html', 'd/x/zh/index.html', 'constructor']) assert.equal(await site.read(path), null)
    assert.deepEqual(await site.list(), ['d/x/index.html'])
  })

  test(`${name}: a path that could lead anywhere else is thrown`, async () => {
    const site = await open()
    for (const path of hostilePaths) {
      await assert.rejects(site.read(path), RangeError, path)
      await assert.rejects(site.write(path, bytesOf('x')), RangeError, path)
    }
    assert.deepEqual(await site.list(), [])
  })

  test(`${name}: any bytes come back as they were, and are no handle on what is stored`, async () => {
    const site = await open()
    const given = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256)
    await site.write('d/x/y.bin', given)
    const expected = given.slice()
    given.fill(0)
    const read = await site.read('d/x/y.bin')
    assert.deepEqual(new Uint8Array(read ?? []), expected)
    read?.fill(0)
    assert.deepEqual(new Uint8Array((await site.read('d/x/y.bin')) ?? []), expected)
  })

  test(`${name}: a reader meets the old file or the new one`, async () => {
    const site = await open()
    const versions = ['a', 'b'].map((letter) => bytesOf(letter.repeat(200_000)))
    const [first = bytesOf('')] = versions
    await site.write('index.html', first)
    let writing = true
    const writer = (async () => {
      for (let round = 0; round < 10; round++) for (const bytes of versions) await site.write('index.html', bytes)
      writing = false
    })()
    while (writing) {
      const read = textOf(await site.read('index.html')) ?? ''
      assert.ok(/^(?:a{200000}|b{200000})$/.test(read), `${read.length} characters, ${read.slice(0, 1)}`)
    }
    await writer
  })
}
