/**
 * The packed translation memory beside measuring every text, SQLite FTS5 (trigram) and PostgreSQL pg_trgm:
 * `npm run bench:memory -- [texts] [lookups]`; DUIZHAO_BENCH_BRUTE: how many of the lookups are measured by brute force.
 * Half the texts looked up are altered texts of the memory, half are new ones.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { codePointSlots, codePointsOf } from '../src/memory/code-points.ts'
import { createDistance } from '../src/memory/distance.ts'
import { lookUpPacked } from '../src/memory/packed/lookup.ts'
import { comparedText, costOf, mostEdits, scoreOf } from '../src/memory/score.ts'
import { expectDefined } from '../src/model/expect.ts'
import type { MemoryPair } from '../src/model/match.ts'
import { openPackedMemory, writePackedMemory } from '../src/stores/disk/packed-memory.ts'
import { measurePostgres } from './memory-postgres.ts'
import { createTexts } from './memory-texts.ts'
import { createRandom } from './random.ts'

const [texts = 1_000_000, lookups = 1_500] = process.argv
  .slice(2)
  .filter((value) => /^\d+$/.test(value))
  .map(Number)
const bruteLookups = Math.min(lookups, Number(process.env.DUIZHAO_BENCH_BRUTE ?? 500))
const openOnly = process.argv.indexOf('--open')

function pairsOf(): {
  readonly from: string
  readonly pairs: readonly MemoryPair[]
  readonly wanted: readonly string[]
} {
  const made = createTexts(7)
  const random = createRandom(8)
  const sources = new Set<string>()
  while (sources.size < texts) sources.add(made.sentence())
  const pairs = [...sources].map((source, at): MemoryPair => {
    return {
      source,
      target: `The English of sentence ${at}, ${'as long as it would be '.repeat(source.length / 8)}`,
      origin: 'bench',
    }
  })
  const wanted = Array.from({ length: lookups }, (_, at) =>
    at % 2 === 0
      ? made.altered(expectDefined(pairs[Math.floor(random() * pairs.length)], 'a pair').source)
      : made.sentence(),
  )
  return { from: made.from, pairs, wanted }
}

function quantile(sorted: readonly number[], share: number): number {
  return expectDefined(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))], 'a measurement')
}

const quantiles = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return `median ${quantile(sorted, 0.5).toFixed(2)} ms, 99th percentile ${quantile(sorted, 0.99).toFixed(2)} ms, ${sorted.length} texts`
}

function timed<T>(wanted: readonly string[], run: (text: string) => T): { results: T[]; times: number[] } {
  const times: number[] = []
  const results = wanted.map((text) => {
    const start = performance.now()
    const result = run(text)
    times.push(performance.now() - start)
    return result
  })
  return { results, times }
}

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1)
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`

/** Lookups in a process that has only opened the file; prints figures, and the scores as a line of JSON. */
function measureOpened(file: string, wanted: readonly string[]): void {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const { memory } = expectDefined(openPackedMemory(file), 'the packed memory')
  console.log(`open         ${seconds(start)} s`)
  timed(wanted.slice(0, 200), (text) => lookUpPacked(memory, text))
  const { results, times } = timed(wanted, (text) => lookUpPacked(memory, text))
  console.log(
    `RSS          ${megabytes(process.memoryUsage().rss - before)} more after opening and ${wanted.length} lookups`,
  )
  const within = (least: number, most: number) =>
    times.filter((_, at) => (wanted[at]?.length ?? 0) >= least && (wanted[at]?.length ?? 0) < most)
  console.log(`lookup       ${quantiles(times)}`)
  for (const [name, least, most] of [
    ['short, up to 20', 0, 21],
    ['middle, to 80', 21, 81],
    ['long', 81, Infinity],
  ] as const) {
    console.log(`  ${name.padEnd(16)} ${quantiles(within(least, most))}`)
  }
  console.log(`found something for ${results.filter((matches) => matches.length > 0).length} of ${wanted.length}`)
  console.log(JSON.stringify(results.map((matches) => matches.map(({ score }) => score))))
}

