import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprintOf as fingerprintOnServer } from '../../../../src/server/signing-key.ts'
import { changesIn } from './edits.ts'
import { fingerprintOf } from './fingerprint.ts'
import { exampleOf, inStyle } from './style-examples.ts'
import { timeZones, zoneWords } from './time-zones.ts'

test('the fingerprint is the one that the server prints', async () => {
  const key = Buffer.from('any bytes will do for this').toString('base64')
  assert.equal(await fingerprintOf(key), fingerprintOnServer(key))
})

test('the zone that is set can always be chosen', () => {
  assert.ok(timeZones('Asia/Shanghai').includes('UTC'))
  assert.equal(timeZones('Asia/Beijing-of-old').filter((zone) => zone === 'Asia/Beijing-of-old').length, 1)
  const noon = new Date('2026-03-01T04:00:00Z')
  assert.deepEqual(zoneWords('Asia/Shanghai', 'en', noon), { name: 'China Standard Time', time: '12:00' })
})

test('of a form only what differs from what is saved is a change', () => {
  const saved = { contact: 'desk', office: { zh: '外办', en: '' } }
  assert.deepEqual(changesIn(saved, {}), {})
  assert.deepEqual(changesIn(saved, { contact: 'desk', office: { zh: '外办', en: '' } }), {})
  assert.deepEqual(changesIn(saved, { contact: 'door', office: { zh: '外办', en: '' } }), { contact: 'door' })
})

test('every choice of the house style is shown by a figure that it changes', () => {
  const { money, smallInWords, muWithHectares } = exampleOf
  assert.deepEqual(
    (['yuan', 'RMB', 'CNY'] as const).map((one) => inStyle(money, { money: one })),
    ['400 billion yuan', 'RMB 400 billion', 'CNY 400 billion'],
  )
  assert.deepEqual(
    [false, true].map((one) => inStyle(smallInWords, { smallInWords: one })),
    ['3 years', 'three years'],
  )
  assert.deepEqual(
    [false, true].map((one) => inStyle(muWithHectares, { muWithHectares: one })),
    ['6,000 mu', '6,000 mu (400 hectares)'],
  )
})
