/**
 * How faithful the checks hold English to its Chinese: right pairs that are flagged, by code, and pairs made wrong that are
 * pointed at, by kind. `npm run bench:faithfulness -- [FOLDER] [--list KIND or CODE]`, by default over the official reports
 * beside the project. A folder has `clean.jsonl` of `{"id","zh","en"}`, in the order of their documents, and any other
 * files of the same with `"kind"`, whose id ends in `~` and the id of the right pair: each is checked in the place of that.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SegmentContext } from '../src/checks/check.ts'
import { proofreading, wordsOfSource, wordsOfTerms } from '../src/checks/proofing.ts'
import { checkAcross, checkSegment } from '../src/checks/registry.ts'
import { readGlossary } from '../src/formats/csv/glossary-csv.ts'
import { type Finding, isLook } from '../src/model/finding.ts'
import { plainStyle } from '../src/model/house-style.ts'
import { isRefusal } from '../src/model/refusal.ts'
import type { Term } from '../src/model/term.ts'
import { proofreader } from '../src/server/proofreader.ts'
import { createRecogniser } from '../src/terms/recognition/recognise.ts'

interface Pair {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly kind?: string
}

const words = process.argv.slice(2)
const at = words.indexOf('--list')
const listed = at < 0 ? null : words[at + 1]
const [named] = at < 0 ? words : words.toSpliced(at, 2)
const folder = resolve(named ?? join(import.meta.dirname, '../../shared/corpora/official'))

const glossary = readGlossary(readFileSync(new URL('../glossary/zh-CN_en.csv', import.meta.url)))
if (isRefusal(glossary)) throw new Error(glossary.code)
const terms = glossary.map((fields, index): Term => ({ ...fields, id: `t${index}` }))
const recognise = createRecogniser(terms)

// biome-ignore lint/plugin/no-cast: the corpora have this form
const pairOf = (line: string) => JSON.parse(line) as Pair
const pairsIn = (file: string) => readFileSync(join(folder, file), 'utf8').trim().split('\n').map(pairOf)
const contextOf = ({ id, zh, en }: Pair): SegmentContext => {
  return { segment: id, kind: 'paragraph', source: zh, target: en, terms: recognise(zh), style: plainStyle }
}

/** What stands before the number of a sentence is its document. */
const documentOf = (id: string) => id.replace(/-.*$/u, '')

function told(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'note')
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)}%`

function measure(): void {
  const clean = pairsIn('clean.jsonl')
  const documents = Map.groupBy(clean.map(contextOf), ({ segment }) => documentOf(segment))
  const allowed = [...wordsOfTerms(terms), ...new Set(clean.flatMap(({ zh }) => wordsOfSource(zh)))]
  const proof = proofreading({ proofread: proofreader.proofread, words: allowed })
  const alone = (context: SegmentContext) => [...checkSegment(context), ...proof(context)]

  const started = performance.now()
  const rightFindings = [...documents.values()].flatMap((contexts) => [
    ...contexts.flatMap(alone),
    ...checkAcross(contexts),
  ])
  const seconds = (performance.now() - started) / 1000
  const right = new Map<string, number>()
  const flagged = { error: new Set<string>(), warning: new Set<string>(), note: new Set<string>() }
  for (const { code, severity, segment } of rightFindings) {
    right.set(`${severity} ${code}`, (right.get(`${severity} ${code}`) ?? 0) + 1)
    flagged[severity].add(segment)
  }
  if (listed) {
    for (const finding of rightFindings.filter(({ code }) => code === listed)) {
      const pair = clean.find(({ id }) => id === finding.segment)
      console.log(finding.severity, finding.segment, JSON.stringify(finding.params), '\n  ', pair?.zh, '\n  ', pair?.en)
    }
  }
  console.log(`right pairs: ${clean.length}, ${Math.round(clean.length / seconds)} a second`)
  for (const severity of ['error', 'warning', 'note'] as const)
    console.log(
      `  with a ${severity.padEnd(8)} ${flagged[severity].size} ${percent(flagged[severity].size, clean.length)}`,
    )
  const looks = new Set(rightFindings.filter(isLook).map(({ segment }) => segment)).size
  console.log(`  to look at first ${looks} ${percent(looks, clean.length)}`)
  for (const [name, count] of [...right].sort(([, a], [, b]) => b - a)) console.log(`    ${name.padEnd(40)} ${count}`)

  const looked = new Map<string, number>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl') && name !== 'clean.jsonl')) {
    const kinds = new Map<string, { all: number; told: number; looks: number; noted: number }>()
    for (const pair of pairsIn(file)) {
      const id = pair.id.slice(pair.id.lastIndexOf('~') + 1)
      const context = contextOf({ ...pair, id })
      const contexts = (documents.get(documentOf(id)) ?? []).map((each) => (each.segment === id ? context : each))
      const before = rightFindings.filter(({ segment }) => segment === id)
      const isNew = (finding: Finding) =>
        !before.some(
          (known) => known.code === finding.code && JSON.stringify(known.params) === JSON.stringify(finding.params),
        )
      const findings = [...alone(context), ...checkAcross(contexts).filter(({ segment }) => segment === id)].filter(
        isNew,
      )
      for (const code of new Set(findings.filter(isLook).map(({ code }) => code)))
        looked.set(code, (looked.get(code) ?? 0) + 1)
      const row = kinds.get(pair.kind ?? '') ?? { all: 0, told: 0, looks: 0, noted: 0 }
      row.all += 1
      if (told(findings).length > 0) row.told += 1
      else if (findings.some(isLook)) row.looks += 1
      else if (findings.length > 0) row.noted += 1
      if (listed === pair.kind && told(findings).length === 0) console.log(pair.id, '\n  ', pair.zh, '\n  ', pair.en)
      kinds.set(pair.kind ?? '', row)
    }
    console.log(`${file.padEnd(28)}   all   told   looks  noted`)
    for (const [kind, row] of [...kinds].sort()) {
      console.log(
        `  ${kind.padEnd(26)} ${`${row.all}`.padStart(5)}  ${percent(row.told, row.all).padStart(7)} ${percent(row.looks, row.all).padStart(7)} ${percent(row.noted, row.all).padStart(7)}`,
      )
    }
  }
  console.log('looks by code                 made wrong   right')
  for (const [code, count] of [...looked].sort(([, a], [, b]) => b - a))
    console.log(`  ${code.padEnd(26)} ${`${count}`.padStart(11)} ${`${right.get(`note ${code}`) ?? 0}`.padStart(7)}`)
}

if (existsSync(join(folder, 'clean.jsonl'))) measure()
else console.log(`skipped: there is no ${join(folder, 'clean.jsonl')}`)