/** Measures every text and keeps the five best scores. */
function createBrute(pairs: readonly MemoryPair[]): (wanted: string) => readonly number[] {
  const slots = codePointSlots()
  const compared = pairs.map(({ source }) => {
    const { letters, figures } = comparedText(source)
    return { source, points: Uint16Array.from(codePointsOf(letters)), figures }
  })
  return (wanted) => {
    const { letters, figures } = comparedText(wanted)
    const points = codePointsOf(letters)
    const { distance, release } = createDistance(points, slots)
    const scores: number[] = []
    for (const other of compared) {
      const longer = Math.max(other.points.length, points.length)
      const most = mostEdits(longer, 70)
      if (Math.abs(other.points.length - points.length) > most) continue
      const edits = distance(other.points, 0, other.points.length, most)
      const score = edits <= most ? scoreOf(costOf(edits, figures === other.figures), longer) : 0
      if (score >= 70) scores.push(other.source === wanted ? 100 : score)
    }
    release()
    return scores.sort((a, b) => b - a).slice(0, 5)
  }
}

/** The 50 best of SQLite's trigram index, as a rival has to measure them afterwards. */
function measureSqlite(pairs: readonly MemoryPair[], wanted: readonly string[], folder: string): void {
  const database = new DatabaseSync(join(folder, 'fts.db'))
  const start = performance.now()
  database.exec("create virtual table texts using fts5(source, tokenize = 'trigram'); begin")
  const insert = database.prepare('insert into texts (source) values (?)')
  for (const { source } of pairs) insert.run(source)
  database.exec('commit')
  console.log(`FTS5 build   ${seconds(start)} s, ${megabytes(statSync(join(folder, 'fts.db')).size)}`)
  const select = database.prepare('select rowid from texts where texts match ? order by rank limit 50')
  const query = (text: string) =>
    Array.from(
      { length: Math.max(0, text.length - 2) },
      (_, at) => `"${text.slice(at, at + 3).replaceAll('"', '""')}"`,
    ).join(' or ')
  const { times } = timed(
    wanted.filter((text) => text.length > 2),
    (text) => select.all(query(text)),
  )
  console.log(`FTS5 lookup  ${quantiles(times)}, the 50 best, not measured`)
  database.close()
}

function measureAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'))
  const file = join(folder, 'memory.packed')
  const { from, pairs, wanted } = pairsOf()
  const lengths = pairs.map(({ source }) => source.length).sort((a, b) => a - b)
  console.log(
    `${pairs.length} texts of ${from}, ${quantile(lengths, 0.5)} characters median, ${quantile(lengths, 0.9)} ninth decile`,
  )
  const start = performance.now()
  writePackedMemory(file, pairs)
  console.log(`build        ${seconds(start)} s, ${megabytes(statSync(file).size)} on disk`)
  const args = [
    ...process.execArgv,
    '--expose-gc',
    process.argv[1] ?? '',
    String(texts),
    String(lookups),
    '--open',
    file,
  ]
  const lines = execFileSync(process.execPath, args, {
    input: JSON.stringify(wanted),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
    .trim()
    .split('\n')
  const scores: unknown[] = JSON.parse(lines.pop() ?? '[]')
  console.log(lines.join('\n'))
  const brute = timed(wanted.slice(0, bruteLookups), createBrute(pairs))
  const differing = brute.results.filter((best, at) => best.join() !== String(scores[at])).length
  console.log(`brute force  ${quantiles(brute.times)}`)
  console.log(`best scores that differ from brute force: ${differing} of ${bruteLookups}`)
  measureSqlite(pairs, wanted.slice(0, 200), folder)
  const postgres = measurePostgres(
    pairs.map(({ source }) => source),
    wanted.slice(0, 200),
    folder,
  )
  if (postgres === null) console.log('pg_trgm      not measured: no PostgreSQL with pg_trgm here')
  else {
    console.log(`pg_trgm build  ${postgres.buildSeconds.toFixed(1)} s, index of ${megabytes(postgres.indexBytes)}`)
    console.log(`pg_trgm lookup ${quantiles(postgres.times)}, the 50 most similar, not measured`)
  }
  rmSync(folder, { recursive: true })
}

async function inputOf(): Promise<readonly string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

if (openOnly < 0) measureAll()
else measureOpened(expectDefined(process.argv[openOnly + 1], 'a file'), await inputOf())
