/**
 * How well numbers are checked: pairs with a correct translation that are flagged, pairs with one number corrupted that
 * are caught, the golden numbers of the real document, its English, and the rivals beside it. Reads ../shared.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Quantity } from '../src/model/quantity.ts'
import { readChinese } from '../src/quantities/chinese.ts'
import { type Agreement, compareQuantities } from '../src/quantities/compare.ts'
import { readEnglish } from '../src/quantities/english.ts'
import { type Rival, rivals, timed } from './quantities-rivals.ts'
import wrongReferences from './quantities-wrong-references.json' with { type: 'json' }

interface Pair {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly kind?: string
  readonly was?: string
}

const shared = new URL('../../shared/', import.meta.url)
const path = (name: string) => new URL(name, shared)
const lines = (name: string) => readFileSync(path(name), 'utf8').replaceAll('\r', '').trim().split('\n')
const pairsOf = (name: string) => lines(name).map((line) => JSON.parse(line) as Pair)
const verbose = process.argv.includes('--list')

function told(agreements: readonly Agreement[]): readonly Agreement[] {
  return agreements.filter(({ severity }) => severity === 'error' || severity === 'warning')
}

function check({ zh, en }: Pair): readonly Agreement[] {
  return told(compareQuantities(readChinese(zh), readEnglish(en)))
}

function describe({ severity, verdict, zh, en }: Agreement): string {
  return `${severity} ${verdict}: ${zh?.text ?? ''} | ${en?.text ?? ''}`
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)}%`
}

/** Valid references: all but those that were read and found wrong, each with its reason. */
const wrong: ReadonlySet<string> = new Set(Object.keys(wrongReferences))

function rates(name: string, pairs: readonly Pair[]): void {
  const found = pairs.map(check).filter((findings) => findings.length > 0)
  const errors = found.filter((findings) => findings.some(({ severity }) => severity === 'error'))
  console.log(
    `  ${name.padEnd(20)} ${`${pairs.length}`.padStart(5)}  error ${percent(errors.length, pairs.length)}, error or warning ${percent(found.length, pairs.length)}`,
  )
}

/** Odd lines were looked at while the readers were made; even lines, from some point on, were not. */
function measureClean(): void {
  const pairs = pairsOf('corpora/quantities/clean.jsonl')
  console.log('clean pairs')
  rates('all', pairs)
  rates(
    'valid references',
    pairs.filter(({ id }) => !wrong.has(id)),
  )
  rates(
    'odd lines',
    pairs.filter((_, index) => index % 2 === 0),
  )
  rates(
    'even lines',
    pairs.filter((_, index) => index % 2 === 1),
  )
  if (!verbose) return
  for (const pair of pairs) {
    const findings = check(pair)
    if (findings.length > 0)
      console.log(`    ${pair.id}${wrong.has(pair.id) ? ' (wrong)' : ''}  ${findings.map(describe).join('; ')}`)
  }
}

/** A number omitted counts by how it was written: words may be dropped where a pronoun carries them, digits may not. */
function corruption({ kind = '', was = '' }: Pair): string {
  if (kind !== 'omit') return kind
  return /\d/.test(was) ? 'omit (digits)' : 'omit (words)'
}

function measureCorrupt(): void {
  const byKind = new Map<string, { all: number; errors: number; caught: number }>()
  for (const pair of pairsOf('corpora/quantities/corrupt.jsonl')) {
    const row = byKind.get(corruption(pair)) ?? { all: 0, errors: 0, caught: 0 }
    const findings = check(pair)
    row.all += 1
    if (findings.some(({ severity }) => severity === 'error')) row.errors += 1
    if (findings.length > 0) row.caught += 1
    else if (verbose) console.log(`    missed ${pair.id}`)
    byKind.set(corruption(pair), row)
  }
  const sum = (rows: readonly [string, { all: number; errors: number; caught: number }][]) =>
    rows.reduce((a, [, b]) => ({ all: a.all + b.all, errors: a.errors + b.errors, caught: a.caught + b.caught }), {
      all: 0,
      errors: 0,
      caught: 0,
    })
  const rows = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1))
  const substitutions = sum(rows.filter(([kind]) => !kind.startsWith('omit')))
  console.log('corrupted pairs        all  error  caught')
  for (const [kind, row] of [...rows, ['substitutions', substitutions] as const, ['all', sum(rows)] as const]) {
    const figures = [row.all, row.errors, row.caught].map((figure) => `${figure}`.padStart(6)).join('')
    console.log(`  ${kind.padEnd(18)}${figures}  ${percent(row.caught, row.all)}`)
  }
}

/** The golden file writes a value as a number, as `>20` or `~1000 (<)`, and dates as `10-14`. */
function matches({ value }: Quantity, golden: string): boolean {
  const expected = golden.replace(/[<>~()\s]/g, '')
  if (value.type === 'range') return false
  if (value.type === 'date') {
    return [value.year, value.month, value.day].filter((part) => part !== undefined).join('-') === expected
  }
  const [whole = '', places = ''] = expected.split('.')
  if (!/^\d+$/.test(whole + places)) return false
  return value.number.numerator * 10n ** BigInt(places.length) === BigInt(whole + places) * value.number.denominator
}

