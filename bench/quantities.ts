/**
 * How well numbers are checked: pairs with a correct translation that are flagged, pairs with one number corrupted that
 * are caught, the golden numbers of the real document, its English, and the rivals beside it. Reads ../shared, or with
 * `npm run bench:quantities -- FOLDER` another corpus of the same shape: `clean.jsonl` of `{"id","zh","en"}` and
 * `corrupt.jsonl` with `"kind"` and `"was"` beside. `--list` names what is flagged and what is missed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readChinese } from '../src/quantities/chinese/read.ts'
import { type Agreement, compareQuantities } from '../src/quantities/compare/compare.ts'
import { readEnglish } from '../src/quantities/english/read.ts'
import { goldenRows, matchesGolden } from '../src/quantities/fixtures/golden.ts'
import admitted from './quantities-admitted.json' with { type: 'json' }
import { type Rival, rivals, timed, type Verdicts } from './quantities-rivals.ts'
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
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
const corpus = (name: string) =>
  folder === undefined ? path(`corpora/quantities/${name}`) : new URL(name, pathToFileURL(`${resolve(folder)}/`))
const linesOf = (file: URL) => readFileSync(file, 'utf8').replaceAll('\r', '').trim().split('\n')
const lines = (name: string) => linesOf(path(name))
// biome-ignore lint/plugin/no-cast: the corpora have this form
const pairsOf = (file: URL) => linesOf(file).map((line) => JSON.parse(line) as Pair)
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
  const pairs = pairsOf(corpus('clean.jsonl'))
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
  if (folder === undefined) {
    const argued = (id: string) => wrong.has(id) || id in admitted
    const open = pairs.filter((pair) => !argued(pair.id) && check(pair).length > 0).map(({ id }) => id)
    console.log(`  flagged, and neither a wrong reference nor an admitted false alarm: ${open.join(', ') || 'none'}`)
  }
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
  for (const pair of pairsOf(corpus('corrupt.jsonl'))) {
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

function measureGolden(): void {
  const document = lines('input/press-conference.zh.txt')
  const byRole = new Map<string, { all: number; right: number }>()
  const golden = readFileSync(path('golden/press-conference.quantities.tsv'), 'utf8')
  for (const { number, line, from, to, expression, value, role } of goldenRows(golden, document)) {
    const quantity = readChinese(line).find((own) => own.from < to && own.to > from)
    const compared = quantity !== undefined && !quantity.soft && quantity.kind !== 'name'
    const right =
      role === 'hard'
        ? quantity !== undefined && matchesGolden(quantity, value)
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
  const pairs = pairsOf(path('golden/press-conference.en.jsonl'))
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

/** Processor seconds that a checker may run in, so that its code is compiled and its tables are loaded. */
const warmUp = 3

/** The fastest of the runs that fit into the time for warming up, and of three at least. */
function bestRun(rival: Rival, pairs: readonly Pair[]): Verdicts | null {
  let best: Verdicts | null = null
  let spent = 0
  for (let run = 0; run < 3 || (best !== null && spent < warmUp); run += 1) {
    const verdicts = rival(pairs)
    if (verdicts === null) return null
    spent += verdicts.seconds
    if (best === null || verdicts.seconds < best.seconds) best = verdicts
  }
  return best
}

/** Duizhao and its rivals on the same pairs in the same run, as a table for the README. */
function measureRivals(): void {
  const clean = pairsOf(corpus('clean.jsonl')).filter(({ id }) => !wrong.has(id))
  const corrupt = pairsOf(corpus('corrupt.jsonl'))
  const all = [...clean, ...corrupt]
  const ours: Rival = (pairs) =>
    timed(pairs, (pair) => told(compareQuantities(readChinese(pair.zh), readEnglish(pair.en))).length > 0)
  const kinds = corrupt.map(corruption)
  console.log(
    '\n| checker | clean pairs flagged | substitutions caught | omitted digits caught | omitted words caught | pairs a second |',
  )
  console.log('|---|--:|--:|--:|--:|--:|')
  for (const [name, rival] of Object.entries({ Duizhao: ours, ...rivals })) {
    const verdicts = bestRun(rival, all)
    if (verdicts === null) {
      console.log(`| ${name} | not installed | | | | |`)
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
      `| ${name} | ${alarms} | ${caught((kind) => !kind.startsWith('omit'))} | ${caught((kind) => kind === 'omit (digits)')} | ${caught((kind) => kind === 'omit (words)')} | ${speed} |`,
    )
  }
}

if (!existsSync(corpus('clean.jsonl'))) {
  console.log(`skipped: ${folder ?? '../shared/corpora/quantities'} is not here`)
} else {
  measureClean()
  measureCorrupt()
  if (folder === undefined) {
    measureGolden()
    measureEnglish()
  }
  measureRivals()
}
