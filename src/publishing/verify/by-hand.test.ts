import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import type { Release, Withdrawal } from '../../model/release.ts'
import { fingerprintOf, openSigningKey } from '../../server/signing-key.ts'
import { siteAssets } from '../fixtures/assets.ts'
import { hostileRelease, hostileSettings } from '../fixtures/hostile.ts'
import { type Given, sampleRelease, sampleSettings } from '../fixtures/release.ts'
import { renderWhole } from '../fixtures/render-here.ts'
import { readCertificate } from '../seal.ts'

const page = readFileSync(new URL('../../../docs/verify-by-hand.md', import.meta.url), 'utf8')
const linesOf = (fence: RegExp) => [...page.matchAll(fence)].map(([, lines]) => lines ?? '')
const blocks = linesOf(/```sh\n([\s\S]*?)```/g)
const script = blocks.join('')
/** The steps before the files, and what takes the place of that step for a release that is withdrawn. */
const scriptOfWithdrawn = [
  ...blocks.slice(0, 2),
  blocks[2]?.replace(/^sha256sum .*\n/m, '') ?? '',
  ...linesOf(/```sh withdrawn\n([\s\S]*?)```/g),
].join('')
const missing = [
  ['openssl', 'version'],
  ['sha256sum', '--version'],
].filter(([tool = '', ask = '']) => spawnSync(tool, [ask]).status !== 0)
const skip = missing.length > 0 ? `${missing.map(([tool]) => tool).join(', ')} is not on this machine` : false

const folder = mkdtempSync(join(tmpdir(), 'duizhao-by-hand-'))
after(() => rmSync(folder, { recursive: true }))
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const given: Given = { digest, signer: openSigningKey(folder, { history: null, signed: [] }) }

function publish(
  name: string,
  release: Release,
  settings: typeof sampleSettings,
  withdrawals: readonly Withdrawal[] = [],
): string {
  const site = join(folder, name)
  const downloads = () => ({ xlf: '<xliff/>', tmx: '<tmx/>' })
  const input = { releases: [release], withdrawals, settings, assets: siteAssets, downloads, fingerprintOf, ...given }
  for (const [path, content] of renderWhole(input).files) {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    writeFileSync(join(site, path), content)
  }
  return site
}

function run(site: string, { document, number, rows }: Release, lines = script) {
  const env = { ...process.env, SITE: site, RELEASE: `d/${document}/v${number}`, SENTENCE: rows[0]?.target ?? '' }
  return spawnSync('sh', ['-euc', lines], { env, encoding: 'utf8' })
}

const sample = sampleRelease(given)
const hostile = hostileRelease(given)

for (const [name, release, settings] of [
  ['a release', sample, sampleSettings],
  ['a release of hostile texts', hostile, hostileSettings],
] as const) {
  test(`the lines of docs/verify-by-hand.md verify ${name}`, { skip }, () => {
    const { status, stdout, stderr } = run(publish(name.replaceAll(' ', '-'), release, settings), release)
    assert.equal(status, 0, stdout + stderr)
    const [fingerprint, ...lines] = stdout.trim().split('\n')
    assert.equal(fingerprint?.split(' ')[0], fingerprintOf(given.signer.key).replaceAll(' ', ''))
    assert.deepEqual(lines, ['Signature Verified Successfully', 'Signature Verified Successfully', 'signed'])
  })
}

for (const [name, release, settings] of [
  ['a release', sample, sampleSettings],
  ['a release of hostile texts', hostile, hostileSettings],
] as const) {
  test(`the lines on the page about the verification verify ${name}, and find what was changed`, { skip }, () => {
    const site = publish(`page of ${name}`.replaceAll(' ', '-'), release, settings)
    const folder = join(site, `d/${release.document}/v${release.number}`)
    const about = join(folder, 'verification/index.html')
    const onPage = readFileSync(about, 'utf8')
    const [, escaped = ''] = /<pre><code>(.*?)<\/code><\/pre>/s.exec(onPage) ?? []
    const marks: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' }
    const lines = escaped.replace(/&([\w#]+);/g, (whole, mark: string) => marks[mark] ?? whole)
    const verified = () => spawnSync('sh', ['-euc', lines], { cwd: site, encoding: 'utf8' })
    const { status, stdout, stderr } = verified()
    assert.equal(status, 0, stdout + stderr)
    assert.equal(stdout.split(' ')[0], fingerprintOf(given.signer.key).replaceAll(' ', ''))
    assert.match(stdout, /Signature Verified Successfully/)
    writeFileSync(about, `${onPage} `)
    assert.notEqual(verified().status, 0)
  })
}

test('the lines find a changed page, a changed list of files and a changed sign-off', { skip }, () => {
  const site = publish('changed', sample, sampleSettings)
  const at = (path: string) => join(site, 'd', sample.document, `v${sample.number}`, path)
  const change = (path: string, from: string, to: string) => {
    const text = readFileSync(at(path), 'utf8')
    assert.ok(text.includes(from))
    writeFileSync(at(path), text.replace(from, to))
    const { status } = run(site, sample)
    writeFileSync(at(path), text)
    return status
  }
  assert.equal(run(site, sample).status, 0)
  assert.notEqual(change('index.html', '<main', '<main data-x'), 0)
  assert.notEqual(change('certificate.json', '"sha256":"', '"sha256":"0'), 0)
  assert.notEqual(change('certificate.json', '"singlePerson":', '"singlePerson":!'), 0)
})

test('the lines for a withdrawn release verify it, and find what else was changed', { skip }, () => {
  const reason = { zh: '“,"signature":"aa”有误', en: 'A "signature", "files":[] and 2 > 1.' }
  const { document, number } = sample
  const withdrawal = { document, number, at: '2026-07-20T02:00:00.000Z', name: '苏怀远', reason }
  const site = publish('withdrawn', sample, sampleSettings, [withdrawal])
  const { status, stdout, stderr } = run(site, sample, scriptOfWithdrawn)
  assert.equal(status, 0, stdout + stderr)
  const verified = 'Signature Verified Successfully'
  assert.deepEqual(stdout.trim().split('\n').slice(1), [verified, verified, 'withdrawn'])
  assert.notEqual(run(site, sample).status, 0)
  for (const [path, from] of [
    ['index.html', '<p'],
    [`${document}-v${number}.json`, '2026'],
    ['withdrawal.json', '2026'],
    ['certificate.json', '2026'],
  ] as const) {
    const file = join(site, 'd', document, `v${number}`, path)
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(from, `${from} `))
    assert.notEqual(run(site, sample, scriptOfWithdrawn).status, 0, path)
    writeFileSync(file, text)
  }
})

test('a certificate over several lines, as version 0.1.0 wrote it, is read as before', () => {
  const site = publish('older', sample, sampleSettings)
  const path = join(site, 'd', sample.document, `v${sample.number}`, 'certificate.json')
  const certificate = readCertificate(readFileSync(path, 'utf8'))
  assert.ok(certificate)
  assert.deepEqual(readCertificate(`${JSON.stringify(certificate, null, 1)}\n`), certificate)
  assert.equal(readCertificate(JSON.stringify(certificate)), null)
})
