import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { browserForTests } from './browser.ts'

/** Everything that must hold, in the order in which it fails fastest. `deep` adds what is exhaustive and slow. */
const deep = process.argv.includes('deep')
const root = join(import.meta.dirname, '..')

const found = globSync(['{src,samples,scripts,review-ui,glossary}/**/*.test.ts', 'e2e/**/*.test.ts'], {
  cwd: root,
}).sort()
const inBrowser = (file: string) => file.startsWith('e2e/') || file.includes('.browser.')
const isDeep = (file: string) => file.includes('.deep.')
const wanted = found.filter((file) => deep === isDeep(file))

const node = ['--test', '--test-reporter=spec', '--disable-warning=ExperimentalWarning']
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

process.env.DUIZHAO_BROWSER = browserForTests()
process.env.METADATA_SERVER_DETECTION = 'none'
for (const [name, script, ...args] of deep ? tests : [...checks, ...tests]) {
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
console.log('\nAll of it holds.')
