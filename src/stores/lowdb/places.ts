import type { Steps } from '../../model/steps.ts'

/** Where the lines of a file begin: every so many of them are noted, so that one is found without reading all before. */
export interface Places {
  /** Notes that one more line begins at this offset. */
  note(at: number): void
  /** Notes all lines in these bytes, which begin at this offset, some hundreds a step. */
  noteSteps(bytes: Uint8Array, at: number): Steps<void>
  /** The nearest noted line that begins before or at the line `index`, counted from 0, and its own index. */
  before(index: number): { readonly at: number; readonly index: number }
  /** The noted beginnings. */
  starts(): readonly number[]
}

/** A line is noted in so many. */
const every = 256
const newline = 0x0a

/** Begins with lines that were noted before. */
export function createPlaces(noted: readonly number[] = [], count = 0): Places {
  const starts = [...noted]
  let lines = count

  function note(at: number): void {
    if (lines % every === 0) starts.push(at)
    lines += 1
  }

  return {
    note,
    starts: () => [...starts],
    *noteSteps(bytes, at) {
      for (let start = 0; start < bytes.length; start = bytes.indexOf(newline, start) + 1) {
        note(at + start)
        if (lines % every === 0) yield
      }
    },
    before(index) {
      const noted = Math.min(Math.floor(index / every), starts.length - 1)
      return { at: starts[noted] ?? 0, index: Math.max(0, noted) * every }
    },
  }
}
