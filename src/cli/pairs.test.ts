import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { checkerVersion } from '../checks/registry.ts'
import { findingCodes } from '../model/finding.ts'
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

const jsonLines = (pairs: readonly object[]) => pairs.map((pair) => JSON.stringify(pair)).join('\n')

/** What a run over all pairs says of itself where these kinds, by the beginnings of their codes, were not looked for. */
function checkedBut(pairs: number, ...beginnings: readonly string[]) {
  const isLeftOut = (code: string) => beginnings.some((beginning) => code.startsWith(beginning))
  const [checks, notRun] = [findingCodes.filter((code) => !isLeftOut(code)), findingCodes.filter(isLeftOut)]
  return { id: null, findings: [], checked: { pairs, skipped: 0, checks, notRun, checker: checkerVersion } }
}

test('check --pairs prints a line for each pair, with what was found in it, and at last what was looked for', async () => {
  const pairs = file(
    'a.jsonl',
    jsonLines([
      { id: 'right', zh: '投资4000亿元。', en: 'It cost 400 billion yuan.' },
      { id: 'wrong', zh: '去年投资4000亿元。', en: 'It cost 40 billion yuan last year.' },
    ]),
  )
  const { code, out } = await duizhao(['check', '--pairs', pairs, '--json'], {})
  assert.equal(code, 1)
  const [zh, en, expected] = ['4000亿元', '40 billion yuan', '400 billion yuan']
  assert.deepEqual(linesOf(out), [
    { id: 'right', findings: [] },
    { id: 'wrong', findings: [{ code: 'quantity-changed', severity: 'error', zh, en, expected }] },
    checkedBut(2, 'term-', 'proof-dialect'),
  ])
  const spoken = await duizhao(['check', '--pairs', pairs], {})
  assert.match(spoken.out, /^wrong\terror\t4000亿元 is 400 billion yuan/)
  assert.match(
    spoken.err,
    /^1 finding, 1 of them open errors\.\n2 pairs, .*Figure differs.*\nNot looked for: Term missing; .*Spelling of the other dialect\./,
  )
  const chinese = await duizhao(['check', '--pairs', pairs], { language: 'zh_CN.UTF-8' })
  assert.match(chinese.err, /\n2 对，.*数字不符/)
})

test('check --pairs runs the whole registry: no slip passes because its check was not run', async () => {
  const slips = [
    ['target-empty', '同意。', ' '],
    ['chinese-left', '同意该报告。', 'Agreed to 该报告.'],
    ['chinese-left', '同意草案。', '同意草案。'],
    ['brackets-unbalanced', '同意该报告（草案）。', 'Agreed to the report (draft.'],
    ['quotes-unbalanced', '他说“同意”。', 'He said "agreed.'],
    ['space-doubled', '大家都同意。', 'All  agreed.'],
    ['word-repeated', '我们看过这份报告。', 'We have have read the report.'],
    ['proof-spelling', '我们收到报告了。', 'We recieved the report.'],
    ['source-translated-two-ways', '谢谢。', 'Thanks.'],
  ] as const
  const pairs = file(
    'slips.jsonl',
    jsonLines([
      { id: 'first', zh: '谢谢。', en: 'Thank you.' },
      ...slips.map(([, zh, en], index) => ({ id: index, zh, en })),
    ]),
  )
  const { out } = await duizhao(['check', '--pairs', pairs, '--json'], {})
  const codes = linesOf(out).map(({ findings }) => findings.map(({ code }: { code: string }) => code))
  for (const [index, [code]] of slips.entries()) assert.deepEqual(codes[index + 1], [code], slips[index]?.[2])
})

test('check --pairs compares pairs unless told that they are no document, and accepts both dialects unless told one', async () => {
  const pairs = file(
    'b.jsonl',
    jsonLines([
      { id: 'one', zh: '副市长顾春岚到会。', en: 'Vice Mayor Gu Chunlan recieved them.' },
      { id: 'two', zh: '副市长顾春岚介绍。', en: 'Deputy Mayor Gu Chunlan spoke of the colour.' },
    ]),
  )
  const foundWith = async (...options: readonly string[]) => {
    const lines = linesOf((await duizhao(['check', '--pairs', pairs, '--json', ...options], {})).out)
    return lines.flatMap(({ id, findings }) =>
      findings.map(({ code, en, expected }: Record<string, string>) => [id, code, en, expected]),
    )
  }
  const spelling = ['one', 'proof-spelling', 'recieved', 'received']
  const title = ['two', 'name-title', 'Deputy Mayor', 'Vice Mayor']
  assert.deepEqual(await foundWith(), [spelling, title])
  assert.deepEqual(await foundWith('--across'), [spelling, title])
  assert.deepEqual(await foundWith('--no-across'), [spelling])
  assert.deepEqual(await foundWith('--proof', 'british', '--no-across'), [spelling])
  assert.deepEqual(await foundWith('--proof'), [spelling, ['two', 'proof-dialect', 'colour', 'color'], title])
  const last = linesOf((await duizhao(['check', '--pairs', pairs, '--json', '--no-across', '--proof'], {})).out).at(-1)
  assert.ok(last.checked.notRun.includes('name-title') && !last.checked.checks.includes('name-title'))
  assert.ok(last.checked.checks.includes('proof-dialect'))
  const { code, err } = await duizhao(['check', '--pairs', pairs, '--proof', 'german'], {})
  assert.equal(code, 2)
  assert.match(err, /american, british/)
})

