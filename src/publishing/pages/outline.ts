import type { Release, ReleaseBlock, ReleaseRow } from '../../model/release.ts'

/** A block with its sentences. */
export interface Passage {
  readonly block: ReleaseBlock
  readonly rows: readonly ReleaseRow[]
}

/** A heading, which may be several lines of one level, and the passages under it. */
export interface Section {
  readonly heading: readonly Passage[]
  /** 2 or 3: what the heading is in the page. Level 1 is the title's. */
  readonly level: 2 | 3
  readonly passages: readonly Passage[]
}

/** A release as the page shows it: its title, then its sections; the first section may have no heading. */
export interface Outline {
  readonly title: readonly Passage[]
  readonly sections: readonly Section[]
}

export function outlineOf(release: Pick<Release, 'blocks' | 'rows'>): Outline {
  const rows = Map.groupBy(release.rows, (row) => row.block)
  const passages = release.blocks.flatMap((block) => {
    const sentences = rows.get(block.id)
    return sentences ? [{ block, rows: sentences }] : []
  })
  const title = runOfHeadings(passages, 0)
  const sections: Section[] = []
  let at = title.length
  while (at < passages.length) {
    const heading = runOfHeadings(passages, at)
    at += heading.length
    const text = takeWhile(passages, at, ({ block }) => block.kind !== 'heading')
    at += text.length
    const deep = (heading[0]?.block.level ?? 2) > 2 && sections.some(({ heading }) => heading.length > 0)
    sections.push({ heading, level: deep ? 3 : 2, passages: text })
  }
  return { title, sections }
}

function runOfHeadings(passages: readonly Passage[], from: number): readonly Passage[] {
  const level = passages[from]?.block.level
  return takeWhile(passages, from, ({ block }) => block.kind === 'heading' && block.level === level)
}

function takeWhile(
  passages: readonly Passage[],
  from: number,
  belongs: (passage: Passage) => boolean,
): readonly Passage[] {
  let to = from
  for (let next = passages[to]; next && belongs(next); next = passages[to]) to++
  return passages.slice(from, to)
}

/**
 * The width of the English column in tenths of the Chinese one, so that both end at about the same height: 10 to 17,
 * since beyond that the Chinese lines get too short.
 */
export function columnRatio(rows: readonly ReleaseRow[]): number {
  const source = rows.reduce((sum, row) => sum + row.source.length, 0)
  const target = rows.reduce((sum, row) => sum + row.target.length, 0)
  if (source === 0 || target === 0) return 13
  // Measured: a letter is about 0.46 of its size wide, a Chinese character all of it; Chinese lines are 1.16 times as high.
  const ratio = (target * 0.46) / (source * 1.16)
  return Math.round(10 * Math.min(1.7, Math.max(1, ratio)))
}
