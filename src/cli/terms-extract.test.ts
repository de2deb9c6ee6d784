import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-extract-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const text = file('a.txt', '柳溪海藻研究院成立\r\n今年引进柳溪海藻研究院。全镇推开“灯下议事会”做法。\r\n')

test('terms extract prints rank, form, frequency, score and where the form stands first', async () => {
  const { code, out, err } = await duizhao(['terms', 'extract', text, '--limit', '2'], {})
  assert.deepEqual([code, err], [0, ''])
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  assert.deepEqual(
    rows.map(([rank, form, frequency]) => [rank, form, frequency]).toSorted(),
    [
      ['1', '柳溪海藻研究院', '2'],
      ['2', '灯下议事会', '1'],
    ].toSorted(),
  )
  assert.match(rows[0]?.[3] ?? '', /^-?\d+\.\d\d$/)
  assert.equal(rows[0]?.[4], '1: 柳溪海藻研究院成立')
})

test('as JSON a line a candidate; what a glossary has is left out', async () => {
  const glossary = file('g.csv', 'source,preferred\n灯下议事会,Lamplight Council\n')
  const { code, out } = await duizhao(['terms', 'extract', text, '--glossary', glossary, '--json'], {})
  assert.equal(code, 0)
  const candidates = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(Object.keys(candidates[0]), ['rank', 'form', 'frequency', 'score', 'line', 'context'])
  assert.deepEqual(
    candidates.map(({ rank }) => rank),
    candidates.map((_, index) => index + 1),
  )
  assert.ok(candidates.some(({ form, line }) => form === '柳溪海藻研究院' && line === 1))
  assert.ok(candidates.every(({ form }) => form !== '灯下议事会'))
})

test('a file that is none, a glossary that is none and a number that is none are told, in both languages', async () => {
  for (const [args, code, english, chinese] of [
    [[join(folder, 'none.txt')], 2, /There is no /, /找不到/],
    [[text, '--glossary', file('broken.csv', '')], 3, /empty/, /空/],
    [[text, '--limit', '0'], 2, /whole number/, /整数/],
  ] as const) {
    const spoken = await duizhao(['terms', 'extract', ...args], {})
    assert.deepEqual([spoken.code, spoken.out], [code, ''])
    assert.match(spoken.err, english)
    assert.match((await duizhao(['terms', 'extract', ...args], { language: 'zh_CN.UTF-8' })).err, chinese)
  }
})
