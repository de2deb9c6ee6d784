import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-memory-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const unit = (zh: string, en: string) =>
  `<tu><tuv xml:lang="zh-CN"><seg>${zh}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`
const memory = file(
  'a.tmx',
  `<tmx version="1.4"><header segtype="sentence"/><body>${unit('全市新建公园12座。', 'The city built 12 parks.')}${unit('无关', 'Other')}</body></tmx>`,
)
const queries = file('q.txt', '全市新建公园12座。\r\n全市新建公园45座。\n没有\n')

test('memory lookup prints a line of JSON for each line of the text', async () => {
  const { code, out, err } = await duizhao(['memory', 'lookup', '--tm', memory, queries, '--json'], {})
  assert.deepEqual([code, err], [0, ''])
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const pair = { source: '全市新建公园12座。', target: 'The city built 12 parks.' }
  assert.ok(lines.every(({ ms }) => typeof ms === 'number'))
  assert.deepEqual(
    lines.map(({ query, matches }) => ({ query, matches })),
    [
      { query: '全市新建公园12座。', matches: [{ score: 100, kind: 'exact', ...pair }] },
      { query: '全市新建公园45座。', matches: [{ score: 94, kind: 'fuzzy', ...pair }] },
      { query: '没有', matches: [] },
    ],
  )
})

test('without --json a line an offer; a memory that is none is refused, in both languages', async () => {
  const { out } = await duizhao(['memory', 'lookup', '--tm', memory, queries], {})
  assert.equal(out.split('\n')[1], '全市新建公园45座。\t94\tfuzzy\t全市新建公园12座。\tThe city built 12 parks.')
  const broken = file('b.tmx', '')
  for (const [language, words] of [
    ['en_US.UTF-8', /empty/],
    ['zh_CN.UTF-8', /空/],
  ] as const) {
    const refused = await duizhao(['memory', 'lookup', '--tm', broken, queries], { language })
    assert.equal(refused.code, 3)
    assert.match(refused.err, words)
  }
})

test('memories are imported with their settings, listed, set, written and removed', async () => {
  const workspace = join(folder, 'office')
  const run = (...args: readonly string[]) => duizhao(['--workspace', workspace, 'memory', ...args], {})
  const imported = await run('import', memory, '--penalty', '4', '--read-only', '--json')
  assert.deepEqual([imported.code, imported.err], [0, ''])
  assert.equal(JSON.parse(imported.out).pairs, 2)
  const listed = await run('list', '--json')
  const [entry] = JSON.parse(listed.out).memories
  assert.deepEqual([entry.name, entry.penalty, entry.readOnly], ['a.tmx', 4, true])
  assert.equal((await run('set', 'a.tmx', '--priority', '2', '--writable')).code, 0)
  assert.match((await run('list')).out, /2 pairs, penalty 4, priority 2, open to corrections/)
  assert.match((await run('export', 'a.tmx')).out, /The city built 12 parks/)
  assert.equal((await run('remove', entry.id.slice(0, 12))).code, 0)
  assert.equal((await run('remove', 'a.tmx')).code, 3)
})
