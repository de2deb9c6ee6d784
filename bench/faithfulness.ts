/**
 * How faithful the checks hold English to its Chinese: right pairs that are flagged, by code, and pairs made wrong that are
 * pointed at, by kind; of all documents, and of each.
 *
 * `npm run bench:faithfulness -- [FOLDER] [--only FILE] [--list KIND or CODE] [--held-out] [--rivals] [--typing]`, by default
 * over the official reports beside the project. A folder has `clean.jsonl` of `{"id","zh","en"}`, in the order of their
 * documents, and any other files of the same with `"kind"`, whose id ends in `~` and the id of the right pair: each is
 * checked in the place of that. `--held-out` sets the limits of the measures again on all documents but one and measures
 * them on that; `--rivals` has the rules of other checkers beside; `--typing` times a sentence while it is typed.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { proofreading, wordsOfSource, wordsOfTerms } from '../src/checks/proofing.ts'
import { checkAcross, checkSegment } from '../src/checks/registry.ts'
import { type Finding, isLook } from '../src/model/finding.ts'
import { proofreader } from '../src/server/proofreader.ts'
import { heldOut } from './faithfulness-held-out.ts'
import {
  type Documents,
  documentOf,
  documentsOf,
  inPlace,
  type Pair,
  pairsIn,
  percent,
  rightOf,
  terms,
} from './faithfulness-pairs.ts'
import { rivalsOver } from './faithfulness-rivals.ts'
import { typing } from './faithfulness-typing.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    list: { type: 'string' },
    'held-out': { type: 'boolean' },
    rivals: { type: 'boolean' },
    typing: { type: 'boolean' },
  },
})
const folder = resolve(positionals[0] ?? join(import.meta.dirname, '../../shared/corpora/official'))

function isTold({ severity }: Finding): boolean {
  return severity !== 'note'
}

/** Of each document and of all of them, how many of how many. */
class Tally {
  readonly #counts = new Map<string, { part: number; whole: number }>()

  add(document: string, isCounted: boolean): void {
    for (const name of [document, 'all']) {
      const count = this.#counts.get(name) ?? { part: 0, whole: 0 }
      count.whole += 1
      if (isCounted) count.part += 1
      this.#counts.set(name, count)
    }
  }

  of(name: string, digits = 2): string {
    const { part, whole } = this.#counts.get(name) ?? { part: 0, whole: 0 }
    return percent(part, whole, digits)
  }

  get whole(): number {
    return this.#counts.get('all')?.whole ?? 0
  }
}

const cells = (texts: readonly string[]) => texts.map((text) => text.padStart(9)).join('')

interface Rights {
  readonly documents: Documents
  readonly columns: readonly string[]
  readonly bySegment: ReadonlyMap<string, readonly Finding[]>
  readonly codes: ReadonlyMap<string, readonly Finding[]>
  readonly proof: ReturnType<typeof proofreading>
}

/** Checks the right pairs, and tells how many of them are flagged. */
function measureRight(): Rights {
  const clean = pairsIn(folder, 'clean.jsonl')
  const documents = documentsOf(clean)
  const columns = ['all', ...documents.keys()]
  const allowed = [...wordsOfTerms(terms), ...new Set(clean.flatMap(({ zh }) => wordsOfSource(zh)))]
  const proof = proofreading({ proofread: proofreader.proofread, words: allowed })
  const started = performance.now()
  const findings = [...documents.values()].flatMap((contexts) => [
    ...contexts.flatMap((context) => [...checkSegment(context), ...proof(context)]),
    ...checkAcross(contexts),
  ])
  const seconds = (performance.now() - started) / 1000
  const bySegment = Map.groupBy(findings, ({ segment }) => segment)
  console.log(`right pairs: ${clean.length}, ${Math.round(clean.length / seconds)} a second`)
  console.log(`  ${''.padEnd(24)}${cells(columns)}`)
  const grades: readonly (readonly [string, (finding: Finding) => boolean])[] = [
    ['with an error', ({ severity }) => severity === 'error'],
    ['with a warning', ({ severity }) => severity === 'warning'],
    ['with a note', ({ severity }) => severity === 'note'],
    ['to look at first', isLook],
  ]
  for (const [name, isOf] of grades) {
    const tally = new Tally()
    for (const { id } of clean) tally.add(documentOf(id), (bySegment.get(id) ?? []).some(isOf))
    console.log(`  ${name.padEnd(24)}${cells(columns.map((column) => tally.of(column)))}`)
  }
  const codes = Map.groupBy(findings, ({ severity, code }) => `${severity} ${code}`)
  for (const [name, of] of [...codes].sort(([, a], [, b]) => b.length - a.length))
    console.log(`    ${name.padEnd(40)} ${of.length}`)
  list(findings, clean)
  return { documents, columns, bySegment, codes, proof }
}