test('pairs with one id are checked each', async () => {
  const pairs = file(
    'twice.jsonl',
    jsonLines([
      { id: 'x', zh: '谢谢大家。', en: 'Thank you.' },
      { id: 'x', zh: '谢谢大家。', en: 'Thanks to all.' },
    ]),
  )
  const lines = linesOf((await duizhao(['check', '--pairs', pairs, '--json'], {})).out)
  assert.deepEqual(
    lines.slice(0, 2).map(({ findings }) => findings.length),
    [0, 1],
  )
})

test('check asks for a document or for pairs', async () => {
  const { code, err } = await duizhao(['check'], {})
  assert.equal(code, 2)
  assert.match(err, /--pairs/)
})

const xliff = (languages: string, body: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" ${languages} datatype="x"><body>${body}</body></file></xliff>`
const tmx = (unit: string) => `<tmx version="1.4"><header segtype="sentence"/><body>${unit}</body></tmx>`

test('a file of which nothing would be checked is refused, with the reason', async () => {
  for (const [name, text, reason] of [
    ['nothing.jsonl', '\n', 'file-empty'],
    ['blank.tsv', '\n', 'file-empty'],
    ['empty.xlf', xliff('source-language="zh" target-language="en"', ''), 'pairs-none'],
    ['empty.tmx', tmx(''), 'pairs-none'],
    ['no-segment.tmx', tmx('<tu><tuv xml:lang="zh">三个。</tuv><tuv xml:lang="en">Three.</tuv></tu>'), 'pairs-none'],
    ['one-sided.tmx', tmx('<tu><tuv xml:lang="zh"><seg>三个。</seg></tuv></tu>'), 'pairs-none'],
    [
      'other.xlf',
      xliff(
        'source-language="de" target-language="fr"',
        '<trans-unit id="1"><source>Drei 3</source><target>Trois 4</target></trans-unit>',
      ),
      'languages-wrong',
    ],
    [
      'other.tmx',
      tmx('<tu><tuv xml:lang="de"><seg>Drei</seg></tuv><tuv xml:lang="fr"><seg>Trois</seg></tuv></tu>'),
      'languages-wrong',
    ],
    ['other.tsv', 'Drei 3\tTrois 4\n', 'pairs-not-chinese'],
    ['columns-swapped.tsv', 'Three projects.\t三个项目。\n', 'pairs-not-chinese'],
  ] as const) {
    const { code, out } = await duizhao(['check', '--pairs', file(name, text), '--json'], {})
    assert.equal(code, 3, name)
    assert.equal(JSON.parse(out).refusal.code, reason, name)
  }
  const spoken = await duizhao(['check', '--pairs', file('empty.tmx', tmx(''))], {})
  assert.match(spoken.err, /Nothing was read/)
})

test('a unit that was left out is told', async () => {
  const both = '<tu><tuv xml:lang="zh"><seg>同意。</seg></tuv><tuv xml:lang="en"><seg>Agreed.</seg></tuv></tu>'
  const half = '<tu><tuv xml:lang="zh"><seg>同意。</seg></tuv></tu>'
  const { code, err } = await duizhao(['check', '--pairs', file('half.tmx', tmx(both + half))], {})
  assert.equal(code, 0)
  assert.match(err, /1 unit of the file was left out/)
})

test('what a check would pass over is wrong use', async () => {
  const good = file('good.tsv', '三个\tthree\n')
  for (const options of [
    ['--pairs', good],
    ['--glossary', good],
    ['--proof', 'british'],
    ['--across'],
    ['--no-across'],
  ]) {
    const { code, err } = await duizhao(['check', ...options, 'x'], {})
    assert.equal(code, 2, options[0])
    assert.match(err, /not both/)
  }
})

const reported = new URL('../../../shared/corpora/reports/cases.jsonl', import.meta.url)
const skip = existsSync(reported) ? false : 'the reported cases are not beside this checkout'

test('reported: files of which nothing was read, untranslated pairs, wrong languages', { skip }, async () => {
  const cases = linesOf(readFileSync(reported, 'utf8')).filter(({ kind }) =>
    ['nothing-read', 'pairs-untranslated', 'wrong-languages'].includes(kind),
  )
  assert.equal(cases.length, 9)
  for (const { id, expect, input } of cases) {
    const { code, out } = await duizhao(['check', '--pairs', file(input.name, input.text), '--json'], {})
    const lines = linesOf(out)
    if (/exit not 0|refused/.test(expect)) assert.ok(code === 3 && lines[0].refusal, id)
    else {
      const codes: readonly string[] = lines.flatMap(({ findings }) => findings.map((f: { code: string }) => f.code))
      const isFigure = (found: string) => found.startsWith('quantity-')
      assert.ok(
        codes.some((found) => isFigure(found) === /figure is found/.test(expect)),
        `${id}: ${codes.join()}`,
      )
    }
  }
})
