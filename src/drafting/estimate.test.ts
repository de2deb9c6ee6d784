import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { plainStyle } from '../model/house-style.ts'
import { estimateDrafting } from './estimate.ts'
import { emptyMemory, scriptedEngine } from './fixtures/scripted-engine.ts'
import type { DraftJob } from './job.ts'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const tools = {
  digest,
  pause: () => undefined,
  prices: new Map([['scripted', { unit: 'characters', each: 20 } as const]]),
}
const jobs = ['甲。', '甲。', '乙乙。', '丙。'].map(
  (source, index): DraftJob => ({ segment: `s${index}`, source, terms: [], before: '', after: '', style: plainStyle }),
)

test('an estimate says what memory and repetition save, and asks no service anything', async () => {
  const memory = scriptedEngine(({ source }) => (source === '丙。' ? 'C.' : undefined), { name: 'memory' }).engine
  const main = scriptedEngine(() => 'Never.', { items: 1 })
  assert.deepEqual(await estimateDrafting(jobs, { memory, main: main.engine }, tools), {
    segments: 4,
    fromMemory: 1,
    repeated: 1,
    toEngine: 2,
    characters: 5,
    tooLong: 0,
    microdollars: 100,
  })
  assert.equal(main.calls.length, 0)
})

test('what is longer than any call takes is said before, and is not counted as asked for', async () => {
  const engine = scriptedEngine(() => 'Never.', { codePoints: 2 }).engine
  const estimate = await estimateDrafting([...jobs, ...jobs], { memory: emptyMemory, main: engine }, tools)
  const { toEngine, repeated, characters, tooLong, segments } = estimate
  assert.deepEqual({ toEngine, repeated, characters, tooLong }, { toEngine: 2, repeated: 4, characters: 4, tooLong: 2 })
  assert.equal(toEngine + repeated + tooLong, segments)
  const second = scriptedEngine(() => 'Never.').engine
  const both = await estimateDrafting(jobs, { memory: emptyMemory, main: engine, second }, tools)
  assert.deepEqual([both.toEngine, both.tooLong], [3, 0])
})

test('without an engine nothing is left to it, and without a price nothing is said of money', async () => {
  const alone = await estimateDrafting(jobs, { memory: emptyMemory, main: null }, tools)
  assert.deepEqual([alone.toEngine, alone.characters, alone.microdollars], [0, 0, undefined])
  const { engine } = scriptedEngine(() => 'Never.')
  const free = await estimateDrafting(jobs, { memory: emptyMemory, main: engine }, { ...tools, prices: new Map() })
  assert.deepEqual([free.toEngine, free.microdollars], [3, undefined])
})
