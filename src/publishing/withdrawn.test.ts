import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Withdrawal } from '../model/release.ts'
import { editionFolder, editions, withdrawalPath } from './addresses.ts'
import {
  bytes,
  digest,
  fingerprintOf,
  given,
  named,
  published,
  stranger,
  text,
  verified,
  whole,
} from './fixtures/office.ts'
import { correctedRelease, sampleRelease } from './fixtures/release.ts'
import { page, site } from './fixtures/site.ts'
import { withoutNotice } from './pages/withdrawn.ts'
import { certifiedFiles, readWithdrawal, seal, type WithdrawalSeal } from './seal.ts'
import { withdrawnFiles } from './withdrawn-release.ts'

const withdrawal: Withdrawal = {
  document: 'qingyu',
  number: 1,
  at: '2026-07-20T02:00:00.000Z',
  name: '苏怀远',
  reason: { zh: '投资额有误', en: 'The sum invested was wrong' },
}
const newest = { ...withdrawal, number: 2 }
const textsOf = (folder: string) => editions.map((edition) => `${folder}${editionFolder[edition]}index.html`)
const pagesOf = (folder: string) =>
  textsOf(folder).flatMap((page) => [page, page.replace('index.html', 'verification/index.html')])
const files = published(given, undefined, { withdrawals: [withdrawal] })
const path = withdrawalPath(withdrawal)

test('a withdrawn release keeps its address and says at the top since when, why and by whom', () => {
  const content = text(files, 'd/qingyu/v1/index.html')
  assert.match(
    content,
    /<main class="w">\n<div class="notice superseded withdrawn">.*第1版已于2026年7月20日撤回：投资额有误.*苏怀远/,
  )
  assert.match(content, /Version 1 was withdrawn on July 20, 2026: The sum invested was wrong<br>/)
  const english = text(files, 'd/qingyu/v1/en/index.html')
  assert.match(english, /The sum invested was wrong/)
  assert.doesNotMatch(english, /投资额有误/)
  assert.match(text(files, 'd/qingyu/v1/zh/index.html'), /已于2026年7月20日撤回：投资额有误/)
})

test('but for the line of the notice, a withdrawn release is to the byte what was published', () => {
  for (const [each, content] of whole) {
    if (!each.startsWith('d/qingyu/v1/')) continue
    const now = text(files, each)
    assert.equal(each.endsWith('.html') ? withoutNotice(now) : now, text(new Map([[each, content]]), each), each)
  }
  for (const each of pagesOf('d/qingyu/v1/')) {
    const lines = text(files, each).split('\n')
    const bare = lines.filter((line) => !line.startsWith('<div class="notice superseded withdrawn">'))
    assert.equal(bare.join('\n'), text(whole, each))
    assert.equal(lines.length - bare.length, 1)
  }
})

test('the newest pages, the list of versions, the index and the status tell what is withdrawn', () => {
  const document = 'd/qingyu/index.html'
  assert.doesNotMatch(text(files, document), /class="notice superseded withdrawn"/)
  assert.match(text(files, document), /<section id="versions".*v1\/index\.html.*Withdrawn on July 20, 2026/s)
  assert.match(text(files, 'index.html'), /v1\/index\.html.*已于2026年7月20日撤回/s)
  assert.deepEqual(JSON.parse(text(files, 'd/qingyu/status.json')).withdrawn, [
    {
      number: 1,
      at: withdrawal.at,
      name: withdrawal.name,
      reason: withdrawal.reason,
      words: {
        'zh-Hans': '第1版已于2026年7月20日撤回：投资额有误',
        en: 'Version 1 was withdrawn on July 20, 2026: The sum invested was wrong',
      },
    },
  ])
  const both = published(given, undefined, { withdrawals: [withdrawal, newest] })
  for (const each of textsOf('d/qingyu/')) assert.match(text(both, each), /class="notice superseded withdrawn"/)
  assert.match(text(both, 'index.html'), /第2版<\/span> <span lang="en">Version 2<\/span> · <b>/)
  assert.deepEqual(verified(both).problems, [])
})

test('a release that is published already is marked as it stands, by whatever process, and once', () => {
  const before = site([sampleRelease(given), correctedRelease(given)], { ...given })
  const folder = 'd/qingyu/v1/'
  const certificate = `${folder}certificate.json`
  const certified = certifiedFiles(certificate, page(before, certificate), digest)
  const at = (now: ReadonlyMap<string, string>) => (each: string) => now.get(each) ?? null
  const releases = [sampleRelease(given), correctedRelease(given)]
  const marking = { ...given, withdrawals: [withdrawal], pageAt: at(before) }
  const settings = { office: { zh: '新名', en: 'New name' } }
  const marked = site(releases, { ...marking, standing: new Map([[folder, certified]]) })
  const written = [...marked.keys()].filter((each) => each.startsWith(folder))
  assert.deepEqual(written, [...pagesOf(folder), path])
  for (const each of pagesOf(folder)) assert.equal(withoutNotice(page(marked, each)), page(before, each))
  // As after a crash between the pages and the seal, and as after a start.
  const again = site(releases, { ...marking, pageAt: at(marked), standing: new Map([[folder, certified]]) })
  for (const each of written) assert.equal(page(again, each), page(marked, each))
  const listed = withdrawnFiles(certified, path, page(marked, path), digest)
  const later = site(releases, { ...marking, standing: new Map([[folder, listed]]), ...settings })
  assert.deepEqual(
    [...later.keys()].filter((each) => each.startsWith(folder)),
    [],
  )
  const sums = (now: ReadonlyMap<string, string>) =>
    JSON.parse(page(now, 'site.json')).files.filter((file: { path: string }) => file.path.startsWith(folder))
  assert.deepEqual(sums(later), sums(marked))
})

