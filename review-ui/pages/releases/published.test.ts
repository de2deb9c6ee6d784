import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReleaseView } from '../../../src/contract/views/releases.ts'
import { isLatest, publicAddress } from './published.ts'

test('a release has the address of the site and its own path', () => {
  const path = '/published/d/abc/v2/'
  assert.equal(publicAddress('https://example.org/en', path), 'https://example.org/en/d/abc/v2/')
  assert.equal(publicAddress('https://example.org/en//', path), 'https://example.org/en/d/abc/v2/')
  assert.equal(publicAddress('', path), null)
})

test('the latest release is the latest of its own document', () => {
  const release = (document: string, number: number): ReleaseView => ({
    document,
    number,
    title: '',
    at: '',
    by: '',
    errata: 0,
    path: '',
    withdrawn: null,
  })
  const all = [release('a', 1), release('a', 2), release('b', 1)]
  assert.deepEqual(
    all.map((one) => isLatest(one, all)),
    [false, true, true],
  )
})
