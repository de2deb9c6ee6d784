import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contraries } from './data/contraries.ts'
import { fixedExpressions } from './data/fixed-expressions.ts'
import { stemsOf } from './english/stem.ts'
import { expressionsIn, hasRendering } from './fixed-expressions.ts'
import { entriesOf } from './lists.ts'

test('fixed expressions: Chinese forms and English renderings a line, no form twice', () => {
  const forms = entriesOf(fixedExpressions).flatMap((line) => {
    assert.match(line, /^[\p{Script=Han}+]{2,}(?: \/ [\p{Script=Han}+]{2,})* ; =?[A-Za-z0-9 ,.'+/=-]+$/u)
    return line.split(' ; ')[0]?.split(' / ') ?? []
  })
  assert.equal(new Set(forms).size, forms.length)
  for (const line of entriesOf(contraries)) assert.equal(line.split(' ; ').length, 2, line)
})

test('what the glossary of official terms prefers for an expression is one of its renderings', () => {
  const rows = readFileSync(new URL('../../glossary/official_zh-CN_en.csv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
  for (const row of rows) {
    const [forms = '', preferred = '', admitted = ''] = row.split(',')
    // A rendering with a comma in it is not taken apart here.
    if (preferred.startsWith('"')) continue
    for (const form of forms.split('|')) {
      const [sighting] = expressionsIn(form)
      if (sighting === undefined || sighting.to - sighting.from !== form.length) continue
      const renderings = [preferred, ...admitted.split('|')]
      assert.ok(
        renderings.some((text) => hasRendering(text, stemsOf(text), sighting.expression)),
        `${form}: ${preferred}`,
      )
    }
  }
})

test('the longest expression counts, and its words in any order and inflection', () => {
  const [first, ...others] = expressionsIn('稳健的货币政策')
  assert.equal(first?.expression.usual, 'prudent monetary policy')
  assert.equal(others.length, 0)
  const has = (text: string) => first && hasRendering(text, stemsOf(text), first.expression)
  assert.ok(has('Monetary policies stayed prudent.'))
  assert.ok(!has('A stable currency policy.'))
})

test('a rendering that stands as it is: the words in their order', () => {
  const [road] = expressionsIn('一带一路')
  const has = (text: string) => road && hasRendering(text, stemsOf(text), road.expression)
  assert.ok(has('the Belt and Road Initiative'))
  assert.ok(!has('the Road and Belt'))
})
