import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-pairs-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('quantities prints a line of JSON for each number', async () => {
  const { code, out } = await duizhao(
    ['quantities', file('a.txt', '去年\n投资4000亿元，建路20多公里。\n'), '--json'],
    {},
  )
  assert.equal(code, 0)
  assert.deepEqual(linesOf(out), [
    { line: 2, from: 2, to: 8, text: '4000亿元', kind: 'money', value: '400000000000', unit: 'CNY' },
    { line: 2, from: 11, to: 16, text: '20多公里', kind: 'measure', value: { min: '20' }, unit: 'kilometer' },
  ])
})

test('check --pairs prints a line for each pair, with what was found in it', async () => {
  const pairs = file(
    'a.jsonl',
    [
      { id: 'right', zh: '投资4000亿元。', en: 'It cost 400 billion yuan.' },
      { id: 'wrong', zh: '投资4000亿元。', en: 'It cost 40 billion yuan.' },
    ]
      .map((pair) => JSON.stringify(pair))
      .join('\n'),
  )
  const { code, out } = await duizhao(['check', '--pairs', pairs, '--json'], {})
  assert.equal(code, 1)
  const [zh, en, expected] = ['4000亿元', '40 billion yuan', '400 billion yuan']
  assert.deepEqual(linesOf(out), [
    { id: 'right', findings: [] },
    { id: 'wrong', findings: [{ code: 'quantity-changed', severity: 'error', zh, en, expected }] },
  ])
  const spoken = await duizhao(['check', '--pairs', pairs], {})
  assert.match(spoken.out, /^wrong\terror\t4000亿元 is 400 billion yuan/)
})

test('check --pairs proofreads and reads across where it is asked to, and only there', async () => {
  const pairs = file(
    'b.jsonl',
    [
      { id: 'one', zh: '副市长顾春岚到会。', en: 'Vice Mayor Gu Chunlan recieved them.' },
      { id: 'two', zh: '副市长顾春岚介绍。', en: 'Deputy Mayor Gu Chunlan spoke of the colour.' },
    ]
      .map((pair) => JSON.stringify(pair))
      .join('\n'),
  )
  const told = async (...options: readonly string[]) =>
    linesOf((await duizhao(['check', '--pairs', pairs, '--json', ...options], {})).out).flatMap(({ id, findings }) =>
      findings.map(({ code, en, expected }: Record<string, string>) => [id, code, en, expected]),
    )
  const spelling = ['one', 'proof-spelling', 'recieved', 'received']
  const title = ['two', 'name-title', 'Deputy Mayor', 'Vice Mayor']
  assert.deepEqual(await told(), [])
  assert.deepEqual(await told('--proof', 'british'), [spelling])
  assert.deepEqual(await told('--proof'), [spelling, ['two', 'proof-dialect', 'colour', 'color']])
  assert.deepEqual(await told('--across'), [title])
  const { code, err } = await duizhao(['check', '--pairs', pairs, '--proof', 'german'], {})
  assert.equal(code, 2)
  assert.match(err, /american, british/)
})

test('check asks for a document or for pairs', async () => {
  const { code, err } = await duizhao(['check'], {})
  assert.equal(code, 2)
  assert.match(err, /--pairs/)
})

test('a file without pairs is refused, and what a check would pass over is wrong use', async () => {
  const good = file('good.tsv', '三个\tthree\n')
  for (const name of ['nothing.jsonl', 'blank.tsv']) {
    const { code, err } = await duizhao(['check', '--pairs', file(name, '\n')], {})
    assert.equal(code, 3, name)
    assert.match(err, /empty/)
  }
  for (const options of [['--pairs', good], ['--glossary', good], ['--proof', 'british'], ['--across']]) {
    const { code, err } = await duizhao(['check', ...options, 'x'], {})
    assert.equal(code, 2, options[0])
    assert.match(err, /not both/)
  }
})
