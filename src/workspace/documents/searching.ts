import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { ReplacePlace, Search } from '../../model/search.ts'
import { inSlices, type Pause } from '../../ports/world.ts'
import { patternOf } from '../../replacing/pattern.ts'
import { placesInSteps } from '../../replacing/places.ts'

/** What is looked for, and the texts in which: plain values, so that another thread can do it. */
export interface SearchJob {
  readonly search: Search
  readonly texts: readonly string[]
}

/** The places in each text, in order. Refuses what `patternOf` does, and may refuse an expression that takes too long. */
export type RunSearch = (job: SearchJob) => Promise<readonly (readonly ReplacePlace[])[] | Refusal>

/** Searches here, a text a slice. An expression that takes for ever is not stopped. */
export function searchHere(pause: Pause): RunSearch {
  return async ({ search, texts }) => {
    const pattern = patternOf(search)
    return isRefusal(pattern) ? pattern : inSlices(placesInSteps(texts, pattern, search), pause)
  }
}
