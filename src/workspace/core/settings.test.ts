import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createGoogleEngine } from '../../engines/google/engine.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice } from '../fixtures/office.ts'
import { viewSession } from '../people/session-view.ts'
import { changeEngine, type EngineChange, engineSettings, settingsOfRuns, viewEngine } from './engine-settings.ts'
import { changeSettings, viewSettings } from './settings.ts'

test('settings are the administrator’s, and only what makes sense is taken', async () => {
  const { workspace, admin, translator } = await openOffice(createMemoryDoors())
  const { settings, key, engine } = given(await viewSettings(workspace, translator))
  assert.equal(engine.active, 'memory')
  assert.ok(key.length > 40)
  const change = (changes: Partial<typeof settings>, actor = admin) => changeSettings(workspace, actor, changes)
  assert.equal(codeOf(await change({}, translator)), 'role-missing')
  for (const address of ['not an address', 'javascript:alert(1)', 'file:///etc/passwd']) {
    assert.equal(codeOf(await change({ address })), 'bad-request')
  }
  assert.equal(codeOf(await change({ timeZone: 'Mars/Base' })), 'bad-request')
  const office = { zh: '外事办', en: 'Foreign Affairs Office' }
  given(await change({ office, address: 'https://example.org/', timeZone: 'UTC' }))
  assert.deepEqual((await viewSession(workspace, null)).workspace.office, office)
})

test('two people at two parts of the settings take nothing from each other', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const { settings } = given(await viewSettings(workspace, admin))
  await Promise.all([
    changeSettings(workspace, admin, { style: { money: 'CNY' } }),
    changeSettings(workspace, admin, { style: { smallInWords: true } }),
    changeSettings(workspace, admin, { contact: 'desk' }),
    changeSettings(workspace, admin, { timeZone: 'UTC' }),
  ])
  assert.deepEqual(given(await viewSettings(workspace, admin)).settings, {
    ...settings,
    style: { ...settings.style, money: 'CNY', smallInWords: true },
    contact: 'desk',
    timeZone: 'UTC',
  })
})

test('settings of an earlier version have the plain style until somebody decides', async () => {
  const doors = createMemoryDoors()
  const { workspace, admin } = await openOffice(doors)
  const { style, ...earlier } = given(await viewSettings(workspace, admin)).settings
  await doors.settings.set('settings', { ...earlier, contact: 'desk' })
  const { settings } = given(await viewSettings(workspace, admin))
  assert.deepEqual([settings.contact, settings.style], ['desk', style])
  const house = { ...style, money: 'RMB', dialect: 'british' } as const
  given(await changeSettings(workspace, admin, { ...settings, style: house }))
  assert.deepEqual(given(await viewSettings(workspace, admin)).settings.style, house)
})

test('how a model is asked is kept with its server, and left to the model where nobody says', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const change = async (asked: EngineChange['openai']) => {
    const google = { project: '', location: '', glossary: '' }
    given(await changeEngine(workspace, admin, { active: 'openai-compatible', google, openai: asked }))
    const { dialect, concurrency } = (await viewEngine(workspace)).openai
    return [dialect, concurrency]
  }
  const server = { baseUrl: 'http://127.0.0.1:1/v1', model: 'hy-mt2-7b' }
  assert.deepEqual(await change(server), ['auto', null])
  assert.deepEqual(await change({ ...server, dialect: 'plain', concurrency: 16 }), ['plain', 16])
  assert.deepEqual(await change(server), ['plain', 16])
  assert.deepEqual(await change({ ...server, dialect: 'auto', concurrency: null }), ['auto', null])
})

test('how many calls of Google are under way at once is kept, and left out where nobody says', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const google = { project: 'office', location: '', glossary: '' }
  given(await changeEngine(workspace, admin, { google: { ...google, concurrency: 24 } }))
  assert.equal((await viewEngine(workspace)).google.concurrency, 24)
  const engine = createGoogleEngine((await engineSettings(workspace)).google)
  assert.equal(given(engine).limits.concurrency, 24)
  given(await changeEngine(workspace, admin, { google }))
  assert.deepEqual((await viewEngine(workspace)).google, google)
})

