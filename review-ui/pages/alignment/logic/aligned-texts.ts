import type { AlignmentSegment, Link } from '../../../../src/alignment/alignment.ts'
import { figuresDiffer } from '../../../../src/alignment/figures.ts'
import { joinedChinese, joinedEnglish } from '../../../../src/alignment/joined.ts'
import { type LengthRatio, ratioOf, ratioOfTotals } from '../../../../src/alignment/length.ts'
import { visibleLength } from '../../../../src/alignment/pair-evidence.ts'
import type { AlignedDocument, AlignedPairs } from '../../../../src/contract/alignment.ts'
import { expectDefined } from '../../../../src/model/expect.ts'
import type { ImportNotice } from '../../../../src/model/import-notice.ts'
import type { Term } from '../../../../src/model/term.ts'
import { confidenceOf, isReady, type Links, type MendedLink } from './links.ts'

/** Two texts with the names of their files, and how they were aligned. */
export interface AlignedTexts {
  readonly chinese: string
  readonly english: string
  readonly zh: readonly AlignmentSegment[]
  readonly en: readonly AlignmentSegment[]
  /** What was noticed in each of the files. */
  readonly notices: Readonly<Record<'zh' | 'en', readonly ImportNotice[]>>
  readonly links: readonly Link[]
  /** The terms of the office, by which they were aligned. */
  readonly terms: readonly Term[]
  /** How long that took, in milliseconds. */
  readonly milliseconds: number
}

type Sides = Pick<AlignedTexts, 'zh' | 'en'>

function textsAt(side: readonly AlignmentSegment[], places: readonly number[]): readonly string[] {
  return places.map((place) => expectDefined(side[place], 'a linked sentence').text)
}

/** The Chinese and the English of a link, each as one text. */
export function pairOf({ zh, en }: Sides, link: Pick<Link, 'zh' | 'en'>) {
  return { source: joinedChinese(textsAt(zh, link.zh)), target: joinedEnglish(textsAt(en, link.en)) }
}

/** How long English is beside its Chinese in these files, by the links that the aligner made. */
export function usualRatioOf(texts: AlignedTexts): LengthRatio {
  const lengths = texts.links
    .filter(({ zh, en }) => zh.length > 0 && en.length > 0)
    .map((link) => pairOf(texts, link))
    .map(({ source, target }) => [visibleLength(source), visibleLength(target)] as const)
  const [zh, en] = lengths.reduce(([zh, en], [more, letters]) => [zh + more, en + letters] as const, [0, 0] as const)
  return ratioOf(lengths) ?? ratioOfTotals(zh, en)
}

const known = new WeakMap<MendedLink, boolean>()

/** Whether the figures of a link do not agree. Of the aligner's own links it has said so already. */
export function differs(sides: Sides, link: MendedLink): boolean {
  if (link.by === 'aligner') return link.reasons.includes('figures-differ')
  const before = known.get(link)
  if (before !== undefined) return before
  const { source, target } = pairOf(sides, link)
  const answer = source !== '' && target !== '' && figuresDiffer(source, target)
  known.set(link, answer)
  return answer
}

/** The pairs that may go into the memory, each with the Chinese around it. */
export function pairsOf(sides: Sides, links: Links): AlignedPairs['pairs'] {
  return links
    .filter((link) => isReady(link, (one) => differs(sides, one)))
    .map((link) => {
      const first = expectDefined(link.zh[0], 'a first sentence')
      const last = expectDefined(link.zh.at(-1), 'a last sentence')
      return {
        ...pairOf(sides, link),
        before: sides.zh[first - 1]?.text ?? '',
        after: sides.zh[last + 1]?.text ?? '',
      }
    })
}

/** The rows of a document: each link with Chinese is one; English without Chinese goes with the row before it. */
export function rowsOf(sides: Sides, links: Links): AlignedDocument['rows'] {
  const rows: AlignedDocument['rows'] = []
  let early: readonly string[] = []
  for (const link of links) {
    const { source, target } = pairOf(sides, link)
    const last = rows.at(-1)
    if (source === '') {
      if (last) last.loose.push(target)
      else early = [...early, target]
      continue
    }
    rows.push({
      source,
      block: expectDefined(sides.zh[link.zh[0] ?? 0], 'a first sentence').block,
      target,
      score: Math.round(link.score * 100),
      doubtful: confidenceOf(link) === 'doubtful',
      loose: [...early],
    })
    early = []
  }
  return rows
}