/** What is found of a wrong pair and was not found of the right one. */
function newFindings(pair: Pair, { documents, bySegment, proof }: Rights): readonly Finding[] {
  const { context, contexts } = inPlace(documents, pair)
  const id = rightOf(pair)
  const known = new Set((bySegment.get(id) ?? []).map(({ code, params }) => code + JSON.stringify(params)))
  const across = checkAcross(contexts).filter(({ segment }) => segment === id)
  return [...checkSegment(context), ...proof(context), ...across].filter(
    ({ code, params }) => !known.has(code + JSON.stringify(params)),
  )
}

/** Checks the pairs made wrong, and tells how many of each kind are pointed at. */
function measureWrong(rights: Rights): void {
  const { columns, codes } = rights
  const looked = new Map<string, number>()
  const isFile = (name: string) => name.endsWith('.jsonl') && name !== 'clean.jsonl'
  for (const file of readdirSync(folder).filter(isFile)) {
    if (options.only !== undefined && !file.startsWith(options.only)) continue
    const kinds = new Map<string, { told: Tally; pointed: Tally; noted: Tally }>()
    for (const pair of pairsIn(folder, file)) {
      const findings = newFindings(pair, rights)
      for (const code of new Set(findings.filter(isLook).map(({ code }) => code)))
        looked.set(code, (looked.get(code) ?? 0) + 1)
      const row = kinds.get(pair.kind ?? '') ?? { told: new Tally(), pointed: new Tally(), noted: new Tally() }
      kinds.set(pair.kind ?? '', row)
      const document = documentOf(pair.id)
      row.told.add(document, findings.some(isTold))
      row.pointed.add(
        document,
        findings.some((finding) => isTold(finding) || isLook(finding)),
      )
      row.noted.add(document, findings.length > 0)
      if (options.list === pair.kind && !findings.some(isTold)) console.log(`${pair.id}\n   ${pair.zh}\n   ${pair.en}`)
    }
    console.log(`${file.padEnd(28)}${cells(['pairs', 'told', '+ looks', '+ notes'])}   told or to look at, each:`)
    for (const [kind, { told, pointed, noted }] of [...kinds].sort()) {
      const each = columns.slice(1).map((column) => pointed.of(column, 0))
      console.log(
        `  ${kind.padEnd(26)}${cells([`${told.whole}`, told.of('all'), pointed.of('all'), noted.of('all'), ...each])}`,
      )
    }
  }
  console.log('looks by code                 made wrong   right')
  for (const [code, count] of [...looked].sort(([, a], [, b]) => b - a)) {
    const right = codes.get(`note ${code}`)?.length ?? 0
    console.log(`  ${code.padEnd(26)} ${`${count}`.padStart(11)} ${`${right}`.padStart(7)}`)
  }
}

/** The right pairs that are flagged with the code asked for. */
function list(findings: readonly Finding[], clean: readonly Pair[]): void {
  for (const { code, severity, segment, params } of findings) {
    if (code !== options.list) continue
    const pair = clean.find(({ id }) => id === segment)
    console.log(severity, segment, JSON.stringify(params), '\n  ', pair?.zh, '\n  ', pair?.en)
  }
}

if (!existsSync(join(folder, 'clean.jsonl'))) console.log(`skipped: there is no ${join(folder, 'clean.jsonl')}`)
else if (options['held-out']) heldOut(folder)
else if (options.rivals) rivalsOver(folder)
else if (options.typing) typing(folder)
else measureWrong(measureRight())
