import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readTmx } from '../formats/tmx/read-tmx.ts'
import { isRefusal } from '../model/refusal.ts'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-align-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const zh = file('a.txt', '柳溪县2024年经济运行情况\n全县修复水塘127口。\n新增就业8,300人。\n增长5%。\n谢谢大家！\n')
const en = file(
  'a.md',
  '# The Economy of Liuxi County in 2024\n\nThe county restored 127 ponds.\n\nIt created 8,300 new jobs, up 6 percent.\n\nThank you!\n',
)

test('align prints a line of JSON a link: the places of the segments, counted from 0, and a score', async () => {
  const { code, out, err } = await duizhao(['align', zh, en, '--json'], {})
  assert.deepEqual([code, err], [0, ''])
  const links = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    links.map((link) => [Object.keys(link).join(), link.zh, link.en]),
    [
      ['zh,en,score', [0], [0]],
      ['zh,en,score', [1], [1]],
      ['zh,en,score', [2, 3], [2]],
      ['zh,en,score', [4], [3]],
    ],
  )
  assert.ok(links.every(({ score }) => score > 0 && score <= 1))
})

test('the memory written has the sure pairs only: figures that differ keep one out', async () => {
  const tmx = join(folder, 'out.tmx')
  const { code, out, err } = await duizhao(['align', zh, en, '--tmx', tmx], { language: 'zh_CN.UTF-8' })
  assert.equal(code, 0)
  assert.match(out, /数字不一致/)
  assert.match(err, /4 组对应/)
  const memory = readTmx(readFileSync(tmx))
  assert.ok(!isRefusal(memory))
  const sources = memory.pairs.map(({ source }) => source)
  assert.ok(sources.includes('全县修复水塘127口。'))
  assert.ok(sources.every((source) => !source.includes('8,300')))
})

test('English in Windows-1252 is read; a file that is none, and an English file for the Chinese, are told', async () => {
  const old = file('old.txt', Buffer.from('The county\x92s ponds: 127.\nThank you!\n', 'latin1'))
  assert.equal((await duizhao(['align', zh, old, '--json'], {})).code, 0)
  const swapped = await duizhao(['align', en, zh], {})
  assert.equal(swapped.code, 3)
  assert.match(swapped.err, /a\.md/)
  assert.equal((await duizhao(['align', zh, join(folder, 'none.txt')], {})).code, 2)
})
