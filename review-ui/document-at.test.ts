import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf } from '../src/contract/client.ts'
import { documentAt, packedPath, sessionPath } from './document-at.ts'

test('the page of a document is told from its other pages, under any public address', () => {
  for (const path of ['/d/abc', '/d/abc/b1.s1', '/duizhao/d/abc/b12.s3']) assert.equal(documentAt(path), 'abc', path)
  for (const path of ['/', '/d/', '/d/abc/sign-off', '/d/abc/export', '/glossary/abc', '/d/abc/b1.s1/x']) {
    assert.equal(documentAt(path), null, path)
  }
})

test('what is asked before the page is read has the address that the page asks', () => {
  assert.equal(addressOf('session', {}), `/${sessionPath}`)
  assert.equal(addressOf('packedDocument', { document: 'abc' }), `/${packedPath('abc')}`)
})
