import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const rule = 'lint/complexity/noExcessiveLinesPerFunction'

/** A function of so many lines, its own first and last among them. */
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

test('a component over 150 lines and a function over 60 are refused by the linter', () => {
  const complaints = complaintsAbout({
    'review-ui/planted-component.tsx': longFunction(160),
    'review-ui/planted-function.ts': longFunction(70),
  })
  assert.equal(complaints.match(/^::error.*noExcessiveLinesPerFunction/gm)?.length, 2, complaints)
})

test('one at the limit is not', () => {
  const complaints = complaintsAbout({
    'review-ui/planted-component.tsx': longFunction(150),
    'review-ui/planted-function.ts': longFunction(60),
  })
  assert.doesNotMatch(complaints, /noExcessiveLinesPerFunction/)
})
