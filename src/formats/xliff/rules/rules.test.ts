import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isRefusal } from '../../../model/refusal.ts'
import { checkXliff, type XliffFinding } from './check.ts'

const folder = join(import.meta.dirname, 'fixtures')

function findingsIn(bytes: Uint8Array): readonly XliffFinding[] {
  const check = checkXliff(bytes)
  assert.ok(!isRefusal(check), isRefusal(check) ? check.code : '')
  return check.findings
}

const read = (file: string) => readFileSync(join(folder, file))

/** Fixtures are pairs: `RULE.bad.xlf` breaks the rule in the line that says so, `RULE.good.xlf` beside it is valid. */
for (const file of globSync('*.bad.xlf', { cwd: folder }).sort()) {
  const name = file.slice(0, -'.bad.xlf'.length)
  const rule = name.replace(/\.\d$/, '')
  test(`${rule} is found where it is broken, and not beside it: ${name}`, () => {
    const bytes = read(file)
    const findings = findingsIn(bytes)
    const line =
      bytes
        .toString()
        .split('\n')
        .findIndex((text) => text.includes('<!-- here -->')) + 1
    const found = findings.map((finding) => `${finding.rule} in line ${finding.line}`)
    assert.ok(found.includes(`${rule} in line ${line}`), found.join('\n'))
    assert.deepEqual(findingsIn(read(`${name}.good.xlf`)), [])
  })
}

test('a finding points at the attribute that is wrong, in characters', () => {
  const xml = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh-CN"><file id="f">
  <unit id="𠮷" name = 'state="x"' type="a"><segment state = "x"><source/></segment></unit></file></xliff>`
  const places = findingsIn(new TextEncoder().encode(xml)).map(({ rule, line, column }) => [rule, line, column])
  assert.deepEqual(places, [
    ['InvalidTypeValue', 2, 35],
    ['InvalidStateValue', 2, 53],
  ])
})

test('what is no XLIFF is refused, what is no XML is a finding', () => {
  const check = (text: string) => checkXliff(new TextEncoder().encode(text))
  assert.equal(isRefusal(check('<html/>')), true)
  for (const text of ['', 'plain', '<xliff>', '<xliff><file></xliff>', '<xliff a="1" a="2"/>']) {
    assert.deepEqual(
      findingsIn(new TextEncoder().encode(text)).map(({ rule }) => rule),
      ['well-formed'],
    )
  }
})

test('the page on XLIFF names every rule that a fixture breaks, by itself or by its pattern', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/xliff.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('|'))
  const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
  const patterns = named.map((name) => new RegExp(`^${name.replace(/\{\w+\}/g, '[A-Za-z_]+')}$`))
  const rules = globSync('*.bad.xlf', { cwd: folder }).map((file) => file.replace(/(?:\.\d)?\.bad\.xlf$/, ''))
  assert.deepEqual(
    rules.filter((rule) => !patterns.some((pattern) => pattern.test(rule))),
    [],
  )
})
