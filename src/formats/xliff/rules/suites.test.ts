import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { isRefusal } from '../../../model/refusal.ts'
import { checkXliff } from './check.ts'

const corpora = join(import.meta.dirname, '../../../../../shared/corpora/xliff')

/** The rule that an invalid file of the suites is named after; `names.ts` says how. */
function ruleOf(file: string): string {
  return basename(file, '.xlf')
    .replace(/^[Bb]ad[_-]/, '')
    .replace(/(?<=[a-z])\d$/, '')
}

/**
 * Valid files that break the schemas of their own suite: one declares a prefix that it does not use and uses another,
 * one has metadata without its prefix, one says a version of ITS that there is not.
 */
const disputed = ['Good-pgs_plural.xlf', 'Good-mda_top-level.xlf', 'Good-itsm_text-analytics.xlf']

function rulesIn(file: string): readonly string[] {
  const check = checkXliff(readFileSync(file))
  return isRefusal(check) ? [check.code] : check.findings.map(({ rule }) => rule)
}

for (const [suite, counts] of [
  ['xliff-21', { valid: 77, invalid: 162 }],
  ['xliff-22', { valid: 58, invalid: 162 }],
] as const) {
  const folder = join(corpora, suite, 'test-suite')
  const options = { skip: existsSync(folder) ? false : '../shared is not there' }

  test(`${suite}: every undisputed valid file is accepted`, options, (t) => {
    const files = globSync('**/{valid,in-out}/*.xlf', { cwd: folder })
      .filter((file) => suite !== 'xliff-22' || !disputed.includes(basename(file)))
      .sort()
    const rejected = files.flatMap((file) => {
      const rules = rulesIn(join(folder, file))
      return rules.length === 0 ? [] : [`${file}: ${rules.join(', ')}`]
    })
    assert.deepEqual(rejected, [])
    assert.equal(files.length, counts.valid)
    t.diagnostic(`${files.length} of ${counts.valid} valid files accepted`)
  })

  test(`${suite}: every invalid file is rejected by the rule that its name tells`, options, (t) => {
    const files = globSync('**/invalid/*.xlf', { cwd: folder }).sort()
    const passed = files.flatMap((file) => {
      const rules = rulesIn(join(folder, file))
      return rules.includes(ruleOf(file)) ? [] : [`${file}: ${rules.join(', ')}`]
    })
    assert.deepEqual(passed, [])
    assert.equal(files.length, counts.invalid)
    t.diagnostic(`${files.length} of ${counts.invalid} invalid files rejected by name`)
  })
}
