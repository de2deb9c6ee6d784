import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaintsAbout } from './complaints.ts'

const casts = [
  'value as string',
  'value as unknown as string',
  '<string>value',
  'list[0]!',
  'list[0]!.length',
  '[value as string]',
]
const sound = [
  "['a'] as const",
  '{ a: 1 } satisfies object',
  '!value',
  'value !== list[0]',
  "'value as string'",
  '1 // value as string!',
]

const planted = (codes: readonly string[]) =>
  [
    "import { list as value } from './list.ts'\nexport const list: readonly string[] = [String(value)]\n",
    ...codes.map((code, index) => `export const value${index} = ${code}\n`),
  ].join('')

/** The lines of a file with casts that are refused. */
function castsIn(file: string, text: string): readonly number[] {
  const complaints = complaintsAbout({ [file]: text })
  const lines = complaints.matchAll(/^::error title=plugin,file=[^,]*,line=(\d+).*A cast hides/gm)
  return [...new Set([...lines].map(([, line]) => Number(line)))]
}

test('a planted cast is refused by the linter in every room and every folder', () => {
  const lines = casts.map((_, index) => index + 3)
  for (const file of [
    'src/model/planted.ts',
    'src/cli/planted.ts',
    'scripts/planted.ts',
    'bench/planted.ts',
    'review-ui/planted.ts',
  ])
    assert.deepEqual(castsIn(file, planted(casts)), lines, file)
  assert.deepEqual(castsIn('review-ui/planted.tsx', 'export const page = <i>{String.name as string}</i>\n'), [1])
})

test('what is no cast is not', () => {
  assert.deepEqual(castsIn('src/review/planted.ts', planted(sound)), [])
})

test('a cast is allowed where a comment says why, for a line or for a stretch of lines', () => {
  const reasoned = [
    '// biome-ignore lint/plugin/no-cast: the reason\nexport const first = name as string\n',
    '// biome-ignore-start lint/plugin/no-cast: the reason\n',
    'export const second = name as string\nexport const third = list[0]!\n',
    '// biome-ignore-end lint/plugin/no-cast: the reason\n',
    'export const fourth = list[0]!\n',
  ]
  assert.deepEqual(castsIn('src/review/planted.ts', reasoned.join('')), [7])
})

test('a comment without a reason, or another comment, allows none', () => {
  const text =
    '// biome-ignore lint/plugin/no-cast\nexport const first = name as string\n// a name\nexport const second = name!\n'
  assert.deepEqual(castsIn('src/review/planted.ts', text), [2, 4])
})

test('a test may cast', () => {
  assert.deepEqual(castsIn('src/review/planted.test.ts', planted(casts)), [])
})
