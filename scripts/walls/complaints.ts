import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * What the linter has against files, one complaint a line, planted in a copy of its settings. `options` go to the
 * linter's command line.
 */
export function complaintsAbout(files: Readonly<Record<string, string>>, options: readonly string[] = []): string {
  const copy = mkdtempSync(join(tmpdir(), 'duizhao-planted-'))
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
      [biome, 'lint', '--reporter=github', '--max-diagnostics=none', ...options, ...Object.keys(files)],
      { cwd: copy, encoding: 'utf8' },
    )
    return run.stdout + run.stderr
  } finally {
    rmSync(copy, { recursive: true })
  }
}
