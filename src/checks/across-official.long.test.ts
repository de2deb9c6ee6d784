import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { plainStyle } from '../model/house-style.ts'
import { atOnce } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { englishRepeated } from './english-repeated.ts'
import { lengthUnusual } from './length-unusual.ts'
import { sameEnglish } from './same-english.ts'

const corpus = new URL('../../../shared/corpora/official/', import.meta.url)
const skip = existsSync(corpus) ? false : 'the official reports are not beside this checkout'

interface Row {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly kind?: string
}

const rowsOf = (name: string): readonly Row[] =>
  readFileSync(new URL(name, corpus), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const contextOf = ({ id, zh, en }: Row): SegmentContext => ({
  segment: id,
  kind: 'paragraph',
  source: zh,
  target: en,
  terms: [],
  style: plainStyle,
})

/** The sentences of each report, by its year: "gwr2016-003.1", in changed rows behind what was changed. */
const reportOf = ({ id }: Row) => /gwr\d{4}/.exec(id)?.[0] ?? ''
const checks = [sameEnglish, englishRepeated, lengthUnusual]
const findingsIn = (contexts: readonly SegmentContext[]) => checks.flatMap((check) => atOnce(check(contexts)))
const flaggedIn = (contexts: readonly SegmentContext[]) =>
  findingsIn(contexts).filter(({ severity }) => severity !== 'note')

test('no sentence of three official reports is warned of for its length or as repeated', { skip }, () => {
  const reports = Map.groupBy(rowsOf('clean.jsonl'), reportOf)
  assert.equal(reports.size, 3)
  for (const rows of reports.values()) {
    const contexts = rows.map(contextOf)
    assert.deepEqual(flaggedIn(contexts), [])
    // Notes say where to look first, of the length alone.
    const notes = findingsIn(contexts)
    assert.ok(notes.every(({ code }) => code === 'length-short' || code === 'length-long'))
    assert.ok(notes.length <= rows.length / 40)
  }
})

test('of their sentences with a part dropped, repeated or put in for another, a good share is flagged', {
  skip,
}, () => {
  const reports = Map.groupBy(
    rowsOf('clean.jsonl').map((row) => ({ ...row, context: contextOf(row) })),
    reportOf,
  )
  const caught = new Map<string, { all: number; flagged: number }>()
  for (const row of rowsOf('content.jsonl')) {
    const { kind = '', id } = row
    const report = reports.get(reportOf(row))
    const place = report?.findIndex((sentence) => id.endsWith(sentence.id)) ?? -1
    if (report === undefined || place < 0) continue
    const counted = caught.get(kind) ?? { all: 0, flagged: 0 }
    caught.set(kind, counted)
    counted.all++
    const contexts = report.map(({ context }) => context).with(place, contextOf(row))
    if (flaggedIn(contexts).some(({ segment }) => segment === id)) counted.flagged++
  }
  const share = (kind: string) => Math.round((100 * (caught.get(kind)?.flagged ?? 0)) / (caught.get(kind)?.all ?? 1))
  const least = { 'sentence-repeated': 90, 'sentence-dropped': 40, 'wrong-sentence': 35, 'tail-cut': 25 }
  for (const [kind, percent] of Object.entries(least))
    assert.ok(share(kind) >= percent, `${kind}: ${share(kind)}% of ${caught.get(kind)?.all}`)
})
