import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { browserForTests } from './browser.ts'

/**
 * Everything that must hold, in the order in which it fails fastest. `quick` leaves out the command line, the recipes
 * and what takes a browser; `deep` runs only what is exhaustive and slow; `one FILE [--name PATTERN]` runs one file, or the tests in
 * it whose names match.
 */
const [mode, ...rest] = process.argv.slice(2)
const deep = mode === 'deep'
const root = join(import.meta.dirname, '..')

const found = globSync(['{src,samples,scripts,review-ui,glossary}/**/*.test.ts', 'e2e/**/*.test.ts'], {
  cwd: root,
}).sort()
const inBrowser = (file: string) => file.startsWith('e2e/') || file.includes('.browser.')
const isDeep = (file: string) => file.includes('.deep.')
const wanted = found.filter((file) => deep === isDeep(file))

/** Tests of the command line and of the recipes start a process, or a compiler, for nearly every line. */
const startsProcesses = (file: string) => file.startsWith('src/cli/') || file.startsWith('scripts/recipes/')

// Node's default is one less than the number of processors, which leaves the second of two idle.
const node = ['--test', '--test-reporter=spec', '--disable-warning=ExperimentalWarning', '--test-concurrency=2']
type Step = readonly [name: string, script: string, ...args: string[]]
const checks: readonly Step[] = [
  ['formatting and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '.'],
  ['types', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['types of the review room', 'node_modules/typescript/bin/tsc', '-p', 'review-ui'],
  [
    'types of the script of the published pages',
    'node_modules/typescript/bin/tsc',
    '-p',
    'src/publishing/assets/script',
  ],
  ['dead code', 'node_modules/knip/bin/knip.js', '--no-progress'],
]
const tests: readonly Step[] = [
  ['unit tests, laws, contract over HTTP', '', ...node, ...wanted.filter((file) => !inBrowser(file))],
  ['stories in a browser', '', ...node, '--test-concurrency=1', ...wanted.filter(inBrowser)],
]

const quick: Step = [
  'unit tests and laws',
  '',
  ...node,
  ...wanted.filter((file) => !inBrowser(file) && !startsProcesses(file)),
]

process.env.METADATA_SERVER_DETECTION = 'none'
if (mode === 'one') process.exit(runOne(rest))
if (mode !== 'quick') process.env.DUIZHAO_BROWSER = browserForTests()
const steps = mode === 'quick' ? [...checks, quick] : deep ? tests : [...checks, ...tests]
for (const [name, script, ...args] of steps) {
  if (script === '' && args.length === node.length) continue
  const started = performance.now()
  console.log(`\n— ${name}`)
  const run = spawnSync(process.execPath, script === '' ? args : [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (run.status !== 0) {
    console.error(`\nFailed: ${name}. Nothing after it was run.`)
    process.exit(1)
  }
  console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
console.log(mode === 'quick' ? '\nThe quick part holds.' : '\nAll of it holds.')

/** The exit code of the tests of one file. */
function runOne(options: readonly string[]): number {
  const [file, option, pattern] = options
  if (file === undefined || (option !== undefined && (option !== '--name' || pattern === undefined))) {
    console.error('Use: npm run test:one -- FILE [--name PATTERN]')
    return 2
  }
  if (inBrowser(file)) process.env.DUIZHAO_BROWSER = browserForTests()
  const names = pattern === undefined ? [] : ['--test-name-pattern', pattern]
  return spawnSync(process.execPath, [...node, ...names, file], { cwd: root, stdio: 'inherit' }).status ?? 1
}
