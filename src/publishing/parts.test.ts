import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { anchorOf } from './addresses.ts'
import { hasBlock } from './assets/script/part-of.ts'
import { longRelease } from './fixtures/long.ts'
import { bytes, given, named, published, text, verified } from './fixtures/office.ts'

const release = longRelease(given, 40)
const files = published(given, () => [release])
const paths = [...files.keys()]
const inFolder = (folder: string) => paths.filter((path) => path.startsWith(folder) && path.endsWith('.html'))

test('a text of more than 1,000 sentences stands on a page for each part, in every edition, at every address', () => {
  assert.equal(release.rows.length, 1 + 40 * 61)
  for (const folder of ['d/qingyu/', 'd/qingyu/v1/']) {
    for (const edition of ['', 'zh/', 'en/'])
      for (const page of ['', '1/', '2/', '3/']) assert.ok(files.has(`${folder}${edition}${page}index.html`), folder)
  }
  assert.equal(inFolder('d/qingyu/v1/').length, 3 * 5)
})

test('the parts together show what was signed: the site is whole, and a change of any part is told by its path', () => {
  assert.deepEqual(verified(files).problems, [])
  const part = 'd/qingyu/v1/'
  const alone = new Map([...files].filter(([path]) => path.startsWith(part)))
  assert.deepEqual(verified(alone, undefined, { part }).problems, [])
  const changed = (path: string, from: string, to: string, of = files) => {
    const content = text(of, path)
    assert.ok(content.includes(from), path)
    return named(verified(new Map([...of, [path, bytes(content.replace(from, to))]])).problems)
  }
  const second = 'd/qingyu/v1/2/index.html'
  assert.deepEqual(changed(second, 'inspects 7', 'inspects 8'), [`file-changed ${second}`])
  // Without the list of the site the newest pages are held by their text.
  const unlisted = new Map(files)
  unlisted.delete('site.json')
  const latest = 'd/qingyu/en/3/index.html'
  assert.ok(changed(latest, 'inspects 7', 'inspects 8', unlisted).includes(`text ${latest}`))
  unlisted.delete(latest)
  const missing = named(verified(unlisted).problems).filter((problem) => problem.startsWith('segment-missing'))
  assert.deepEqual([...new Set(missing)], ['segment-missing d/qingyu/en/index.html'])
  const swapped = new Map([...files, [latest, files.get('d/qingyu/en/2/index.html') ?? assert.fail()]])
  swapped.delete('site.json')
  assert.ok(named(verified(swapped).problems).some((problem) => problem.startsWith('segment-missing')))
})

test('every sentence has its id on exactly one page of an edition, to which the first page leads', () => {
  for (const edition of ['', 'zh/', 'en/']) {
    const folder = `d/qingyu/v1/${edition}`
    const pages = ['', '1/', '2/', '3/'].map((page) => text(files, `${folder}${page}index.html`))
    const [contents = '', ...parts] = pages
    const links = [...contents.matchAll(/href="([^"]*)" data-blocks="([^"]*)"/g)]
    assert.equal(links.length, 3)
    for (const { id, block } of release.rows) {
      const on = pages.flatMap((page, at) => (page.includes(` id="${anchorOf(id)}"`) ? [at] : []))
      assert.equal(on.length, 1, id)
      const leading = links.flatMap(([, , blocks = ''], at) => (hasBlock(blocks, block) ? [at + 1] : []))
      assert.deepEqual(leading, on[0] === 0 ? [] : on, id)
    }
    assert.equal(parts.filter((page) => page.includes('rel="next"')).length, 2)
    assert.equal(parts.filter((page) => page.includes('rel="prev"')).length, 2)
  }
})

test('every link of a text in parts leads to a file, and every fragment to an element or through the first page', () => {
  for (const path of inFolder('d/qingyu/')) {
    const content = text(files, path)
    for (const [, link = ''] of content.matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (link.startsWith('mailto:')) continue
      const [file = '', fragment] = link.split('#')
      const target = file === '' ? path : posix.join(posix.dirname(path), file)
      assert.ok(files.has(target), `${path}: ${link}`)
      if (fragment) assert.ok(text(files, target).includes(`id="${fragment}"`), `${path}: ${link}`)
    }
  }
  const last = anchorOf(release.rows.at(-1)?.id ?? '')
  assert.match(text(files, 'd/qingyu/v1/index.html'), new RegExp(`href="[./]*d/qingyu/v1/3/index.html#${last}"`))
})

test('a term is explained on every part that links it, and in full on the first page', () => {
  for (const page of ['', '1/', '2/', '3/'])
    assert.match(text(files, `d/qingyu/v1/${page}index.html`), /<div id="t-k1">/)
  assert.doesNotMatch(text(files, 'd/qingyu/v1/2/index.html'), /<div id="t-k2">/)
})

test('where a newer release has fewer parts, an address that a part had leads on', () => {
  const both = published(given, () => [release, longRelease(given, 20, 2)])
  assert.deepEqual(verified(both).problems, [])
  assert.match(text(both, 'd/qingyu/3/index.html'), /<a id="moved" href="[./]*d\/qingyu\/index\.html">/)
  assert.match(text(both, 'd/qingyu/v2/index.html'), /v2\/index\.html#b3-s1/)
  assert.ok(!both.has('d/qingyu/v2/3/index.html'))
})

test('a withdrawn text in parts says so on every page, and nothing else of it changes', () => {
  const withdrawal = {
    document: 'qingyu',
    number: 1,
    at: '2026-07-20T02:00:00.000Z',
    name: '苏怀远',
    reason: { zh: '有误', en: 'It was wrong' },
  }
  const withdrawn = published(given, () => [release], { withdrawals: [withdrawal] })
  assert.deepEqual(verified(withdrawn).problems, [])
  for (const path of inFolder('d/qingyu/v1/'))
    assert.match(text(withdrawn, path), /<main class="w">\n<div class="notice superseded withdrawn">/, path)
})

test('html-validate finds nothing on the pages of a text in parts', async () => {
  const validator = new HtmlValidate({
    rules: { 'require-sri': 'off' },
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  })
  const both = published(given, () => [release, longRelease(given, 20, 2)])
  for (const path of ['', 'en/', 'zh/2/', '1/', '3/'].map((page) => `d/qingyu/${page}index.html`)) {
    const { results } = await validator.validateString(text(both, path), path)
    const messages = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
    assert.deepEqual([...new Set(messages)].slice(0, 8), [], path)
  }
})
