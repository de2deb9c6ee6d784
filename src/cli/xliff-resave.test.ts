import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-xliff-'))
const path = (name: string) => join(folder, name)

const unit = (id: string, source: string, target = '', rest = '') =>
  `<trans-unit id="${id}"${rest}><source>${source}</source>${target}</trans-unit>\r\n`
const file = `<?xml version='1.0' encoding='utf-8'?>\r\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh" datatype="x"><body>\r\n${unit('a', '甲&amp;<x id="1"/>')}${unit('a=b', '乙', '<target/>')}${unit('c', '丙', '<target>C</target>', ' translate="no"')}</body></file></xliff>`
writeFileSync(path('in.xlf'), `\ufeff${file}`)

const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('segments are listed one a line, with ids that resave takes', async () => {
  const { code, out } = await duizhao(['xliff', 'segments', path('in.xlf'), '--json'], {})
  assert.equal(code, 0)
  assert.deepEqual(lines(out), [
    { id: 'a', source: '甲&' },
    { id: 'a=b', source: '乙', target: '' },
    { id: 'c', source: '丙', target: 'C', translate: false },
  ])
  const read = await duizhao(['xliff', 'segments', path('in.xlf')], { language: 'zh_CN.UTF-8' })
  assert.match(read.out, /^a\t甲&\t\na=b\t乙\t\nc\t丙\tC\n$/)
  assert.match(read.err, /3 个句段。XLIFF 1.2，不限某种工具/)
})

test('a file is saved as it was, and with the targets that are set', async () => {
  await duizhao(['xliff', 'resave', path('in.xlf'), path('same.xlf')], {})
  assert.deepEqual(readFileSync(path('same.xlf')), readFileSync(path('in.xlf')))
  const sets = ['--set', 'a=b=x=<y>', '--set', 'a=A']
  const { code } = await duizhao(['xliff', 'resave', path('in.xlf'), path('out.xlf'), ...sets], {})
  assert.equal(code, 0)
  const expected = file
    .replace('<target/>', '<target>x=&lt;y&gt;</target>')
    .replace('<x id="1"/></source>', '<x id="1"/></source><target>A</target>')
  assert.equal(readFileSync(path('out.xlf'), 'utf8'), `\ufeff${expected}`)
})

test('an id that is not there, an assignment without a text and a broken file write nothing', async () => {
  const none = await duizhao(['xliff', 'resave', path('in.xlf'), path('none.xlf'), '--set', 'z=Z', '--json'], {})
  assert.equal(none.code, 3)
  assert.equal(JSON.parse(none.out).refusal.code, 'segment-not-in-file')
  assert.equal((await duizhao(['xliff', 'resave', path('in.xlf'), path('none.xlf'), '--set', 'a'], {})).code, 2)
  writeFileSync(path('cut.xlf'), file.slice(0, -9))
  const cut = await duizhao(['xliff', 'resave', path('cut.xlf'), path('none.xlf')], {})
  assert.equal(cut.code, 3)
  assert.match(cut.err, /badly formed near line 6/)
  assert.equal((await duizhao(['xliff', 'segments', path('cut.xlf'), '--json'], {})).code, 3)
  assert.throws(() => readFileSync(path('none.xlf')), { code: 'ENOENT' })
})
