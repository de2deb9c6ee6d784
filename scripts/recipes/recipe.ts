import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** A change of one place of the tree: a new file, one stretch of a file replaced by another, or what a script writes. */
export type Edit =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly replace: string; readonly by: string }
  | { readonly file: string; readonly script: string }

/** A place that a recipe of CONTRIBUTING names. Where it is left out, `lead` fails and its output matches `says`. */
export interface Step {
  readonly place: string
  readonly edits: readonly Edit[]
  readonly lead: Lead
  /** Of a test file that takes long, the tests that lead here. */
  readonly tests?: string
  readonly says: RegExp
}

/** What leads to a place: the compiler of the sources, that of the review room, or a test file. */
export type Lead = 'compiler' | 'compiler of the review room' | `${string}.test.ts`

/** "To add …": what is added, and every place that takes a part of it. */
export interface Recipe {
  readonly name: string
  readonly steps: readonly Step[]
}

const root = join(import.meta.dirname, '../..')

/** A test runner that finds itself inside another reports to it and exits with 0. */
const { NODE_TEST_CONTEXT: _, ...outerEnv } = process.env

/** How a compiler or a test file ended. */
export interface Ran {
  readonly passed: boolean
  readonly output: string
}

/** A copy of the tree to plant things in. Packages are shared with the original. */
export interface Copy {
  readonly folder: string
  apply(edits: readonly Edit[]): void
  /** Puts every file back as it was. */
  reset(): void
  run(lead: Lead, tests?: string): Ran
  remove(): void
}

const copied = ['src', 'review-ui', 'locales', 'glossary', 'samples', 'scripts', '*.json', '*.md']

/** Tests that other tests look for, by their folders. */
const readByTests = /^src\/(?:engines|stores)\//

/** Copies the tree: of the tests only `tests`, and what they read, since the compiler would read all others for each run. */
export function copyTree(tests: readonly string[]): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-recipe-'))
  const isWanted = (path: string) => {
    const name = relative(root, path).replaceAll('\\', '/')
    return !name.endsWith('.test.ts') || tests.includes(name) || readByTests.test(name)
  }
  for (const name of globSync(copied, { cwd: root })) {
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: isWanted })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  // What is compiled in the copy goes with it.
  const env = { ...outerEnv, NODE_COMPILE_CACHE: join(folder, 'compile-cache') }
  const before = new Map<string, string | null>()
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const read = (file: string): string | null => {
    try {
      return readFileSync(join(folder, file), 'utf8')
    } catch {
      return null
    }
  }
  return {
    folder,
    apply(edits) {
      for (const edit of edits) {
        const text = read(edit.file)
        if (!before.has(edit.file)) before.set(edit.file, text)
        if ('text' in edit) write(edit.file, edit.text)
        else if ('script' in edit) spawnSync(process.execPath, [edit.script], { cwd: folder, env })
        else write(edit.file, replaced(text ?? '', edit))
      }
    },
    reset() {
      for (const [file, text] of before) {
        if (text === null) rmSync(join(folder, file), { force: true })
        else write(file, text)
      }
      before.clear()
    },
    run(lead, tests) {
      const { status, stdout, stderr } = spawnSync(process.execPath, commandOf(lead, tests), {
        cwd: folder,
        env,
        encoding: 'utf8',
      })
      return { passed: status === 0, output: `${stdout}${stderr}` }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** Fails where the stretch is not there exactly once: a recipe that has lost its place says so. */
function replaced(text: string, { file, replace, by }: Extract<Edit, { readonly replace: string }>): string {
  const parts = text.split(replace)
  if (parts.length !== 2) throw new Error(`${file}: ${parts.length - 1} places read ${JSON.stringify(replace)}`)
  return parts.join(by)
}

function commandOf(lead: Lead, tests?: string): readonly string[] {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  if (lead === 'compiler') return [tsc, '-p', '.', '--incremental', '--tsBuildInfoFile', 'types.tsbuildinfo']
  if (lead === 'compiler of the review room')
    return [tsc, '-p', 'review-ui', '--incremental', '--tsBuildInfoFile', 'room.tsbuildinfo']
  const named = tests === undefined ? [] : ['--test-name-pattern', tests]
  return ['--test', '--test-reporter=spec', '--disable-warning=ExperimentalWarning', ...named, lead]
}
