import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readGlossary } from '../formats/csv/glossary-csv.ts'
import { readTmx } from '../formats/tmx/read-tmx.ts'
import { peopleIn } from '../language/chinese/people.ts'
import { romanise } from '../language/chinese/romanise.ts'
import { plainStyle } from '../model/house-style.ts'
import { isRefusal } from '../model/refusal.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { verifyTerm } from '../terms/verification/verify.ts'
import type { SegmentContext } from './check.ts'
import { checkAcross } from './registry.ts'
import { terms } from './terms.ts'

const at = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))
const glossary = readGlossary(at('glossary/zh-CN_en.csv'))
const memory = readTmx(at('samples/press-conference.tmx'))
assert.ok(!isRefusal(glossary) && !isRefusal(memory))
const recognise = createRecogniser(glossary.map((term, index) => ({ ...term, id: `t${index}` })))
const contexts = memory.pairs.map(
  ({ source, target }, index): SegmentContext => ({
    segment: `b${index}.s1`,
    kind: 'paragraph',
    source,
    target,
    terms: recognise(source),
    style: plainStyle,
  }),
)

test('no term of the sample is told of beyond a note', () => {
  const found = [...contexts.flatMap(terms), ...checkAcross(contexts)].filter(({ severity }) => severity !== 'note')
  assert.deepEqual(found, [])
})

test('any term of the sample put the wrong way round is caught', () => {
  let inverted = 0
  for (const context of contexts) {
    for (const term of new Set(context.terms.map((occurrence) => occurrence.term))) {
      const spans = verifyTerm(term, context.target).met
      // The English of another term in its place, at every occurrence.
      const target = [...spans]
        .reverse()
        .reduce((text, { from, to }) => `${text.slice(0, from)}something else${text.slice(to)}`, context.target)
      const found = terms({ ...context, target }).filter(({ severity }) => severity !== 'note')
      assert.ok(
        found.some(({ params }) => term.source.includes(params.term ?? '')),
        `${term.source[0]}: ${target}`,
      )
      inverted += 1
    }
  }
  assert.ok(inverted > 20, String(inverted))
})

test('a name of the sample without its capitals is caught', () => {
  for (const context of contexts) {
    for (const term of new Set(context.terms.map((occurrence) => occurrence.term))) {
      for (const { from, to } of verifyTerm(term, context.target).met) {
        const name = context.target.slice(from, to)
        const wanted = term.renderings.find(({ text }) => text === name)
        if (wanted === undefined || !/^\p{Lu}.* \p{Lu}/u.test(name)) continue
        const target = context.target.replaceAll(name, name.toLowerCase())
        const found = terms({ ...context, target })
        assert.ok(
          found.some(({ severity }) => severity !== 'note'),
          target,
        )
      }
    }
  }
})

test('a letter lost from any full name of the sample is caught', () => {
  const people = new Set(contexts.flatMap(({ source }) => peopleIn(source)).map(({ name }) => name))
  const spoilt = contexts.flatMap((context, at) =>
    [...people].flatMap((name) => {
      const { expected } = romanise(name)
      if (!context.source.includes(name) || !context.target.includes(expected)) return []
      const target = context.target.replaceAll(expected, expected.slice(0, -1))
      return [{ name, changed: contexts.with(at, { ...context, target }) }]
    }),
  )
  assert.ok(spoilt.length >= 4, String(spoilt.length))
  for (const { name, changed } of spoilt) {
    assert.ok(
      checkAcross(changed).some(({ code, params }) => code === 'name-pinyin' && params.name === name),
      name,
    )
  }
})
