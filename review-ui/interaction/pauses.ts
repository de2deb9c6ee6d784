import type { Steps } from '../../src/model/steps.ts'

/** How long the page waits before it begins with what is not pressing, and how long it is at it in one go, in milliseconds. */
const before = 100
const slice = 4

/** Does work step by step while nothing else is to be done. Returns what calls it off. */
export function doInPauses(work: Steps<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const go = () => {
    const begun = performance.now()
    while (performance.now() - begun < slice) if (work.next().done === true) return
    timer = setTimeout(go, slice)
  }
  timer = setTimeout(go, before)
  return () => clearTimeout(timer)
}
