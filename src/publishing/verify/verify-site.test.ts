import assert from 'node:assert/strict'
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { siteAssets } from '../fixtures/assets.ts'
import { hostileRelease, hostileSettings } from '../fixtures/hostile.ts'
import { correctedRelease, type Given, sampleRelease, sampleSettings, signed } from '../fixtures/release.ts'
import { readSealed, seal } from '../seal.ts'
import { renderSite } from '../site.ts'
import { type WordKey, worded } from '../words/words.ts'
import { extractText } from './extract.ts'
import { pageProblems } from './page-text.ts'
import type { Problem } from './problem.ts'
import { type Verification, verifySite } from './verify-site.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const fingerprintOf = (key: string) => digest(key).replace(/.{4}(?!$)/g, '$& ')

function office(privateKey: KeyObject): Given {
  const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  return { digest, signer: { key, sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64') } }
}

function verifySignature(key: string, text: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' })
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

const given = office(generateKeyPairSync('ed25519').privateKey)
const stranger = office(generateKeyPairSync('ed25519').privateKey)

function published(
  by: Given,
  make = (who: Given) => [sampleRelease(who), correctedRelease(who)],
): Map<string, Uint8Array> {
  const { files } = renderSite({
    releases: make(by),
    settings: sampleSettings,
    assets: siteAssets,
    downloads: ({ number }) => ({ xlf: `<xliff n="${number}"/>`, tmx: `<tmx n="${number}"/>` }),
    fingerprintOf,
    ...by,
  })
  return new Map([...files].map(([path, content]) => [path, new TextEncoder().encode(content)]))
}

function verified(files: ReadonlyMap<string, Uint8Array>, trusted?: readonly string[]): Verification {
  const read = (path: string) => files.get(path) ?? null
  return verifySite(read, {
    digest,
    verifySignature,
    fingerprintOf,
    paths: [...files.keys()],
    ...(trusted && { trusted }),
  })
}

const named = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path}`)
const text = (files: ReadonlyMap<string, Uint8Array>, path: string) => new TextDecoder().decode(files.get(path))
const bytes = (content: string) => new TextEncoder().encode(content)

const whole = published(given)

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

test('a stranger’s seal over the office’s signature is told by the seal’s key', () => {
  const path = 'd/qingyu/v1/certificate.json'
  const {
    key: _key,
    signature: _signature,
    ...certificate
  } = readSealed(text(whole, path), 'duizhao-certificate') ?? assert.fail()
  const resealed = new Map([...whole, [path, bytes(seal(certificate, stranger.signer))]])
  resealed.delete('site.json')
  assert.ok(named(verified(resealed, [fingerprintOf(given.signer.key)]).problems).includes(`key ${path}`))
})

test('a page whose text is not what was signed is named with its segment, even under a good seal', () => {
  const certificate = readSealed(text(whole, 'd/qingyu/v1/certificate.json'), 'duizhao-certificate') ?? assert.fail()
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

test('a figure sheet other than the one signed is found, in the certificate and in the data, even under a good seal', () => {
  const path = 'd/qingyu/v1/certificate.json'
  const data = 'd/qingyu/v1/qingyu-v1.json'
  const certificate = readSealed(text(whole, path), 'duizhao-certificate') ?? assert.fail()
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

test('an edition signed before sheets said who confirmed what is as it was, and holds', () => {
  const earlier = (who: Given) => {
    const { signOff: _signOff, ...release } = sampleRelease(who)
    return [signed(who, { ...release, figures: release.figures.map(({ confirmed: _, ...figure }) => figure) })]
  }
  const files = published(given, earlier)
  assert.deepEqual(verified(files).problems, [])
  const certificate = readSealed(text(files, 'd/qingyu/v1/certificate.json'), 'duizhao-certificate')
  assert.equal(certificate?.figures, undefined)
  const said = (of: ReadonlyMap<string, Uint8Array>) =>
    text(of, 'd/qingyu/v1/en/index.html').includes(worded('figure-confirmed').en)
  assert.ok(said(whole))
  assert.ok(!said(files))
})

test('hostile text comes back from the page to the letter', () => {
  const release = hostileRelease(given)
  const { files } = renderSite({
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
  assert.deepEqual(named(verified(new Map([['site.json', bytes(outside)]])).problems), ['malformed site.json'])
})

test('every problem has words in both languages', () => {
  const key = (code: Problem['code']): WordKey => `problem-${code}`
  const said = worded(key('text'), { path: 'index.html', segment: 'b1.s1' })
  assert.match(said.en, /b1\.s1.*index\.html/)
  assert.match(said.zh, /b1\.s1/)
})
