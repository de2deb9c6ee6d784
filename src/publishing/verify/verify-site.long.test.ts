import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChainHead } from '../../model/head.ts'
import type { KeyHistory } from '../../model/signing-key.ts'
import { replacementText } from '../../review/signing-keys.ts'
import { bytes, fingerprintOf, given, named, published, stranger, text, verified, whole } from '../fixtures/office.ts'
import { sampleHeads, sampleRelease } from '../fixtures/release.ts'
import { readSiteList, type SiteList, seal } from '../seal.ts'
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

test('a changed list of the site is named first and alone, and what does not need it is still judged', () => {
  const list = whole.get('site.json') ?? assert.fail()
  for (const at of [0, 40, Math.floor(list.length / 2), list.length - 1]) {
    const altered = list.slice()
    altered[at] = (altered[at] ?? 0) ^ 1
    const files = new Map([...whole, ['site.json', altered]])
    assert.deepEqual(named(verified(files).problems), ['list-changed site.json'], `at ${at}`)
    const page = text(files, 'd/qingyu/index.html').replace('0.45 million cubic meters', '0.46 million cubic meters')
    files.set('d/qingyu/index.html', bytes(page))
    assert.deepEqual(named(verified(files).problems), ['list-changed site.json', 'text d/qingyu/index.html'])
  }
})

test('what a web server’s owner adds beside the pages is told and is no problem; a page is', () => {
  const extras = ['robots.txt', 'favicon.ico', '.well-known/security.txt', 'CNAME', '.DS_Store']
  const more = new Map([...whole, ...extras.map((path) => [path, bytes('x')] as const)])
  const found = verified(more)
  assert.deepEqual([found.problems, found.extras], [[], extras])
  for (const path of ['extra.html', 'report.pdf', 'picture.svg', 'd/qingyu/robots.txt', 'd/other/index.html']) {
    assert.deepEqual(named(verified(new Map([...whole, [path, bytes('x')]])).problems), [`file-unlisted ${path}`])
  }
})

test('the folder of a document or a release is verified in its site, and by itself', () => {
  const under = (part: string) => new Map([...whole].filter(([path]) => path.startsWith(part)))
  for (const part of ['d/qingyu/', 'd/qingyu/v1/']) {
    const paths = [...under(part).keys()]
    const inSite = verified(whole, undefined, { part, paths })
    assert.deepEqual([inSite.problems, inSite.outside], [[], []])
    const alone = verified(under(part), undefined, { part, paths })
    assert.deepEqual(alone.problems, [])
    assert.ok(alone.outside.length > 0 && alone.outside.every((path) => /^(style|page)-/.test(path)))
    assert.equal(alone.releases, part === 'd/qingyu/' ? 2 : 1)
    for (const path of paths) {
      for (const files of [under(part), new Map(whole)]) {
        files.set(path, bytes(text(files, path).replace(/[a-z]/, '?')))
        const changed = verified(files, undefined, { part, paths }).problems
        // Of a folder by itself no list has the newest pages: their text is what is held.
        const isUnlisted = !files.has('site.json') && !path.includes('/v')
        assert.ok(isUnlisted || changed.some((problem) => problem.path === path), `${part} ${path}`)
      }
    }
  }
  assert.notDeepEqual(verified(new Map(), undefined, { part: 'd/qingyu/', paths: [] }).problems, [])
})

test('a list that names lesser heads than a certificate, or than a list kept elsewhere, is an older one', () => {
  const heads = sampleHeads(given, 2, 2)
  const site = (named: readonly ChainHead[]) => published(given, undefined, { heads: named })
  assert.deepEqual(verified(site(heads)).problems, [])
  const first = sampleHeads(given, 1, 2)
  const behind = verified(site(first)).problems
  assert.deepEqual(new Set(named(behind)), new Set(['site-behind site.json']))
  assert.equal(behind.length, heads.length)
  const kept = [{ ...(heads[0] ?? assert.fail()), length: 30 }]
  assert.deepEqual(named(verified(site(heads), undefined, { heads: kept }).problems), ['site-behind site.json'])
})

test('a site signed by one key after the other is the office’s by either, along the office’s history', () => {
  const [older, newer] = [given, stranger]
  const replacement = { key: newer.signer.key, replaces: older.signer.key }
  const signature = older.signer.sign(replacementText(replacement))
  const history = (signed: string | null) =>
    ({ first: older.signer.key, earlier: [], replacements: [{ ...replacement, signature: signed }] }) as const
  const both = (keys: KeyHistory) => {
    const files = published(older, (who) => [sampleRelease(who)])
    const list = readSiteList(text(files, 'site.json')) ?? assert.fail()
    const { key: _key, signature: _signature, ...rest } = list
    return files.set('site.json', bytes(seal<SiteList>({ ...rest, keys }, newer.signer)))
  }
  const fingerprints = [older, newer].map(({ signer }) => fingerprintOf(signer.key)) as [string, string]
  const problemsBy = (files: ReadonlyMap<string, Uint8Array>, ...trusted: readonly string[]) =>
    named(verified(files, trusted).problems)
  const rotated = both(history(signature))
  for (const fingerprint of fingerprints) {
    assert.deepEqual(problemsBy(rotated, fingerprint), [])
    assert.deepEqual(new Set(verified(rotated, [fingerprint]).trusted), new Set(fingerprints))
  }
  const lost = both(history(null))
  assert.deepEqual(problemsBy(lost, fingerprints[0]), ['key site.json'], 'nothing leads on from a lost key')
  assert.deepEqual(problemsBy(lost, fingerprints[1]), [])
  assert.deepEqual(problemsBy(lost, ...fingerprints), [])
  const forged = both(history(newer.signer.sign(replacementText(replacement))))
  assert.deepEqual(problemsBy(forged, fingerprints[0]), ['key site.json'])
  assert.deepEqual(problemsBy(rotated, 'ab12'), ['key site.json', 'key d/qingyu/v1/certificate.json'])
})
