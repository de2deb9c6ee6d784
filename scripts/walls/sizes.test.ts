import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaintsAbout } from './complaints.ts'

const onlySizes = ['--only=complexity/noExcessiveLinesPerFunction']

/** A function of so many lines, its first and last among them: the linter counts those between. */
const longFunction = (lines: number) =>
  `export function planted() {\n${'  globalThis.name = ""\n'.repeat(lines - 2)}}\n`

const planted = (component: number, lines: number) => ({
  'review-ui/planted-component.tsx': longFunction(component),
  'review-ui/planted-function.ts': longFunction(lines),
  'src/review/planted-function.ts': longFunction(lines),
  'src/server/handlers/planted-function.ts': longFunction(lines),
  'scripts/planted-function.ts': longFunction(lines),
  'bench/planted-function.ts': longFunction(lines),
})

test('a component over 150 lines and a function over 60 are refused by the linter, wherever they stand', () => {
  const files = planted(153, 63)
  const complaints = complaintsAbout(files, onlySizes)
  const errors = complaints.split('\n').filter((line) => /^::error.*noExcessiveLinesPerFunction/.test(line))
  for (const file of Object.keys(files))
    assert.ok(
      errors.some((line) => line.includes(`${file},`)),
      `${file}: ${complaints}`,
    )
})

test('a component and a function at the limit are not', () => {
  assert.doesNotMatch(complaintsAbout(planted(150, 60), onlySizes), /^::error.*noExcessiveLinesPerFunction/m)
})

test('a test may be as long as its story', () => {
  const complaints = complaintsAbout({ 'src/review/planted.test.ts': longFunction(200) }, onlySizes)
  assert.doesNotMatch(complaints, /^::error.*noExcessiveLinesPerFunction/m)
})
