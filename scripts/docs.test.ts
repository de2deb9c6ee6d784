import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const pages = globSync(['*.md', 'docs/*.md'], { cwd: root }).sort()
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Folders and files of the project that a page names in code: `src/review/chain.ts`, `locales/`, `e2e/{a,b}.test.ts`. */
const codePath = /`((?:src|review-ui|locales|glossary|samples|e2e|bench|scripts|docs)\/[^\s`]*)`/g
const link = /\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g
const command = /\bnpm (?:run (?:-s )?([\w:-]+)|(test|start)\b)/g

/** What a page names and the project does not have. */
function missingIn(page: string, text: string): readonly string[] {
  const links = [...text.matchAll(link)].map(([, path = '']) => join(dirname(page), path))
  const paths = [...text.matchAll(codePath)].map(([, path = '']) => path.replace(/<[^>]*>/g, '*'))
  const named = [...links, ...paths].filter(
    (path) => !existsSync(join(root, path)) && globSync(path, { cwd: root }).length === 0,
  )
  const commands = [...text.matchAll(command)].map(([, run, short]) => run ?? short ?? '')
  return [...named, ...commands.filter((name) => scripts[name] === undefined)]
}

for (const page of pages) {
  test(`${page} names only what is there`, () => {
    assert.deepEqual(missingIn(page, readFileSync(join(root, page), 'utf8')), [])
  })
}

test('a page that names what is not there is found out', () => {
  const planted = 'See [it](docs/nowhere.md), `src/nowhere/a.ts`, and `npm run nowhere`; [not this](README.md).'
  assert.deepEqual(missingIn('planted.md', planted), ['docs/nowhere.md', 'src/nowhere/a.ts', 'nowhere'])
})

test('the README can be read in three minutes', () => {
  const words = readFileSync(join(root, 'README.md'), 'utf8').split(/\s+/).length
  assert.ok(words < 900, `${words} words`)
})

test('no requirement of ASVS is called met without a test that is there', () => {
  const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/^\| \d+\.\d.*$/gm) ?? []
  assert.ok(rows.length > 80)
  for (const row of rows) {
    const [, , state = ''] = row.split('|').map((cell) => cell.trim())
    assert.match(state, /^(?:met|partly|not)$/, row)
    if (state === 'met') assert.match(row, /`[^`]+\.test\.ts`/, row)
  }
})