test('a site with a withdrawn release is whole, and the verification tells what is withdrawn', () => {
  const found = verified(files)
  assert.deepEqual([found.problems, found.withdrawn, found.releases], [[], [withdrawal], 2])
  const under = new Map([...files].filter(([each]) => each.startsWith('d/qingyu/v1/')))
  const alone = verified(under, undefined, { part: 'd/qingyu/v1/' })
  assert.deepEqual([alone.problems, alone.withdrawn], [[], [withdrawal]])
  assert.deepEqual(verified(whole).withdrawn, [])
})

test('nobody else says that a release is withdrawn, or takes the notice away or changes it', () => {
  const page = 'd/qingyu/v1/en/index.html'
  const changed = (each: string, to: (before: string) => string) =>
    named(verified(new Map([...files, [each, bytes(to(text(files, each)))]])).problems)
  assert.deepEqual(changed(page, withoutNotice), [`file-changed ${page}`])
  assert.deepEqual(
    changed(page, (before) => before.replace('was wrong', 'was right')),
    [`file-changed ${page}`],
  )
  const forged = text(files, page)
  assert.deepEqual(named(verified(new Map([...whole, [page, bytes(forged)]])).problems), [`file-changed ${page}`])
  assert.deepEqual(
    changed(path, (before) => before.replace('was wrong', 'was right')),
    [`file-changed ${path}`, ...pagesOf('d/qingyu/v1/').map((each) => `file-changed ${each}`)],
  )
  const under = new Map([...whole].filter(([each]) => each.startsWith('d/qingyu/v1/')))
  const alone = (sealed: string, marked = page) =>
    named(
      verified(new Map([...under, [marked, bytes(forged)], [path, bytes(sealed)]]), undefined, { part: 'd/qingyu/v1/' })
        .problems,
    )
  const byStranger = readWithdrawal(text(published(stranger, undefined, { withdrawals: [withdrawal] }), path))
  const ours = readWithdrawal(text(files, path)) ?? assert.fail()
  const { key: _key, signature: _signature, ...unsealed } = ours
  const resealed = (by: typeof given, changes: Partial<typeof unsealed> = {}) =>
    seal<WithdrawalSeal>({ ...unsealed, ...changes }, by.signer)
  assert.ok(alone(resealed(given, { certificate: byStranger?.certificate ?? '' })).includes(`document ${path}`))
  assert.ok(alone(resealed(given, { withdrawal: newest })).includes(`document ${path}`))
  assert.ok(alone(text(files, path).replace('was wrong', 'was right')).includes(`seal ${path}`))
  assert.ok(alone('{}').includes(`malformed ${path}`))
  // Sealed by another key it is told, with or without a fingerprint to go by.
  const forgery = new Map([...under, [path, bytes(resealed(stranger))], ...marked()])
  for (const trusted of [undefined, [fingerprintOf(given.signer.key)]]) {
    assert.deepEqual(named(verified(forgery, trusted, { part: 'd/qingyu/v1/' }).problems), [`key ${path}`])
  }
})

const marked = () => pagesOf('d/qingyu/v1/').map((each) => [each, bytes(text(files, each))] as const)

test('a withdrawal cannot cover another change of a page', () => {
  const target = 'd/qingyu/v1/index.html'
  const altered = text(files, target).replace('450,000', '540,000')
  const ours = readWithdrawal(text(files, path)) ?? assert.fail()
  const { key: _key, signature: _signature, ...unsealed } = ours
  const marked = unsealed.files.map((file) => (file.path === target ? { ...file, sha256: digest(altered) } : file))
  const sealed = seal<WithdrawalSeal>({ ...unsealed, files: marked }, given.signer)
  const under = new Map([...files].filter(([each]) => each.startsWith('d/qingyu/v1/')))
  const found = verified(new Map([...under, [target, bytes(altered)], [path, bytes(sealed)]]), undefined, {
    part: 'd/qingyu/v1/',
  })
  assert.ok(named(found.problems).includes(`file-changed ${target}`))
})

test('whatever a reason holds is text, on one line', () => {
  const reason = {
    zh: '</main><script>alert(1)</script>{{day}} $& \u2028“&”',
    en: '<div class="notice superseded withdrawn">"\'&lt; $1 {{reason}}',
  }
  const hostile = published(given, undefined, { withdrawals: [{ ...withdrawal, reason, name: '<b>$&' }] })
  assert.deepEqual(verified(hostile).problems, [])
  for (const each of pagesOf('d/qingyu/v1/')) {
    assert.equal(withoutNotice(text(hostile, each)), text(whole, each))
    assert.doesNotMatch(text(hostile, each), /<script>alert/)
  }
})
