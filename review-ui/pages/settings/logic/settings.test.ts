import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EngineSettingsView } from '../../../../src/contract/views.ts'
import { fingerprintOf as fingerprintOnServer } from '../../../../src/server/signing-key.ts'
import { changesIn } from './edits.ts'
import { bodyOf, destinationOf, dropsKey, type EngineEdits, formOf, problemsOf } from './engine-edits.ts'
import { fingerprintOf } from './fingerprint.ts'
import { exampleOf, inStyle } from './style-examples.ts'
import { timeZones, zoneWords } from './time-zones.ts'

const saved: EngineSettingsView = {
  active: 'openai-compatible',
  google: { project: '', location: '', glossary: '' },
  openai: { baseUrl: 'https://models.example.org/v1', model: 'm', keySet: true, dialect: 'auto', concurrency: null },
}
const form = (change: Partial<EngineEdits> = {}): EngineEdits => ({ ...formOf(saved), ...change })

test('an empty key keeps the one there is, unless it is to be removed', () => {
  assert.equal('key' in bodyOf(form()).openai, false)
  assert.equal(bodyOf(form({ key: ' k ' })).openai.key, 'k')
  assert.equal(bodyOf(form({ removesKey: true })).openai.key, '')
  assert.equal(bodyOf(form({ removesKey: true, key: 'k' })).openai.key, 'k')
})

test('the prompt form and the number of calls are what was set, or left to the model', () => {
  const asked = ({ dialect, concurrency }: ReturnType<typeof bodyOf>['openai']) => [dialect, concurrency]
  assert.deepEqual(asked(bodyOf(form()).openai), ['auto', null])
  assert.deepEqual(asked(bodyOf(form({ dialect: 'hy-mt', concurrency: ' 16 ' })).openai), ['hy-mt', 16])
  for (const concurrency of ['1', '64', '']) assert.deepEqual(problemsOf(form({ concurrency })), [])
  for (const concurrency of ['0', '65', 'many', '1.5']) {
    assert.deepEqual(problemsOf(form({ concurrency })), ['concurrency'])
  }
})

test('a key does not go along to another server', () => {
  assert.equal(dropsKey(form(), saved), false)
  assert.equal(dropsKey(form({ baseUrl: 'https://other.example.org/v1' }), saved), true)
  assert.equal(dropsKey(form({ baseUrl: 'https://other.example.org/v1', key: 'k' }), saved), false)
  const none = { ...saved, openai: { ...saved.openai, keySet: false } }
  assert.equal(dropsKey(form({ baseUrl: 'https://other.example.org/v1' }), none), false)
})

test('an engine lacks only what the one chosen needs', () => {
  assert.deepEqual(problemsOf(form()), [])
  assert.deepEqual(problemsOf(form({ baseUrl: 'models.example.org', model: ' ' })), ['baseUrl', 'model'])
  assert.deepEqual(problemsOf(form({ baseUrl: 'file:///v1' })), ['baseUrl'])
  assert.deepEqual(problemsOf(form({ active: 'google' })), ['project'])
  assert.deepEqual(problemsOf(form({ active: 'memory', baseUrl: '' })), [])
})

test('where texts go is told from the address', () => {
  assert.deepEqual(destinationOf(''), { type: 'unknown' })
  assert.deepEqual(destinationOf('http://127.0.0.1:11434/v1'), { type: 'here' })
  assert.deepEqual(destinationOf('http://[::1]:8000/v1'), { type: 'here' })
  assert.deepEqual(destinationOf('http://localhost:8000/v1'), { type: 'here' })
  assert.deepEqual(destinationOf('https://models.example.org/v1'), { type: 'elsewhere', host: 'models.example.org' })
  assert.deepEqual(destinationOf('http://10.0.0.7:8000/v1'), { type: 'open', host: '10.0.0.7:8000' })
  assert.deepEqual(destinationOf('http://127.0.0.1.example.org/v1'), { type: 'open', host: '127.0.0.1.example.org' })
})

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
