import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytes, fingerprintOf, given, named, published, stranger, verified, whole } from '../fixtures/office.ts'
import { type WordKey, worded } from '../words/words.ts'
import type { Problem } from './problem.ts'

test('a site as published has no problem, and is the office’s own by its fingerprint', () => {
  const found = verified(whole, [fingerprintOf(given.signer.key).toUpperCase()])
  assert.deepEqual(found.problems, [])
  assert.deepEqual(found.keys, [fingerprintOf(given.signer.key)])
  assert.equal(found.releases, 2)
  assert.equal(found.files, whole.size - 1)
})

test('one flipped byte in any file is named by the path of that file, and no other file is blamed', () => {
  for (const [path, content] of whole) {
    const places = [
      0,
      content.length - 1,
      ...Array.from({ length: 4 }, (_, i) => Math.floor(((i + 0.5) * content.length) / 4)),
    ]
    for (const at of places) {
      for (const bit of [1, 0x80]) {
        const altered = content.slice()
        altered[at] = (altered[at] ?? 0) ^ bit
        const { problems } = verified(new Map([...whole, [path, altered]]))
        assert.ok(
          problems.some((problem) => problem.path === path),
          `${path} at ${at}`,
        )
        if (path !== 'site.json')
          assert.deepEqual([...new Set(problems.map((problem) => problem.path))], [path], `at ${at}`)
      }
    }
  }
})

test('a byte order mark put before a file is an altered file', () => {
  const path = 'd/qingyu/v1/index.html'
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...(whole.get(path) ?? [])])
  assert.deepEqual(named(verified(new Map([...whole, [path, marked]])).problems), [`file-changed ${path}`])
})

test('a file taken away is named, and so is one that was put there', () => {
  for (const path of whole.keys()) {
    const rest = new Map(whole)
    rest.delete(path)
    assert.ok(named(verified(rest).problems).includes(`file-missing ${path}`), path)
  }
  const more = new Map([...whole, ['d/qingyu/v3/index.html', bytes('<p>')]])
  assert.deepEqual(named(verified(more).problems), ['file-unlisted d/qingyu/v3/index.html'])
})

test('without the list of the site the certificates still hold the files of their releases', () => {
  const rest = new Map(whole)
  rest.delete('site.json')
  rest.set('d/qingyu/v1/en/index.html', bytes('<p>'))
  const problems = named(verified(rest).problems)
  assert.ok(problems.includes('file-missing site.json'))
  assert.ok(problems.includes('file-changed d/qingyu/v1/en/index.html'))
})

test('a site sealed anew by a stranger agrees with itself, and is told by its key', () => {
  const forged = published(stranger)
  assert.deepEqual(verified(forged).problems, [])
  const problems = named(verified(forged, [fingerprintOf(given.signer.key)]).problems)
  assert.ok(problems.includes('key site.json') && problems.includes('key d/qingyu/v1/certificate.json'))
})

test('every problem has words in both languages', () => {
  const key = (code: Problem['code']): WordKey => `problem-${code}`
  const said = worded(key('text'), { path: 'index.html', segment: 'b1.s1' })
  assert.match(said.en, /b1\.s1.*index\.html/)
  assert.match(said.zh, /b1\.s1/)
})
