import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-xliff-'))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const xliff = (segment: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh-CN" trgLang="en"><file id="f">
<unit id="u">${segment}</unit></file></xliff>`
const valid = file('valid.xlf', xliff('<segment><source>好</source><target>Good</target></segment>'))
const invalid = file('invalid.xlf', xliff('<segment state="done"><source>好</source></segment>'))
const broken = file('broken.xlf', '<xliff>\n<file')
const other = file('other.xml', '<html/>')
const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('xliff check tells for each file whether it is valid, and where not', async () => {
  const { code, out, err } = await duizhao(['xliff', 'check', valid, invalid, broken, '--json'], {})
  assert.equal(code, 1)
  assert.equal(err, '')
  const message = '“done” in state is none of: initial, translated, reviewed, final.'
  assert.deepEqual(linesOf(out), [
    { file: valid, valid: true, findings: [] },
    { file: invalid, valid: false, findings: [{ rule: 'InvalidStateValue', line: 2, column: 23, message }] },
    {
      file: broken,
      valid: false,
      findings: [{ rule: 'well-formed', line: 2, column: 5, message: 'The file is not well-formed XML from here on.' }],
    },
  ])
})

test('without --json a finding is a line, in the language of the terminal', async () => {
  const { code, out, err } = await duizhao(['xliff', 'check', invalid, valid], { language: 'zh_CN.UTF-8' })
  assert.equal(code, 1)
  assert.match(out, /invalid\.xlf:2:23\tInvalidStateValue\tstate 的值“done”不在允许的取值之列/)
  assert.match(out, /valid\.xlf：有效\n$/)
  assert.match(err, /invalid\.xlf：1 个问题/)
  const passed = await duizhao(['xliff', 'check', valid], {})
  assert.deepEqual([passed.code, passed.err], [0, ''])
})

test('a file that is missing or is no XLIFF does not keep the others from being checked', async () => {
  const { code, out, err } = await duizhao(['xliff', 'check', join(folder, 'none.xlf'), other, invalid, '--json'], {})
  assert.equal(code, 3)
  assert.match(err, /none\.xlf/)
  assert.deepEqual(
    linesOf(out).map((line) => [line.file, line.valid ?? line.refusal.code]),
    [
      [other, 'file-format-unknown'],
      [invalid, false],
    ],
  )
  assert.equal((await duizhao(['xliff', 'check', invalid, join(folder, 'none.xlf')], {})).code, 2)
  assert.equal((await duizhao(['xliff', 'check'], {})).code, 2)
})
