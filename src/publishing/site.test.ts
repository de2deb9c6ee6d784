import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { test } from 'node:test'
import { certificatePath, folderOf } from './addresses.ts'
import { correctedRelease, sampleRelease, sampleSettings, signed } from './fixtures/release.ts'
import { given, page, pages, site } from './fixtures/site.ts'
import { certifiedFiles } from './seal.ts'

test('every address of a document is there, and the files of its releases', () => {
  const files = site([correctedRelease(given), sampleRelease(given)])
  const folders = ['d/qingyu/', 'd/qingyu/v1/', 'd/qingyu/v2/']
  const expected = [
    'index.html',
    'site.json',
    'd/qingyu/status.json',
    ...folders.flatMap((folder) => ['', 'zh/', 'en/'].map((edition) => `${folder}${edition}index.html`)),
    ...[1, 2].flatMap((n) => ['', 'zh/', 'en/'].map((edition) => `d/qingyu/v${n}/${edition}verification/index.html`)),
    ...[1, 2].flatMap((n) =>
      ['certificate.json', `qingyu-v${n}.json`, `qingyu-v${n}.tmx`, `qingyu-v${n}.xlf`].map(
        (file) => `d/qingyu/v${n}/${file}`,
      ),
    ),
  ]
  const assets = [...files.keys()].filter((path) => /^(style-[0-9a-f]{16}\.css|page-[0-9a-f]{16}\.js)$/.test(path))
  assert.equal(assets.length, 2)
  assert.deepEqual([...files.keys()].sort(), [...expected, ...assets].sort())
})

test('the glossary says of each term whether it is approved, by what authority and of when', () => {
  const files = site([sampleRelease(given)])
  const entry = (path: string, id: string) =>
    new RegExp(`<div id="t-${id}">(.*?)</div>`, 's').exec(page(files, path))?.[1] ?? assert.fail(id)
  const approved = entry('d/qingyu/index.html', 'k1')
  assert.match(approved, /class="status approved"/)
  assert.match(approved, /<span lang="zh-Hans">青屿市海洋局译名表（虚构）<\/span>/)
  assert.match(approved, /<time datetime="2025-03">.*2025年3月.*March 2025.*<\/time>/s)
  assert.match(entry('d/qingyu/en/index.html', 'k1'), /Authority: .*March 2025/s)
  assert.match(entry('d/qingyu/zh/index.html', 'k1'), /依据.*2025年3月/s)
  assert.match(entry('d/qingyu/en/index.html', 'k4'), /No authority is named/)
  const proposed = entry('d/qingyu/en/index.html', 'k3')
  assert.match(proposed, /class="status proposed"/)
  assert.doesNotMatch(proposed, /uthority/)
})

test('a published release does not change by a byte when a second one comes', () => {
  const first = site([sampleRelease(given)])
  const both = site([sampleRelease(given), correctedRelease(given)])
  for (const [path, content] of first) if (path.startsWith('d/qingyu/v1/')) assert.equal(both.get(path), content, path)
  assert.notEqual(both.get('d/qingyu/index.html'), first.get('d/qingyu/index.html'))
})

test('with its certificate at hand a published release is not rendered again, and stays on the list of the site', () => {
  const first = site([sampleRelease(given)])
  const path = certificatePath(sampleRelease(given))
  const standing = new Map([[folderOf('qingyu', 1), certifiedFiles(path, page(first, path), given.digest)]])
  const settings = { ...sampleSettings, office: { zh: '新名', en: 'New name' } }
  const later = site([sampleRelease(given), correctedRelease(given)], { standing, settings })
  assert.deepEqual(
    [...later.keys()].filter((path) => path.startsWith('d/qingyu/v1/')),
    [],
  )
  const listed = JSON.parse(page(later, 'site.json')).files as { path: string; sha256: string }[]
  for (const [path, content] of first) {
    if (path.startsWith('d/qingyu/v1/'))
      assert.equal(listed.find((file) => file.path === path)?.sha256, given.digest(content), path)
  }
  assert.throws(() => certifiedFiles(path, '{}', given.digest), /cannot be read/)
})

test('every link is relative and leads to a file, every fragment to an element', () => {
  const files = site([sampleRelease(given), correctedRelease(given)])
  for (const [path, content] of pages(files)) {
    const links = [...content.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '')
    assert.ok(links.length > 5, path)
    for (const link of links) {
      if (link.startsWith('mailto:')) continue
      const [file = '', fragment] = link.split('#')
      const target = file === '' ? path : posix.join(posix.dirname(path), file)
      assert.ok(files.has(target), `${path}: ${link}`)
      if (fragment) assert.ok(page(files, target).includes(`id="${fragment}"`), `${path}: ${link}`)
    }
  }
})

