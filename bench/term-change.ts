import { expectDefined } from '../src/model/expect.ts'
/**
 * What the change of one term touches, found among a million segments:
 * `npm run bench:term-change -- [segments] [of them for the rival]`.
 * Segments are made up, as long as real ones (median about 46 characters); the term stands in one of a hundred, then
 * in one of five. The rival checks every segment before and after the change; it is given a part of them, and its time
 * is reckoned up to all. Times are of the processor, which others may keep busy, too, and by the clock.
 */

import { readFileSync } from 'node:fs'
import type { SegmentContext } from '../src/checks/check.ts'
import { checkSegment } from '../src/checks/registry.ts'
import { createTermImpact, type Pair } from '../src/checks/term-impact.ts'
import { createTermProposal } from '../src/checks/term-proposal.ts'
import { readGlossary } from '../src/formats/csv/glossary-csv.ts'
import { plainStyle } from '../src/model/house-style.ts'
import { isRefusal } from '../src/model/refusal.ts'
import { preferredRendering, type Term } from '../src/model/term.ts'
import { termbaseOf } from '../src/terms/fixtures/termbase-of.ts'
import { createRecogniser } from '../src/terms/recognition/recognise.ts'
import { createRandom } from './random.ts'

const segments = Number(process.argv[2] ?? 1_000_000)
/** How many a page lists at once. */
const listed = 500
const forRival = Math.min(segments, Number(process.argv[3] ?? 20_000))

const random = createRandom(11)
const whole = (below: number) => Math.floor(random() * below)
const oneOf = <T>(items: readonly T[]): T => expectDefined(items[whole(items.length)], 'an item')

const glossary = readGlossary(readFileSync(new URL('../glossary/zh-CN_en.csv', import.meta.url)))
if (isRefusal(glossary)) throw new Error(glossary.code)
const terms = glossary.map((fields, index): Term => ({ ...fields, id: `t${index}` }))
const had = terms.find(({ source }) => source.includes('千万工程'))
if (had === undefined) throw new Error('the term is not in the glossary any more')
const old = preferredRendering(had)
const has: Term = {
  ...had,
  renderings: [
    { text: 'Green Villages Program', status: 'preferred' },
    ...had.renderings.map(({ text }) => ({ text, status: 'forbidden' as const })),
  ],
}
const others = terms.filter(({ id }) => id !== had.id)

const hanzi = () => String.fromCharCode(0x4e00 + Math.floor(3000 * random() ** 2))
const chinese = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + whole(3) }, hanzi).join(''))
const english = Array.from({ length: 8000 }, () =>
  Array.from({ length: 2 + whole(8) }, () => String.fromCharCode(97 + whole(26))).join(''),
)

/** A sentence of made-up words, figures, some terms of the glossary, and the changed one where `withTerm` says so. */
function pair(index: number, withTerm: boolean): Pair {
  const length = Math.max(6, Math.round(46 * Math.exp(1.5 * (random() + random() + random() - 1.5))))
  const source: string[] = []
  const target: string[] = []
  let at = withTerm ? whole(length) : length
  for (let long = 0; long < length; long += source.at(-1)?.length ?? 0) {
    if (long >= at) {
      source.push('“千万工程”')
      target.push(`the ${old}`)
      at = length
    } else if (random() < 0.08) {
      const term = oneOf(others)
      source.push(term.source[0] ?? '')
      target.push(preferredRendering(term))
    } else if (random() < 0.06) {
      const figure = whole(5000)
      source.push(`${figure}个`)
      target.push(String(figure))
    } else {
      source.push(random() < 0.12 ? '，' : (chinese[Math.floor(chinese.length * random() ** 3)] ?? ''))
      target.push(oneOf(english))
    }
  }
  if (at < length) {
    source.push('“千万工程”')
    target.push(`the ${old}`)
  }
  const text = target.join(' ')
  return {
    segment: `s${index}`,
    kind: 'paragraph',
    source: `${source.join('')}。`,
    target: `${text[0]?.toUpperCase()}${text.slice(1)}.`,
    style: plainStyle,
  }
}

interface Time {
  readonly processor: number
  readonly clock: number
}

function timed<T>(work: () => T): readonly [T, Time] {
  const start = performance.now()
  const used = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(used)
  return [result, { processor: (user + system) / 1e6, clock: (performance.now() - start) / 1000 }]
}

function words({ processor, clock }: Time, times = 1): string {
  return `${(processor * times).toFixed(2)} s (${(clock * times).toFixed(2)} s by the clock)`
}

/** What differs between checking a segment before the change and after it. */
function rival(pairs: readonly Pair[]): readonly string[] {
  const before = createRecogniser(terms)
  const after = createRecogniser(terms.map((term) => (term.id === has.id ? has : term)))
  const said = (pair: Pair, recognise: typeof before) => {
    const context: SegmentContext = { ...pair, terms: recognise(pair.source) }
    return JSON.stringify(checkSegment(context))
  }
  return pairs.filter((pair) => said(pair, before) !== said(pair, after)).map(({ segment }) => segment)
}

console.log(`${segments.toLocaleString('en')} segments, ${terms.length} terms`)
for (const share of [0.01, 0.2]) {
  const pairs = Array.from({ length: segments }, (_, index) => pair(index, random() < share))
  const lengths = pairs.slice(0, 10_000).map(({ source }) => source.length)
  const [touched, finding] = timed(() => {
    const impact = createTermImpact(termbaseOf(terms), [had, has])
    return pairs.flatMap((pair) => impact(pair) ?? [])
  })
  const [, listing] = timed(() => {
    const propose = createTermProposal([had, has])
    for (const { after } of touched.slice(0, listed)) propose(after)
    return touched.length
  })
  const [proposals, proposing] = timed(() => {
    const propose = createTermProposal([had, has])
    return touched.filter(({ after }) => propose(after).length > 0).length
  })
  const part = pairs.slice(0, forRival)
  const [differing, checking] = timed(() => rival(part))
  const ours = new Set(
    touched.filter(({ arisen, gone }) => arisen.length + gone.length > 0).map(({ after }) => after.segment),
  )
  const amiss = part.filter(({ segment }) => ours.has(segment) !== differing.includes(segment)).length
  console.log(
    [
      `\nterm in ${share * 100}% of them (median ${lengths.sort((a, b) => a - b)[lengths.length >> 1]} characters)`,
      `touched segments and what is said of them  ${words(finding)}, ${touched.length.toLocaleString('en')} found`,
      `proposals for the ${listed} that a page lists   ${words(listing)}`,
      `a proposal for each                        ${words(proposing)}, ${proposals.toLocaleString('en')} made`,
      `rival: every segment checked anew          ${words(checking, segments / forRival)}, reckoned from ${forRival.toLocaleString('en')}`,
      `told otherwise than by the rival           ${amiss} of ${forRival.toLocaleString('en')}`,
    ].join('\n'),
  )
}
