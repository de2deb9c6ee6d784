import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { browserForTests } from './browser.ts'
import { type Ended, type Job, runJobs } from './jobs/pool.ts'

/**
 * Runs what has to hold, in the order in which it fails fastest:
 *
 * - without a word, all of it but what is exhaustive;
 * - `quick`: unit tests and laws, without those that take seconds (`.long.`), without browsers and without tests that
 *   start servers, commands or compilers;
 * - `deep`: only what is exhaustive and slow;
 * - `one FILE [--name PATTERN]`: one file, or the tests in it whose names match.
 *
 * Everything goes through one pool, so that no processor waits for the last of a step.
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
const needsPostgres = (file: string) => readFileSync(join(root, file), 'utf8').includes('/testing/database.ts')
const startsProcesses = (file: string) => /^src\/(?:cli|server)\/|\.slow\./.test(file)

const processors = Math.min(availableParallelism(), 4)
/** What computes without a pause takes a processor. Of what waits for servers and browsers, three keep two busy. */
const places = { computing: 3, waiting: 2 }

const node = ['--disable-warning=ExperimentalWarning', '--test-reporter=spec']

const colors = process.stdout.isTTY ? 'force' : 'off'
const tsc = 'node_modules/typescript/bin/tsc'
const checks: readonly Job[] = [
  check('formatting and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '.', `--colors=${colors}`),
  check('types', tsc, '-p', '.'),
  check('types of the review room', tsc, '-p', 'review-ui'),
  check('types of the script of the published pages', tsc, '-p', 'src/publishing/assets/script'),
  check('types of the script of an outside review', tsc, '-p', 'src/formats/review-page/page'),
  check('dead code', 'node_modules/knip/bin/knip.js', '--no-progress'),
]

function check(name: string, ...args: readonly string[]): Job {
  return { name, args, places: places.computing }
}

/** Many files in a process, since starting one for each takes longer than its tests; of neighbours each in another. */
function together(name: string, files: readonly string[]): readonly Job[] {
  return Array.from({ length: processors }, (_, part) => ({
    name: `${name}, part ${part + 1} of ${processors}`,
    files: files.filter((_, at) => at % processors === part),
  })).flatMap(({ name, files }) =>
    // Without a name Node.js would run every test it finds.
    files.length === 0
      ? []
      : [{ name, args: [...node, '--test', '--test-isolation=none', ...files], places: places.computing }],
  )
}

/** A file in a process of its own. */
function alone(file: string, after: Promise<unknown>): Job {
  return { name: file, args: [...node, file], places: places.waiting, after }
}

/** The stories that take longest begin first, so that none of them is left alone at the end. */
const longest = ['accessibility', 'story', 'sign-off', 'second-person', 'figures', 'memory']
const byLength = (file: string) => {
  const at = longest.findIndex((name) => file === `e2e/${name}.test.ts`)
  return at < 0 ? longest.length : at
}

function testsOf(files: readonly string[]): readonly Job[] {
  const others = files.filter((file) => !inBrowser(file))
  const stories = files.filter(inBrowser).sort((a, b) => byLength(a) - byLength(b))
  const apart = [...others.filter(startsProcesses), ...stories]
  const prepared = prepare(apart)
  return [
    ...together(
      'unit tests and laws',
      others.filter((file) => !startsProcesses(file)),
    ),
    ...apart.map((file) => alone(file, prepared)),
  ]
}

/** The browser, the workspace and the PostgreSQL that the files of a run share, by the environment. */
async function prepare(files: readonly string[]): Promise<void> {
  if (files.some(inBrowser)) process.env.DUIZHAO_BROWSER = browserForTests()
  if (files.length > 0) {
    const folder = await (await import('../src/server/testing/workspace.ts')).prepareWorkspace()
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  }
  if (files.some(needsPostgres)) {
    await (await import('../src/stores/postgres/testing/database.ts')).prepareDatabases()
  }
}

function jobsOf(): readonly Job[] | null {
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
    default:
      return null
  }
}

/** The tallies of the reporter, which are summed up over all files. */
const tally = /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) (\S+)\n/gm
const counted = { tests: 0, skipped: 0 }

function tell({ job, status, output, seconds }: Ended): void {
  for (const [, name, number] of output.matchAll(tally)) {
    if (name === 'tests' || name === 'skipped') counted[name] += Number(number)
  }
  const printed = output.replaceAll(tally, '').trimEnd()
  console.log(
    `\n${status === 0 ? '—' : '✖'} ${job.name} (${seconds.toFixed(1)} s)${printed === '' ? '' : `\n${printed}`}`,
  )
  if (status !== 0) console.error(`\nFailed: ${job.name}. Nothing is begun after it.`)
}

/** Runs one file, or the tests in it whose names match, and shows what it prints as it comes. Gives the exit code. */
async function runOne(file: string, pattern: string | undefined): Promise<number> {
  await prepare(inBrowser(file) || startsProcesses(file) ? [file] : [])
  const named = pattern === undefined ? [] : ['--test-name-pattern', pattern]
  const [status] = await once(
    spawn(process.execPath, [...node, ...named, file], { cwd: root, stdio: 'inherit' }),
    'exit',
  )
  return status ?? 1
}

process.env.METADATA_SERVER_DETECTION = 'none'
const [file, option, pattern] = options
if (mode === 'one' && file !== undefined && (option === undefined || (option === '--name' && pattern !== undefined))) {
  process.exit(await runOne(file, pattern))
}
const jobs = jobsOf()
if (jobs === null) {
  console.error('Use: test.ts [quick | deep | one FILE [--name PATTERN]]')
  process.exit(2)
}
const started = performance.now()
const succeeded = await runJobs(jobs, { places: processors * places.computing, cwd: root, tell })
if (!succeeded) process.exit(1)
const part = { quick: 'The quick part', deep: 'The deep part', all: 'All of it' }[mode]
const seconds = ((performance.now() - started) / 1000).toFixed(0)
if (part)
  console.log(`\n${part} holds: ${counted.tests} tests, of which ${counted.skipped} were skipped, in ${seconds} s.`)