/** Where in its line the expression stands: the snippet has ten characters of context before it. */
function placeOf(line: string, snippet: string, expression: string): number {
  let best = -1
  for (let at = snippet.indexOf(expression); at >= 0; at = snippet.indexOf(expression, at + 1)) {
    if (best < 0 || Math.abs(at - 10) < Math.abs(best - 10)) best = at
  }
  return line.indexOf(snippet) + Math.max(0, best)
}

function measureGolden(): void {
  const document = lines('input/press-conference.zh.txt').map((text) => ({ text, quantities: readChinese(text) }))
  const byRole = new Map<string, { all: number; right: number }>()
  for (const row of lines('golden/press-conference.quantities.tsv').slice(1)) {
    const [number = '', expression = '', snippet = '', value = '', , , role = ''] = row.split('\t')
    const line = document[Number(number) - 1]
    if (line === undefined) continue
    const from = placeOf(line.text, snippet, expression)
    const quantity = line.quantities.find((own) => own.from < from + expression.length && own.to > from)
    const compared = quantity !== undefined && !quantity.soft && quantity.kind !== 'name'
    const right =
      role === 'hard'
        ? quantity !== undefined && matches(quantity, value)
        : role === 'soft'
          ? quantity !== undefined
          : !compared
    const tally = byRole.get(role) ?? { all: 0, right: 0 }
    tally.all += 1
    if (right) tally.right += 1
    else if (verbose)
      console.log(`    line ${number} ${expression} (${role}, ${value}): ${quantity?.text ?? 'not read'}`)
    byRole.set(role, tally)
  }
  console.log('golden numbers of the real document')
  for (const [role, { all, right }] of byRole) console.log(`  ${role.padEnd(18)}${`${right}`.padStart(6)} of ${all}`)
}

/** Numbers inside a term are the term's: its longest forms are masked before comparing. */
function measureEnglish(): void {
  const terms = lines('golden/press-conference.terms.tsv')
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '')
    .filter((term) => term !== '')
    .sort((a, b) => b.length - a.length)
  const pairs = pairsOf('golden/press-conference.en.jsonl')
  const count = (source: (zh: string) => string) => {
    const found = pairs.map((pair) => ({ pair, findings: check({ ...pair, zh: source(pair.zh) }) }))
    const flagged = found.filter(({ findings }) => findings.length > 0)
    if (verbose)
      for (const { pair, findings } of flagged) console.log(`    ${pair.id}  ${findings.map(describe).join('; ')}`)
    const errors = flagged.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))
    return `${errors.length} with an error, ${flagged.length} with an error or a warning`
  }
  const masked = (zh: string) => terms.reduce((text, term) => text.replaceAll(term, '，'.repeat(term.length)), zh)
  console.log(`English of the real document, ${pairs.length} segments`)
  console.log(`  as it stands         ${count((zh) => zh)}`)
  console.log(`  terms masked in zh   ${count(masked)}`)
}

/** Duizhao and its rivals on the same pairs in the same run, as a table for the README. */
function measureRivals(): void {
  const clean = pairsOf('corpora/quantities/clean.jsonl').filter(({ id }) => !wrong.has(id))
  const corrupt = pairsOf('corpora/quantities/corrupt.jsonl')
  const all = [...clean, ...corrupt]
  const ours: Rival = (pairs) =>
    timed(pairs, (pair) => told(compareQuantities(readChinese(pair.zh), readEnglish(pair.en))).length > 0)
  const kinds = corrupt.map(corruption)
  console.log('\n| checker | clean pairs flagged | substitutions caught | omitted digits caught | pairs a second |')
  console.log('|---|--:|--:|--:|--:|')
  for (const [name, rival] of Object.entries({ Duizhao: ours, ...rivals })) {
    // The best of three: the first run also loads tables and warms up.
    const runs = [rival(all), rival(all), rival(all)].filter((run) => run !== null)
    const verdicts = runs.sort((a, b) => a.seconds - b.seconds)[0] ?? null
    if (verdicts === null) {
      console.log(`| ${name} | not installed | | | |`)
      continue
    }
    const { flagged, seconds } = verdicts
    const caught = (wanted: (kind: string) => boolean) => {
      const own = flagged.slice(clean.length).filter((_, index) => wanted(kinds[index] ?? ''))
      return percent(own.filter(Boolean).length, own.length)
    }
    const alarms = percent(flagged.slice(0, clean.length).filter(Boolean).length, clean.length)
    const speed = Math.round(all.length / seconds).toLocaleString('en-US')
    console.log(
      `| ${name} | ${alarms} | ${caught((kind) => !kind.startsWith('omit'))} | ${caught((kind) => kind === 'omit (digits)')} | ${speed} |`,
    )
  }
}

if (!existsSync(path('corpora/quantities/clean.jsonl'))) {
  console.log('skipped: ../shared/corpora/quantities is not here')
} else {
  measureClean()
  measureCorrupt()
  measureGolden()
  measureEnglish()
  measureRivals()
}
