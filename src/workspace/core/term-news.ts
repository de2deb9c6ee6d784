import type { DocumentState } from '../../model/state.ts'
import { inSlices, type Pause } from '../../ports/world.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import type { Analyst } from '../documents/analysis.ts'
import type { News } from './news.ts'

interface TermNewsDoors {
  readonly news: News
  readonly analyst: Analyst
  /** The state of a document if it is in memory, without reading it. */
  stateOf(id: string): DocumentState | null
  readonly pause: Pause
  report(fault: unknown): void
}

/**
 * Makes the function to call after a change of the termbase. It sends the new terms and allowed words to the readers of
 * each document where they differ. It looks at one document after the other, in slices, and combines changes that arrive
 * meanwhile.
 */
export function createTermNews(doors: TermNewsDoors): (before: Termbase, after: Termbase) => void {
  let latest: Termbase | undefined
  async function tellUpTo(first: Termbase): Promise<void> {
    let before = first
    for (let after = latest; after !== undefined && after !== before; after = latest) {
      for (const id of doors.news.heard()) await tellOf(id, before, after, doors)
      before = after
    }
  }
  return (before, after) => {
    const isTelling = latest !== undefined
    latest = after
    if (isTelling) return
    void tellUpTo(before)
      .catch(doors.report)
      .finally(() => {
        latest = undefined
      })
  }
}

async function tellOf(
  id: string,
  before: Termbase,
  after: Termbase,
  { news, analyst, stateOf, pause }: TermNewsDoors,
): Promise<void> {
  const state = stateOf(id)
  if (!state) return
  const termsUnder = async (termbase: Termbase) => {
    const analysis = await inSlices(analyst.analyseSteps(state, termbase), pause)
    return inSlices(analysis.documentTerms.steps(), pause)
  }
  const known = await termsUnder(before)
  const now = await termsUnder(after)
  const same =
    sameList(known.terms, now.terms) && sameList(known.covered, now.covered) && sameList(known.words, now.words)
  if (!same) news.tell(id, { type: 'terms', ...now })
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]))
}
