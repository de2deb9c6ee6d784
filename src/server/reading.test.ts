import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { formats } from '../formats/registry.ts'
import { isRefusal } from '../model/refusal.ts'
import { createReadFile } from '../workspace/core/reading.ts'
import { digestBytes } from './digest.ts'
import { createFileThreads, fileThreadLimits, type ThreadLimits } from './file-threads.ts'
import { createReadApart } from './reading.ts'

const here = createReadFile({ formats, digestBytes })
const shipped = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))
const long = Buffer.from(Array.from({ length: 5_000 }, (_, at) => `第${at}段。今天开工。明天完工。`).join('\n'))

const files = [
  ['document', 'press-conference.zh.txt', shipped('samples/press-conference.zh.txt')],
  ['document', 'long.txt', long],
  ['document', 'book.odt', long],
  ['memory', 'press-conference.tmx', shipped('samples/press-conference.tmx')],
  ['memory', 'broken.tmx', Buffer.from('<tmx>')],
  ['glossary', 'zh-CN_en.csv', shipped('glossary/zh-CN_en.csv')],
] as const

for (const [kind, filename, bytes] of files) {
  test(`${filename} is read apart as it is read here`, async () => {
    const file = { filename, bytes }
    assert.deepEqual(await createReadApart(createFileThreads())(kind, file), await here(kind, file))
  })
}

test('a file that takes too long, or too much memory, is refused and leaves nothing running', async () => {
  const code = async (limits: ThreadLimits) => {
    const read = await createReadApart(createFileThreads(limits))('document', { filename: 'long.txt', bytes: long })
    return isRefusal(read) ? read.code : 'read'
  }
  assert.equal(await code({ ...fileThreadLimits, seconds: 0.001 }), 'file-too-slow')
  assert.equal(await code({ ...fileThreadLimits, megabytes: 8 }), 'file-too-demanding')
})

test('files wait for one another, and too many are refused', async () => {
  const read = createReadApart(createFileThreads())
  const bytes = Buffer.from('今天开工。')
  const answers = await Promise.all(Array.from({ length: 25 }, () => read('document', { filename: 'a.txt', bytes })))
  const refusals = answers.filter(isRefusal).map(({ code }) => code)
  assert.ok(refusals.length >= 3 && refusals.every((code) => code === 'reading-busy'), String(refusals))
  assert.ok(!isRefusal(await read('document', { filename: 'a.txt', bytes })))
})
