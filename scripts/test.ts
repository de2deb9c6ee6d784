import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { browserForTests } from './browser.ts'

/**
 * Runs what has to hold, in the order in which it fails fastest:
 *
 * - without a word, all of it but what is exhaustive;
 * - `quick`: unit tests and laws, without those that take seconds (`.long.`), without browsers and without tests that
 *   start servers, commands or compilers;
 * - `deep`: only what is exhaustive and slow;
 * - `one FILE [--name PATTERN]`: one file, or the tests in it whose names match.
 */
const root = join(import.meta.dirname, '..')
const [mode = 'all', ...options] = process.argv.slice(2)

const testFiles = globSync(['{src,samples,scripts,review-ui,glossary}/**/*.test.ts', 'e2e/**/*.test.ts'], {
  cwd: root,
}).sort()
const isDeep = (file: string) => file.includes('.deep.')
const isLong = (file: string) => file.includes('.long.')
const inBrowser = (file: string) => file.startsWith('e2e/') || file.includes('.browser.')
/** One PostgreSQL serves all of a run; a file alone would start its own. */
const needsPostgres = (file: string) =>
  file.endsWith('.test.ts') && readFileSync(join(root, file), 'utf8').includes('/testing/database.ts')
const startsProcesses = (file: string) => /^src\/(?:cli|server)\/|\.slow\./.test(file)

/** A name, and the commands that run at the same time: a script, or none for Node.js itself, and its arguments. */
type Step = readonly [name: string, ...commands: readonly (readonly string[])[]]

const checks: readonly Step[] = [
  ['formatting and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['types of the review room', ['node_modules/typescript/bin/tsc', '-p', 'review-ui']],
  [
    'types of the script of the published pages',
    ['node_modules/typescript/bin/tsc', '-p', 'src/publishing/assets/script'],
  ],
  ['dead code', ['node_modules/knip/bin/knip.js', '--no-progress']],
]

/**
 * How files are run: `together` in one process, since starting one for each file takes longer than its tests; each in a
 * process of its own, some at once (those that start processes and servers wait much of their time); or in turn.
 */
const ways = {
  together: ['--test-isolation=none'],
  'two at once': ['--test-concurrency=2'],
  'three at once': ['--test-concurrency=3'],
  'in turn': ['--test-concurrency=1'],
} as const
type Way = keyof typeof ways

function runnerOf(way: Way): readonly string[] {
  return ['--test', '--test-reporter=spec', '--disable-warning=ExperimentalWarning', ...ways[way]]
}

/** A step that runs test files; none where there are no files, since Node.js would then run every test it finds. */
function tests(name: string, way: Way, files: readonly string[]): readonly Step[] {
  if (files.length === 0) return []
  // One process uses one processor: two halves, of neighbours one in each.
  const halves = way === 'together' ? [0, 1].map((half) => files.filter((_, at) => at % 2 === half)) : [files]
  return [[name, ...halves.filter((half) => half.length > 0).map((half) => ['', ...runnerOf(way), ...half])]]
}

function testsOf(files: readonly string[]): readonly Step[] {
  const others = files.filter((file) => !inBrowser(file))
  return [
    ...tests(
      'unit tests and laws',
      'together',
      others.filter((file) => !startsProcesses(file)),
    ),
    ...tests('server, command line, recipes, package', 'three at once', others.filter(startsProcesses)),
    ...tests('stories in a browser', 'two at once', files.filter(inBrowser)),
  ]
}

function stepsOf(): readonly Step[] | null {
  const ordinary = testFiles.filter((file) => !isDeep(file))
  switch (mode) {
    case 'all':
      return [...checks, ...testsOf(ordinary)]
    case 'quick':
      return [
        ...checks,
        ...testsOf(ordinary.filter((file) => !isLong(file) && !inBrowser(file) && !startsProcesses(file))),
      ]
    case 'deep':
      return testsOf(testFiles.filter(isDeep))
    case 'one': {
      const [file, option, pattern] = options
      if (file === undefined || (option !== undefined && (option !== '--name' || pattern === undefined))) return null
      const named = pattern === undefined ? [] : ['--test-name-pattern', pattern]
      return [[file, ['', ...runnerOf('in turn'), ...named, file]]]
    }
    default:
      return null
  }
}

const steps = stepsOf()
if (steps === null) {
  console.error('Use: test.ts [quick | deep | one FILE [--name PATTERN]]')
  process.exit(2)
}
process.env.METADATA_SERVER_DETECTION = 'none'
if (steps.some(([, ...commands]) => commands.flat().some(inBrowser))) process.env.DUIZHAO_BROWSER = browserForTests()
const prepared = steps.some(([, ...commands]) =>
  commands.flat().some((word) => inBrowser(word) || startsProcesses(word)),
)
  ? await (await import('../src/server/testing/workspace.ts')).prepareWorkspace()
  : null
if (steps.some(([, ...commands]) => commands.flat().some(needsPostgres))) {
  await (await import('../src/stores/postgres/testing/database.ts')).prepareDatabases()
}
process.on('exit', () => {
  if (prepared !== null) rmSync(prepared, { recursive: true, force: true })
})
for (const [name, ...commands] of steps) {
  const started = performance.now()
  console.log(`\n— ${name}`)
  const statuses = await Promise.all(commands.map(run))
  if (statuses.some((status) => status !== 0)) {
    console.error(`\nFailed: ${name}. Nothing after it was run.`)
    process.exit(1)
  }
  console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
if (mode !== 'one') console.log(mode === 'quick' ? '\nThe quick part holds.' : '\nAll of it holds.')

/** Runs a command, and gives its exit code. */
async function run([script = '', ...args]: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, script === '' ? args : [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  const [status] = await once(child, 'exit')
  return status
}