test('what an office set beside the page of engines stays when the page is saved', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const prices = { google: { unit: 'characters', each: 20 } } as const
  const stored = { ...(await engineSettings(workspace)), second: 'google', prices } as const
  await workspace.world.settings.set('engine', stored)
  const { google, openai } = stored
  given(await changeEngine(workspace, admin, { active: 'memory', google, openai }))
  const { second, prices: now } = await engineSettings(workspace)
  assert.deepEqual([second, now], ['google', prices])
})

test('a bucket and a model of Google are kept where they are set, and settings without them stay without', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const bare = { project: 'p', location: '', glossary: '' }
  const { openai } = await engineSettings(workspace)
  const change = async (google: EngineChange['google']) => {
    given(await changeEngine(workspace, admin, { active: 'google', google, openai, consent: true }))
    return (await engineSettings(workspace)).google
  }
  assert.deepEqual(await change({ ...bare, bucket: '' }), bare)
  const full = { ...bare, bucket: 'office-terms', model: 'general/translation-llm' } as const
  assert.deepEqual(await change(full), full)
  assert.deepEqual((await viewEngine(workspace)).google, full)
  assert.deepEqual(await change(bare), bare)
})

test('a key of an engine is never told, is kept unless another is given, and goes to no other server', async () => {
  const { workspace, admin, translator } = await openOffice(createMemoryDoors())
  const google = { project: '', location: '', glossary: '' }
  const change = (openai: { baseUrl: string; model: string; key?: string }, actor = admin) =>
    changeEngine(workspace, actor, { active: 'openai-compatible', google, openai })
  const here = { baseUrl: 'http://127.0.0.1:1/v1', model: 'm' }
  assert.equal(codeOf(await change(here, translator)), 'role-missing')
  given(await change({ ...here, key: 'very secret' }))
  assert.ok(!JSON.stringify(await viewEngine(workspace)).includes('very secret'))
  given(await change({ ...here, model: 'n' }))
  assert.equal((await engineSettings(workspace)).openai.key, 'very secret')
  assert.equal((await viewSession(workspace, translator)).engine, 'openai-compatible')
  given(await change({ ...here, baseUrl: 'http://127.0.0.1:2/v1' }))
  assert.equal((await engineSettings(workspace)).openai.key, '')
  assert.equal((await viewEngine(workspace)).openai.keySet, false)
})

test('texts go off this machine only by the word of an administrator, given for this host', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const change = (engine: EngineChange) => changeEngine(workspace, admin, engine)
  const local = { baseUrl: 'http://127.0.0.1:11434/v1', model: 'm' }
  given(await change({ active: 'openai-compatible', openai: local }))
  assert.equal(codeOf(await change({ second: 'google' })), 'engine-consent')
  assert.equal((await engineSettings(workspace)).second, undefined)
  const { engine } = given(await change({ second: 'google', consent: true }))
  assert.deepEqual(
    engine.consents.map(({ to, name }) => [to, name]),
    [['Google', admin.name]],
  )
  assert.equal((await settingsOfRuns(workspace)).second, 'google')
  // The word for one host is none for another.
  const elsewhere = { baseUrl: 'https://models.example.org/v1', model: 'm' }
  assert.equal(codeOf(await change({ openai: elsewhere })), 'engine-consent')
  given(await change({ openai: elsewhere, consent: true }))
  assert.equal((await viewEngine(workspace)).consents.length, 2)
  // It ends with the choice that it was given for.
  given(await change({ active: 'memory', second: null }))
  assert.deepEqual((await viewEngine(workspace)).consents, [])
  assert.equal(codeOf(await change({ active: 'openai-compatible' })), 'engine-consent')
})

test('a second engine that somebody set beside the page, and nobody agreed to, gets no texts', async () => {
  const { workspace } = await openOffice(createMemoryDoors())
  await workspace.world.settings.set('engine', { ...(await engineSettings(workspace)), second: 'google' })
  assert.equal((await settingsOfRuns(workspace)).second, undefined)
})
