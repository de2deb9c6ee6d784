import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { breachesIn } from './breaches.ts'
import { rooms } from './rules.ts'

const pureRooms = [
  'model',
  'language',
  'ports',
  'segmentation',
  'terms',
  'quantities',
  'memory',
  'drafting',
  'checks',
  'proofing',
  'review',
  'publishing',
  'contract',
]
const root = join(import.meta.dirname, '../..')
const linterFiles = ['biome.json', ...['no-random', 'no-clock', 'no-cast'].map((rule) => `scripts/walls/${rule}.grit`)]
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'review-ui'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|conformance\.ts$|\/loopback\/|\/fixtures\//.test(file))

test('no room imports what is above it', () => {
  assert.ok(sources.length > 20, 'no sources found')
  assert.deepEqual(
    sources.flatMap((file) => breachesIn(file, readFileSync(join(root, file), 'utf8'))),
    [],
  )
})

test('a planted import across each wall is found', () => {
  for (const name of Object.keys(rooms)) {
    const file = name === 'review-ui' ? 'review-ui/planted.ts' : `${name}/planted.ts`
    const up = name === 'review-ui' ? '../src/server/app.ts' : '../../e2e/story.ts'
    const planted = [
      `import { a } from '${up}'`,
      `import type { A } from '${up}'`,
      `export * from '${up}'`,
      `const a = import('${up}')`,
    ]
    for (const line of planted) assert.equal(breachesIn(file, `${line}\n`).length, 1, `${file}: ${line}`)
    if (!rooms[name]?.packages.includes('*'))
      assert.equal(breachesIn(file, "import { x } from 'left-pad'\n").length, 1, file)
    if (!rooms[name]?.packages.includes('node:*'))
      assert.equal(breachesIn(file, "import fs from 'node:fs'\n").length, 1, file)
  }
  assert.equal(breachesIn('src/model/planted.ts', "import { fold } from '../review/fold.ts'\n").length, 1)
  assert.equal(breachesIn('src/workspace/planted.ts', "import { open } from '../stores/lowdb/journal.ts'\n").length, 1)
})

test('a planted clock, chance, network or process in a pure room is refused by the linter', () => {
  const copy = mkdtempSync(join(tmpdir(), 'duizhao-walls-'))
  try {
    for (const file of linterFiles) cpSync(join(root, file), join(copy, file))
    const breaches = [
      'Date.now()',
      'new Date()',
      '[0].map(Date.now)',
      'Math.random()',
      'process.pid',
      "fetch('')",
      'crypto.randomUUID()',
      'console.log(1)',
    ]
    // Arithmetic on a time that is given is no clock.
    const allowed = ["new Date('2024-10-14').getTime()", 'Date.UTC(2024, 9)']
    const planted = [...breaches, ...allowed]
      .map((code, index) => `export const value${index} = () => ${code}\n`)
      .join('')
    for (const name of pureRooms) {
      mkdirSync(join(copy, 'src', name), { recursive: true })
      writeFileSync(join(copy, 'src', name, 'planted.ts'), planted)
      const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', join('src', name)], {
        cwd: copy,
        encoding: 'utf8',
      })
      assert.equal(run.stdout.match(/^::error/gm)?.length ?? 0, breaches.length, `${name}: ${run.stdout}${run.stderr}`)
    }
  } finally {
    rmSync(copy, { recursive: true })
  }
})

test('a planted import cycle is refused by the linter, one of types alone too', () => {
  const copy = mkdtempSync(join(tmpdir(), 'duizhao-cycles-'))
  try {
    for (const file of linterFiles) cpSync(join(root, file), join(copy, file))
    mkdirSync(join(copy, 'src/model'), { recursive: true })
    const planted = {
      'first.ts': "import { second } from './second.ts'\nexport const first = () => second\n",
      'second.ts': "import { third } from './third.ts'\nexport const second = () => third\n",
      'third.ts': "import { first } from './first.ts'\nexport const third = () => first\n",
      'part.ts': "import type { Whole } from './whole.ts'\nexport type Part = { whole: Whole }\n",
      'whole.ts': "import type { Part } from './part.ts'\nexport type Whole = { parts: Part[] }\n",
      'apart.ts': "import { first } from './first.ts'\nexport const apart = () => first\n",
    }
    for (const [name, code] of Object.entries(planted)) writeFileSync(join(copy, 'src/model', name), code)
    const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', 'src'], {
      cwd: copy,
      encoding: 'utf8',
    })
    const named = [...run.stdout.matchAll(/noImportCycles,file=\S*?(\w+\.ts)/g)].map((match) => match[1]).sort()
    assert.deepEqual(named, ['first.ts', 'part.ts', 'second.ts', 'third.ts', 'whole.ts'], run.stdout + run.stderr)
  } finally {
    rmSync(copy, { recursive: true })
  }
})
