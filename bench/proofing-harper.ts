/**
 * Harper, as a rival: reads each text with all its rules, as it comes. Not a dependency: `npm i --no-save harper.js`
 * brings it.
 */
import type { ProofItem } from '../src/proofing/proof-item.ts'

type Found = Pick<ProofItem, 'code' | 'severity' | 'span' | 'fix'>

interface Lint {
  lint_kind(): string
  span(): { readonly start: number; readonly end: number }
  suggestions(): readonly { get_replacement_text(): string }[]
  free(): void
}

interface Harper {
  readonly Dialect: Readonly<Record<'American' | 'British', number>>
  readonly LocalLinter: new (options: {
    binary: unknown
    dialect: number
  }) => {
    setup(): Promise<void>
    lint(text: string, options: { language: 'plaintext' }): Promise<readonly Lint[]>
  }
}

/** What is a matter of taste to Harper itself, and so no warning. */
const taste = new Set([
  'Style',
  'Enhancement',
  'WordChoice',
  'Readability',
  'Redundancy',
  'Regionalism',
  'Miscellaneous',
])

/** Harper's reading of a text, with its spelling or without; null where it is not installed. */
export async function openHarper(
  dialect: 'american' | 'british',
): Promise<((text: string, spelling: boolean) => Promise<readonly Found[]>) | null> {
  const packages = ['harper.js', 'harper.js/binary'] as const
  const loaded = await Promise.all(packages.map((name) => import(name))).catch(() => null)
  if (loaded === null) return null
  // biome-ignore lint/plugin/no-cast: the packages, which may be absent, have this form
  const [{ Dialect, LocalLinter }, { binary }] = loaded as unknown as [Harper, { binary: unknown }]
  const linter = new LocalLinter({ binary, dialect: dialect === 'british' ? Dialect.British : Dialect.American })
  await linter.setup()
  return async (text, spelling) => {
    const found = await linter.lint(text, { language: 'plaintext' })
    // Its places count characters, not UTF-16 units.
    const starts = unitsOf(text)
    return found.flatMap((lint): readonly Found[] => {
      const kind = lint.lint_kind()
      const { start, end } = lint.span()
      const [fix] = lint.suggestions()
      lint.free()
      if (!spelling && kind === 'Spelling') return []
      const span = { from: starts[start] ?? text.length, to: starts[end] ?? text.length }
      const severity = taste.has(kind) ? 'note' : 'warning'
      return [{ code: 'proof-spelling', severity, span, ...(fix && { fix: fix.get_replacement_text() }) }]
    })
  }
}

function unitsOf(text: string): readonly number[] {
  let at = 0
  return [...text].map((character) => {
    at += character.length
    return at - character.length
  })
}
