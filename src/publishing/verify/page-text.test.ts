import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { siteAssets } from '../fixtures/assets.ts'
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
  const problems = (changed: string) => {
    assert.notEqual(changed, page)
    return pageProblems('page', changed, certificate, digest).map(({ code, segment }) => `${code} ${segment}`)
  }
  assert.deepEqual(pageProblems('page', page, certificate, digest), [])
  assert.deepEqual(problems(page.replace('三年行动已经过半', '三年行动已经完成')), ['text b6.s1'])
  assert.deepEqual(
    problems(page.replaceAll('whose 41 percent', '').replace('41 percent of the', '61 percent of the')),
    ['text b7.s2'],
  )
  const last = page.lastIndexOf('First, we made room.')
  assert.deepEqual(
    problems(`${page.slice(0, last)}Last${page.slice(last + 5)}`),
    ['text b8.s1'],
    'the copy in the second column',
  )
  const row = /<span class="s" id="b6-s2">.*?<\/span><\/span>/.exec(page)?.[0] ?? assert.fail()
  assert.deepEqual(problems(page.replace(row, '')), ['segment-missing b6.s2'])
  assert.deepEqual(problems(page.replace(row, row + row.replaceAll('b6', 'b60'))), ['segment-added b60.s2'])
  assert.deepEqual(problems(page.replace(row, row + row)), ['text b6.s2'])
  assert.deepEqual(problems(page.replace('<p class="m">', '<p class="m"><i>')), ['malformed undefined'])
  assert.deepEqual(problems(page.replace('b6.s1</a>', 'b6.s2</a>').replace('b6.s2</a></span>', '')).slice(0, 1), [
    'segment-missing b6.s1',
  ])
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
    shown.rows.map(({ id, source, target, after }) => ({ id, source, target, after })),
    release.rows.map(({ id, source, target, after }) => ({ id, source, target, after })),
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
