import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { MemoryPair } from '../model/match.ts'
import type { HostedMemory, MemoryHost } from '../ports/memory-host.ts'
import { createMemoryHostHere } from '../stores/in-memory/memory-host.ts'
import { createMemoryThread } from './memory-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-memory-host-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const hanzi = (at: number) =>
  at.toString(9).replaceAll(/./g, (figure) => '甲乙丙丁戊己庚辛壬'[Number(figure)] as string)
const pairsOf = (origin: string, count: number): readonly MemoryPair[] =>
  Array.from({ length: count }, (_, at) => ({
    source: `${hanzi(at)}村今年修路${at % 7}公里。`,
    target: `Village ${origin} ${at} built a road.`,
    origin,
  }))
const inPieces = (pairs: readonly MemoryPair[]) => ({
  size: pairs.length,
  async *pairs() {
    yield pairs.slice(0, 4000)
    yield pairs.slice(4000)
  },
})
const largePairs = pairsOf('large', 6000)
const large: HostedMemory = {
  id: 'large',
  name: 'large-1',
  ...inPieces(largePairs),
  changes: [],
  penalty: 0,
  rank: 0,
}
const small: HostedMemory = {
  id: 'small',
  name: 'small-1',
  ...inPieces(pairsOf('small', 40)),
  changes: [],
  penalty: 5,
  rank: 1,
}
const queries = ['甲村今年修路0公里。', '乙丙丁村今年修路3公里。', '戊己村去年修路1公里。', '无关'].map((source) => ({
  source,
}))

async function answers(host: MemoryHost) {
  return [
    await host.lookup(queries),
    await host.exact(queries),
    await host.search('village SMALL 3', 5),
    await host.size(),
  ]
}

async function compare(thread: MemoryHost, here: MemoryHost) {
  assert.deepEqual(await answers(thread), await answers(here))
}

test('a thread finds what a memory in this process finds, through changes, and packs a large memory once', async () => {
  const here = createMemoryHostHere()
  const thread = createMemoryThread(folder, () => undefined)
  await assert.rejects(thread.size(), /no memory is held/)
  const change = {
    removed: largePairs.slice(0, 3),
    added: [{ source: '甲村今年修路0公里。', target: 'New words.', origin: 'document:d1' }],
  }
  for (const host of [here, thread]) {
    await host.hold([large, small])
    host.change('large', change)
  }
  await compare(thread, here)
  assert.deepEqual(readdirSync(folder), ['large-1.packed'])
  for (const host of [here, thread])
    await host.hold([
      { ...large, rank: 2, penalty: 1 },
      { ...small, name: 'small-2' },
    ])
  await compare(thread, here)
  thread.close()

  const written = statSync(join(folder, 'large-1.packed')).mtimeMs
  const again = createMemoryThread(folder, () => undefined)
  const fresh = createMemoryHostHere()
  for (const host of [fresh, again]) await host.hold([{ ...large, changes: [change] }])
  await compare(again, fresh)
  assert.equal(statSync(join(folder, 'large-1.packed')).mtimeMs, written)
  again.close()
})

test('a file that is damaged or foreign is packed again; files that no memory has are deleted', async () => {
  const file = join(folder, 'large-1.packed')
  const whole = readFileSync(file)
  const damages = [
    whole.subarray(0, 3000),
    Buffer.from('not a memory'),
    Buffer.alloc(0),
    flipped(whole, whole.length - 40),
  ]
  for (const damaged of damages) {
    writeFileSync(file, damaged)
    writeFileSync(join(folder, 'other.packed'), whole)
    const thread = createMemoryThread(folder, () => undefined)
    const here = createMemoryHostHere()
    for (const host of [here, thread]) await host.hold([large])
    await compare(thread, here)
    thread.close()
    assert.deepEqual(readdirSync(folder), ['large-1.packed'])
    assert.deepEqual(readFileSync(file), whole)
  }
})

test('a file whose strings are damaged is packed again when they are read', async () => {
  const file = join(folder, 'large-1.packed')
  const whole = readFileSync(file)
  const damaged = Buffer.from(whole)
  // Every page of the strings, so that the first pair read is damaged.
  for (let at = 0; at < 200_000; at += 512) damaged[at] = (damaged[at] ?? 0) ^ 1
  writeFileSync(file, damaged)
  const thread = createMemoryThread(folder, () => undefined)
  await thread.hold([large])
  await assert.rejects(thread.lookup(queries), /damaged/)
  await thread.hold([large])
  const here = createMemoryHostHere()
  await here.hold([large])
  await compare(thread, here)
  thread.close()
  assert.deepEqual(readFileSync(file), whole)
})

test('where the folder cannot be written the memory is held all the same', async () => {
  const blocked = join(folder, 'blocked')
  writeFileSync(blocked, '')
  const thread = createMemoryThread(join(blocked, 'memory'), () => undefined)
  const here = createMemoryHostHere()
  for (const host of [here, thread]) await host.hold([large])
  await compare(thread, here)
  thread.close()
})

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
