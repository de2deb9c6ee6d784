import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-terms-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content = ''): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('a glossary goes out in every format and comes in again; rows that cannot stand are told and left out', async () => {
  const workspace = join(folder, 'workspace')
  await duizhao(['import', file('report.md', '# 山村道路建设情况\n\n全年新建道路七十公里。\n')], { workspace })
  for (const format of ['csv', 'xlsx', 'tbx']) {
    const out = join(folder, `glossary.${format}`)
    assert.equal((await duizhao(['terms', 'export', '--format', format, '--out', out], { workspace })).code, 0)
    const { code, out: said } = await duizhao(['terms', 'import', out, '--json'], { workspace })
    const { rows, same } = JSON.parse(said)
    assert.deepEqual([code, same], [0, rows], said)
    assert.ok(rows > 300)
  }

  const more = file('more.csv', 'source,preferred,status\n石桥边,by the bridge,\n石墩子,stone pier,approved\n')
  const before = readFileSync(join(workspace, 'journals/termbase.jsonl'))
  const dry = await duizhao(['terms', 'import', more, '--dry-run'], { workspace })
  assert.equal(dry.code, 1)
  assert.match(dry.out, /^3\t石墩子\tAn approved term names its authority/)
  assert.match(dry.out, /would be new: 1 .*refused: 1\. Nothing was done\.\n$/)
  assert.deepEqual(readFileSync(join(workspace, 'journals/termbase.jsonl')), before)
  const done = await duizhao(['terms', 'import', more], { workspace, language: 'zh_CN.UTF-8' })
  assert.equal(done.code, 1)
  assert.match(done.out, /^3\t石墩子\t已批准的术语须注明依据/)
  assert.match(done.out, /新增 1.*未收 1/)

  const { code, err } = await duizhao(['terms', 'import', file('a.docx', 'x')], { workspace })
  assert.equal(code, 3)
  assert.match(err, /\.csv, \.xlsx, \.tbx, \.xml/)
})

test('check --pairs takes its terms from TBX, too, and passes over a concept in one language', async () => {
  const sections = (texts: readonly (readonly [string, string])[]) =>
    texts
      .map(([lang, text]) => `<langSec xml:lang="${lang}"><termSec><term>${text}</term></termSec></langSec>`)
      .join('')
  const glossary = file(
    'tea.tbx',
    `<tbx><text><body><conceptEntry id="a">${sections([
      ['zh', '茶城'],
      ['en', 'Tea City'],
    ])}</conceptEntry><conceptEntry id="b">${sections([['en', 'cup']])}</conceptEntry></body></text></tbx>`,
  )
  const pairs = file('pairs.tsv', '茶城很大。\tThe town is large.\n')
  const { out } = await duizhao(['check', '--pairs', pairs, '--glossary', glossary, '--json'], {})
  const [first = ''] = out.split('\n')
  assert.equal(JSON.parse(first).findings[0].code, 'term-missing')
})