test('both editions of every sentence stand on the page, paired and under the segment id', () => {
  const files = site([sampleRelease(given)])
  const content = page(files, 'd/qingyu/index.html')
  for (const row of sampleRelease(given).rows) {
    const id = row.id.replace('.', '-')
    assert.match(content, new RegExp(`<(p|span) id="${id}"><a href="#${id}">#</a><span>.*?</span><span lang="en">`))
  }
  assert.equal(content.match(/<h1/g)?.length, 1)
  assert.equal(content.match(/<h2 class="h"/g)?.length, 2, 'headings of several lines are one heading')
  assert.match(content, /<b>海潮日报记者：<\/b>/)
  assert.match(content, /<b>Haichao Daily:<\/b>/)
})

test('pages of one language hold no sentence of the other', () => {
  const files = site([sampleRelease(given)])
  const row = sampleRelease(given).rows.find(({ id }) => id === 'b8.s2')
  assert.ok(row)
  assert.ok(page(files, 'd/qingyu/zh/index.html').includes(row.source.slice(-20)))
  assert.ok(!page(files, 'd/qingyu/zh/index.html').includes(row.target.slice(-20)))
  assert.ok(page(files, 'd/qingyu/en/index.html').includes(row.target.slice(-20)))
  assert.ok(!page(files, 'd/qingyu/en/index.html').includes(row.source.slice(-20)))
  assert.match(page(files, 'd/qingyu/zh/index.html'), /<html lang="zh-Hans">/)
})

test('the record tells who, when, in which zone, and how the text came about', () => {
  const content = page(site([sampleRelease(given)]), 'd/qingyu/v1/index.html')
  for (const words of [
    '顾一帆',
    '柳闻莺',
    'Margaret Ellison',
    '苏怀远',
    'Asia/Shanghai, UTC+08:00',
    'June 12, 2026, 09:15',
  ])
    assert.ok(content.includes(words), words)
  assert.match(content, /example-mt 3\.1/)
  assert.match(content, /换算为公顷/)
  assert.doesNotMatch(content, /single-person/)
  const { signOff: _signOff, ...unsigned } = sampleRelease(given)
  assert.match(page(site([signed(given, unsigned, true)]), 'd/qingyu/v1/index.html'), /single-person mode/)
})

test('corrections stand sentence by sentence, with what was and what is', () => {
  const content = page(site([sampleRelease(given), correctedRelease(given)]), 'd/qingyu/index.html')
  assert.match(content, /<del>450,000 <\/del>|<del>450,000<\/del>/)
  assert.match(content, /<ins>0\.45 million ?<\/ins>/)
  assert.match(content, /v2\/index\.html#b8-s4/)
})

test('only a site that knows its address names it, and then each page itself, with the same set for search engines', () => {
  assert.doesNotMatch(
    page(site([sampleRelease(given)]), 'd/qingyu/index.html'),
    /canonical|hreflang="x-default"|ld\+json/,
  )
  const files = site([sampleRelease(given)], {
    settings: { ...sampleSettings, address: 'https://qingyu.example/docs' },
  })
  const canonical = (path: string) => /<link rel="canonical" href="([^"]*)"/.exec(page(files, path))?.[1]
  assert.equal(canonical('index.html'), 'https://qingyu.example/docs/')
  assert.equal(canonical('d/qingyu/zh/index.html'), 'https://qingyu.example/docs/d/qingyu/zh/')
  assert.equal(canonical('d/qingyu/v1/index.html'), 'https://qingyu.example/docs/d/qingyu/v1/')
  const alternates = (path: string) => page(files, path).match(/<link rel="alternate".*>/g)
  assert.deepEqual(alternates('d/qingyu/zh/index.html'), alternates('d/qingyu/index.html'))
  const data = /<script type="application\/ld\+json">(.*)<\/script>/.exec(page(files, 'd/qingyu/en/index.html'))?.[1]
  const graph = JSON.parse(data ?? '')['@graph']
  assert.equal(graph[1].translationOfWork['@id'], graph[0]['@id'])
})

test('a document id that is no folder name is refused', () => {
  for (const document of ['', '..', 'a/b', 'A', '<b>'])
    assert.throws(() => site([sampleRelease(given, { document })]), /no folder name/)
})

test('a correction that only adds has no deletion, and one that only takes away no insertion', () => {
  const [row] = sampleRelease(given).rows
  const correction = (before: string, after: string) => {
    const errata = [{ segment: row?.id ?? '', change: 'target', before, after }] as const
    const files = site([sampleRelease(given), { ...correctedRelease(given), errata }])
    return /<ul class="errata">.*?<\/ul>/s.exec(files.get('d/qingyu/en/index.html') ?? '')?.[0] ?? ''
  }
  const added = correction('Mend the bridge.', 'Mend the old bridge.')
  assert.match(added, /<ins>old ?<\/ins>|<ins> old<\/ins>/)
  assert.doesNotMatch(added, /<del>/)
  const removed = correction('Mend the old bridge.', 'Mend the bridge.')
  assert.match(removed, /<del>old ?<\/del>|<del> old<\/del>/)
  assert.doesNotMatch(removed, /<ins>/)
  assert.match(correction('up 6.4 percent', 'up 6.5 percent'), /<del>6\.4<\/del>.*<ins>6\.5<\/ins>/s)
})
