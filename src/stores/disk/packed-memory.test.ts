import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { lookUpPacked } from '../../memory/packed/lookup.ts'
import { expectDefined } from '../../model/expect.ts'
import { openPackedMemory, writePackedMemory } from './packed-memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-packed-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const pair = (source: string) => ({ source, target: `${source} in English`, origin: 'test' })

test('a packed memory is opened from disk, replaced as a whole, and not opened when cut short', () => {
  const path = join(folder, 'memory.packed')
  writePackedMemory(path, [pair('全市新建公园十二座。')])
  writePackedMemory(path, [pair('全市新建公园三十座。'), pair('与此无关')])
  assert.deepEqual(readdirSync(folder), ['memory.packed'])
  const { memory, close } = expectDefined(openPackedMemory(path), 'the memory')
  assert.deepEqual(lookUpPacked(memory, '全市新建公园十二座。'), [
    { type: 'fuzzy', score: 94, pair: pair('全市新建公园三十座。') },
  ])
  close()
  truncateSync(path, 200)
  assert.equal(openPackedMemory(path), null)
})
