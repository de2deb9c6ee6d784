import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EngineSettingsView } from '../../../../src/contract/views/engines.ts'
import {
  dropsKey,
  googleBodyOf,
  googleFormOf,
  googleProblems,
  type OpenAiEdits,
  openAiBodyOf,
  openAiFormOf,
  openAiProblems,
} from './engine-edits.ts'

const saved: EngineSettingsView = {
  active: 'openai-compatible',
  chosen: true,
  second: null,
  onDemand: [],
  questions: false,
  prices: { 'openai-compatible': { unit: 'tokens', input: 0.5, output: 2 } },
  consents: [],
  offline: { threads: null, model: null },
  google: { project: '', location: '', glossary: '' },
  openai: { baseUrl: 'https://models.example.org/v1', model: 'm', keySet: true, dialect: 'auto', concurrency: null },
}
const form = (change: Partial<OpenAiEdits> = {}): OpenAiEdits => ({ ...openAiFormOf(saved), ...change })
const bodyOf = (change?: Partial<OpenAiEdits>) => openAiBodyOf(form(change)).openai ?? assert.fail()

test('an empty key keeps the one there is, unless it is to be removed', () => {
  assert.equal('key' in bodyOf(), false)
  assert.equal(bodyOf({ key: ' k ' }).key, 'k')
  assert.equal(bodyOf({ removesKey: true }).key, '')
  assert.equal(bodyOf({ removesKey: true, key: 'k' }).key, 'k')
})

test('the prompt form and the number of calls are what was set, or left to the model', () => {
  const asked = ({ dialect, concurrency }: ReturnType<typeof bodyOf>) => [dialect, concurrency]
  assert.deepEqual(asked(bodyOf()), ['auto', null])
  assert.deepEqual(asked(bodyOf({ dialect: 'hy-mt', concurrency: ' 16 ' })), ['hy-mt', 16])
  for (const concurrency of ['1', '64', '']) assert.deepEqual(openAiProblems(form({ concurrency })), [])
  for (const concurrency of ['0', '65', 'many', '1.5']) {
    assert.deepEqual(openAiProblems(form({ concurrency })), ['concurrency'])
  }
})

test('a key does not go along to another server', () => {
  assert.equal(dropsKey(form(), saved), false)
  assert.equal(dropsKey(form({ baseUrl: 'https://other.example.org/v1' }), saved), true)
  assert.equal(dropsKey(form({ baseUrl: 'https://other.example.org/v1', key: 'k' }), saved), false)
  const none = { ...saved, openai: { ...saved.openai, keySet: false } }
  assert.equal(dropsKey(form({ baseUrl: 'https://other.example.org/v1' }), none), false)
})

test('prices are read back as they were written, and an emptied price is removed', () => {
  assert.deepEqual(openAiBodyOf(form()).prices, saved.prices)
  assert.deepEqual(openAiBodyOf(form({ input: '', output: ' ' })).prices, { 'openai-compatible': null })
  assert.deepEqual(openAiProblems(form({ input: '-1' })), ['price'])
  const google = { ...googleFormOf(saved), project: 'p', each: '20' }
  assert.deepEqual(googleBodyOf(google).prices, { google: { unit: 'characters', each: 20 } })
  assert.deepEqual(googleProblems(google), [])
  assert.deepEqual(googleProblems({ ...google, project: ' ', each: 'much' }), ['project', 'price'])
  assert.equal(googleFormOf({ ...saved, prices: { google: { unit: 'characters', each: 20 } } }).each, '20')
})

test('calls at once of Google are what was set, or left out', () => {
  const google = { ...googleFormOf(saved), project: 'p' }
  assert.equal(googleBodyOf(google).google?.concurrency, undefined)
  assert.equal(googleBodyOf({ ...google, concurrency: ' 24 ' }).google?.concurrency, 24)
  assert.deepEqual(googleProblems({ ...google, concurrency: '65' }), ['concurrency'])
  assert.equal(googleFormOf({ ...saved, google: { ...saved.google, concurrency: 24 } }).concurrency, '24')
})

test('a server without address or model cannot be asked', () => {
  assert.deepEqual(openAiProblems(form({ baseUrl: 'models.example.org', model: ' ' })), ['baseUrl', 'model'])
  assert.deepEqual(openAiProblems(form({ baseUrl: 'file:///v1' })), ['baseUrl'])
})
