import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const rule = 'lint/complexity/noExcessiveLinesPerFunction'

/** A function of so many lines, its first and last among them: the linter counts those between. */
const longFunction = (lines: number) =>
  `export function planted() {\n${'  globalThis.name = ""\n'.repeat(lines - 2)}}\n`

/** What the linter has against files, planted in a copy of its settings. */
function complaintsAbout(files: Readonly<Record<string, string>>): string {
  const copy = mkdtempSync(join(tmpdir(), 'duizhao-sizes-'))
  try {
    cpSync(join(root, 'biome.json'), join(copy, 'biome.json'))
    mkdirSync(join(copy, 'scripts'), { recursive: true })
    cpSync(join(root, 'scripts/walls'), join(copy, 'scripts/walls'), { recursive: true })
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(copy, file, '..'), { recursive: true })
      writeFileSync(join(copy, file), text)
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const run = spawnSync(
      process.execPath,
      [biome, 'lint', '--reporter=github', `--only=${rule.replace('lint/', '')}`, ...Object.keys(files)],
      { cwd: copy, encoding: 'utf8' },
    )
    return run.stdout + run.stderr
  } finally {
    rmSync(copy, { recursive: true })
  }
}

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
  const complaints = complaintsAbout(files)
  const errors = complaints.split('\n').filter((line) => /^::error.*noExcessiveLinesPerFunction/.test(line))
  for (const file of Object.keys(files))
    assert.ok(
      errors.some((line) => line.includes(`${file},`)),
      `${file}: ${complaints}`,
    )
})

test('a component and a function at the limit are not', () => {
  assert.doesNotMatch(complaintsAbout(planted(150, 60)), /^::error.*noExcessiveLinesPerFunction/m)
})

test('a test may be as long as its story', () => {
  const complaints = complaintsAbout({ 'src/review/planted.test.ts': longFunction(200) })
  assert.doesNotMatch(complaints, /^::error.*noExcessiveLinesPerFunction/m)
})
