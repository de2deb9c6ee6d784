import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anchorOf } from '../addresses.ts'
import { siteAssets } from '../fixtures/assets.ts'
import earlier from '../fixtures/earlier-release.json' with { type: 'json' }
import { hostileRelease, hostileSettings } from '../fixtures/hostile.ts'
import { bytes, digest, fingerprintOf, given, published, text, verified, whole } from '../fixtures/office.ts'
import { sampleRelease } from '../fixtures/release.ts'
import { renderWhole } from '../fixtures/render-here.ts'
import { readCertificate } from '../seal.ts'
import { extractText } from './extract.ts'
import { pageProblems } from './page-text.ts'

test('a page whose text is not what was signed is named with its segment, even under a good seal', () => {
  const certificate = readCertificate(text(whole, 'd/qingyu/v1/certificate.json')) ?? assert.fail()
  const page = text(whole, 'd/qingyu/v1/index.html')
  const found = (changed: string) =>
    pageProblems([{ path: 'page', content: changed }], certificate, digest).map(
      ({ code, segment }) => `${code} ${segment}`,
    )
  const problems = (changed: string) => {
    assert.notEqual(changed, page)
    return found(changed)
  }
  assert.deepEqual(found(page), [])
  assert.deepEqual(problems(page.replace('三年行动已经过半', '三年行动已经完成')), ['text b6.s1'])
  assert.deepEqual(problems(page.replace('41 percent of the', '61 percent of the')), ['text b7.s2'])
  const row = /<p id="b6-s2">.*?<\/p>/.exec(page)?.[0] ?? assert.fail()
  assert.deepEqual(problems(page.replace(row, '')), ['segment-missing b6.s2'])
  assert.deepEqual(problems(page.replace(row, row + row.replaceAll('b6', 'b60'))), ['segment-added b60-s2'])
  assert.deepEqual(problems(page.replace(row, row + row)), ['segment-added b12-s4'])
  assert.deepEqual(problems(page.replace(row, '').replace('<p id="b6-s1">', `${row}<p id="b6-s1">`)), [
    'segment-moved b6.s1',
  ])
  assert.deepEqual(problems(page.replace(/(<p id="b6-s1">.*?<\/span>)/, '$1与')), ['whole-text undefined'])
  for (const malformed of [
    page.replace('<p id="b6-s2">', '<p id="b6-s2"><i>'),
    page.replace(/(<p id="b6-s2">.*?<\/span>)/, '$1与'),
    page.replace(/(<p id="b6-s1">.*?<\/a>)/, '$1与'),
    page.replace('<p id="b6-s2">', '<p id="b6-s2" hidden>'),
    page.replace('<p id="b6-s2">', '还<p id="b6-s2">'),
    page.replace('<p id="b6-s2">', '<p class="x">还</p><p id="b6-s2">'),
    page.replace('href="#b6-s2">#', 'href="#b6-s1">#'),
    page.replace('href="#b6-s2">#', 'href="#b6-s2">b6-s1'),
    page.replace(row, row.replace('<span lang="en">', '<span lang="en">No. </span><span lang="en">')),
  ])
    assert.deepEqual(problems(malformed), ['malformed undefined'])
})

test('a release that an earlier version published is verified as it stands', () => {
  const files = new Map(Object.entries<string>(earlier).map(([path, content]) => [path, bytes(content)]))
  const part = 'd/qingyu/v1/'
  assert.deepEqual(verified(files, undefined, { part }).problems, [])
  const certificate = readCertificate(earlier['d/qingyu/v1/certificate.json']) ?? assert.fail()
  const page = earlier['d/qingyu/v1/index.html']
  const problems = (changed: string) => {
    assert.notEqual(changed, page)
    const found = pageProblems([{ path: 'page', content: changed }], certificate, digest)
    return found.map(({ code, segment }) => `${code} ${segment}`)
  }
  assert.deepEqual(problems(page.replace('三年行动已经过半', '三年行动已经完成')), ['text b6.s1'])
  const last = page.lastIndexOf('What has been achieved')
  assert.deepEqual(problems(`${page.slice(0, last)}Last${page.slice(last + 4)}`), ['text b6.s2'], 'the copy')
  const row = /<span class="s" id="b6-s2">.*?<\/span><\/span>/.exec(page)?.[0] ?? assert.fail()
  assert.deepEqual(problems(page.replace(row, '')), ['segment-missing b6.s2'])
  assert.deepEqual(problems(page.replace('<p class="m">', '<p class="m"><i>')), ['malformed undefined'])
})

test('hostile text comes back from the page to the letter', () => {
  const release = hostileRelease(given)
  const { files } = renderWhole({
    releases: [release],
    settings: hostileSettings,
    assets: siteAssets,
    downloads: () => ({ xlf: '', tmx: '' }),
    fingerprintOf,
    ...given,
  })
  const shown = extractText(files.get('d/qingyu/v1/index.html') ?? '') ?? assert.fail()
  assert.deepEqual(
    shown.map(({ anchor, source, target, after }) => ({ anchor, source, target, after })),
    release.rows.map(({ id, source, target }) => ({ anchor: anchorOf(id), source, target, after: '' })),
  )
  assert.deepEqual(verified(new Map([...files].map(([path, content]) => [path, bytes(content)]))).problems, [])
})

test('law: any text of a sentence comes back from every page', () => {
  const words = fc.string({
    unit: fc.constantFrom('<', '&', '"', "'", '>', ' ', 'a', ':', '；', '文', '𠮷', '\n', 'amp;', '</span>', '\u202e'),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 5 }), (pairs) => {
      const base = sampleRelease(given)
      const row = base.rows[2] ?? assert.fail()
      const rows = pairs.map(([source, target], i) => ({ ...row, id: `b3.s${i + 1}`, source, target, after: ' ' }))
      const files = published(given, (who) => [
        sampleRelease(who, { blocks: base.blocks.slice(2, 3), rows, figures: [] }),
      ])
      assert.deepEqual(verified(files).problems, [])
    }),
    { numRuns: 60 },
  )
})
