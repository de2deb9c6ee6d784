import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readProxies, readPublicAddress, sessionCookieName } from './public-address.ts'

test('a public address is read with its path, and one that would send sessions in the clear is none', () => {
  assert.deepEqual(readPublicAddress('https://office.example/duizhao/'), {
    origin: 'https://office.example',
    hostname: 'office.example',
    base: '/duizhao',
    isSecure: true,
  })
  assert.equal(readPublicAddress('https://Office.example:8443')?.origin, 'https://office.example:8443')
  assert.equal(readPublicAddress('http://127.0.0.1:8080/x')?.isSecure, false)
  for (const none of [
    'http://office.example',
    'office.example',
    'ftp://office.example',
    'https://a:b@office.example',
    'https://office.example/?x',
    'https://office.example/#x',
    'https://office.example/a b',
    'https://office.example/a%2fb',
    '/duizhao',
    '',
  ])
    assert.equal(readPublicAddress(none), null, none)
})

test('proxies are addresses and ranges, and nothing trusts everybody', () => {
  assert.deepEqual(readProxies('10.0.0.7, 10.1.0.0/16,fd00::/8'), ['10.0.0.7', '10.1.0.0/16', 'fd00::/8'])
  assert.deepEqual(readProxies(''), [])
  for (const none of ['0.0.0.0/0', '::/0', 'proxy.example', '10.0.0.7/33', '10.0.0.7/', '10.0.0.7/8/8', 'true', '*'])
    assert.equal(readProxies(none), null, none)
})

test('the cookie of a session is bound to the host through TLS, and named by the path', () => {
  assert.equal(sessionCookieName(null), 'duizhao')
  assert.equal(sessionCookieName(readPublicAddress('https://office.example')), '__Host-duizhao')
  assert.equal(sessionCookieName(readPublicAddress('https://office.example/a/b')), '__Host-duizhao.a.b')
})
