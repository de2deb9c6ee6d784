import assert from 'node:assert/strict'
import { test } from 'node:test'
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
  verifySignature,
  whole,
} from '../fixtures/office.ts'
import { type Given, sampleRelease, signed } from '../fixtures/release.ts'
import { readCertificate, seal } from '../seal.ts'
import { worded } from '../words/words.ts'
import { dataProblems } from './release-data.ts'

test('a stranger’s seal over the office’s signature is told by the seal’s key', () => {
  const path = 'd/qingyu/v1/certificate.json'
  const { key: _key, signature: _signature, ...certificate } = readCertificate(text(whole, path)) ?? assert.fail()
  const resealed = new Map([...whole, [path, bytes(seal(certificate, stranger.signer))]])
  resealed.delete('site.json')
  assert.ok(named(verified(resealed, [fingerprintOf(given.signer.key)]).problems).includes(`key ${path}`))
})

test('a figure sheet other than the one signed is found, in the certificate and in the data, even under a good seal', () => {
  const path = 'd/qingyu/v1/certificate.json'
  const data = 'd/qingyu/v1/qingyu-v1.json'
  const certificate = readCertificate(text(whole, path)) ?? assert.fail()
  const figures = certificate.figures ?? assert.fail('the certificate carries no sheet')
  assert.ok(figures.every(({ confirmed }) => confirmed))
  const { key: _key, signature: _signature, ...bare } = certificate
  const found = (change: object, release = text(whole, data)) => {
    const sha256 = digest(release)
    const files = bare.files.map((file) => (file.path === data ? { path: data, sha256 } : file))
    const resealed = seal({ ...bare, files, ...change }, given.signer)
    const list = new Map(whole).set(path, bytes(resealed)).set(data, bytes(release))
    list.delete('site.json')
    return named(verified(list).problems).filter((problem) => !problem.startsWith('file-'))
  }
  assert.deepEqual(found({}), [])
  const [first = assert.fail(), ...rest] = figures
  const by = (name: string) => ({ ...first, confirmed: { ...(first.confirmed ?? assert.fail()), name } })
  assert.deepEqual(found({ figures: [by('Somebody Else'), ...rest] }), [`figures ${path}`])
  assert.deepEqual(found({ figures: [{ ...first, target: '12.6 billion yuan' }, ...rest] }), [`figures ${path}`])
  assert.deepEqual(found({ figures: rest }), [`figures ${path}`])
  assert.deepEqual(found({ figures: undefined }), [`figures ${path}`])
  const altered = text(whole, data).replace('"how": "checked"', '"how": "revision"')
  assert.notEqual(altered, text(whole, data))
  assert.deepEqual(found({}, altered), [`figures ${data}`])
})

test('an edition signed before sheets said who confirmed what, and before heads, is as it was, and holds', () => {
  const earlier = (who: Given) => {
    const { signOff: _signOff, heads: _heads, ...release } = sampleRelease(who)
    return [signed(who, { ...release, figures: release.figures.map(({ confirmed: _, ...figure }) => figure) })]
  }
  const files = published(given, earlier)
  assert.deepEqual(verified(files).problems, [])
  const certificate = readCertificate(text(files, 'd/qingyu/v1/certificate.json'))
  assert.equal(certificate?.figures, undefined)
  assert.equal(certificate?.heads, undefined)
  const said = (of: ReadonlyMap<string, Uint8Array>) =>
    text(of, 'd/qingyu/v1/en/verification/index.html').includes(worded('figure-confirmed').en)
  assert.ok(said(whole))
  assert.ok(!said(files))
})

test('a certificate of any shape is refused, not stumbled over', () => {
  const path = 'd/qingyu/v1/certificate.json'
  const binding = { segments: [1] }
  const bodies = [
    {},
    { document: '../../..', release: { number: 1 } },
    { document: 'qingyu', release: null },
    { document: 'qingyu', release: { number: 1 }, signOff: { binding } },
    { document: 'half a pair' },
  ]
  for (const body of bodies) {
    const certificate = seal({ type: 'duizhao-certificate', v: 1, files: [], ...body } as never, given.signer)
    const files = new Map([[path, bytes(certificate.replace('half a pair', '\\ud800'))]])
    const { problems } = verified(files)
    assert.deepEqual(named(problems.slice(0, 1)), ['file-missing site.json'])
    assert.match(named(problems)[1] ?? '', /^(malformed|seal) d\/qingyu\/v1\/certificate\.json$/)
  }
  const outside = seal(
    { type: 'duizhao-site', v: 1, files: [{ path: '../../etc/passwd', sha256: digest('') }] } as never,
    given.signer,
  )
  assert.deepEqual(named(verified(new Map([['site.json', bytes(outside)]])).problems), ['list-changed site.json'])
})

test('a certificate of an earlier version, with other words for what it proves, is verified', () => {
  const path = 'd/qingyu/v1/certificate.json'
  const { key: _key, signature: _signature, ...bare } = readCertificate(text(whole, path)) ?? assert.fail()
  const earlier = { ...bare, proves: ['texts', 'signature', 'figures'], provesNot: ['key-owner'], more: [1] }
  const files = new Map([...whole, [path, bytes(seal(earlier, given.signer))]])
  files.delete('site.json')
  assert.deepEqual(
    verified(files).problems.filter(({ code }) => !code.startsWith('file-')),
    [],
  )
})

test('published data without rows, or with a row that is no row, is malformed', () => {
  const certificate = readCertificate(text(whole, 'd/qingyu/v1/certificate.json')) ?? assert.fail()
  const data = text(whole, 'd/qingyu/v1/qingyu-v1.json')
  const found = (json: string) =>
    named(dataProblems('data', json, certificate, { digest, verifySignature, fingerprintOf }))
  assert.deepEqual(found(data), [])
  const { rows, ...rest } = JSON.parse(data)
  for (const malformed of ['', 'null', '[]', '{}', { ...rest, rows: [1] }, { ...rest, rows: [{ ...rows[0], id: 1 }] }])
    assert.deepEqual(found(typeof malformed === 'string' ? malformed : JSON.stringify(malformed)), ['malformed data'])
})
