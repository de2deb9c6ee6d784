import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { engineNames } from '../model/engine.ts'

const tests = globSync(`${import.meta.dirname}/**/*.test.ts`)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** The engines that no test holds against the suite, which each does under its name. */
const untested = (names: readonly string[]) =>
  names.filter((name) => !tests.includes(`engineConformance('${name} engine'`))

test('every engine there is to choose from passes the suite of engines', () => {
  assert.deepEqual(untested(engineNames), [])
})

test('an engine without a call of the suite is seen', () => {
  assert.deepEqual(untested([...engineNames, 'of-no-test']), ['of-no-test'])
})
