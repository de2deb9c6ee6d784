import { expectDefined } from '../../model/expect.ts'

/** Texts of a block that may score enough, each with the best score that it can have. */
export interface CandidateList {
  clear(): void
  add(text: number, bound: number): void
  /** Puts the best bound first, and of equal bounds the text added last; gives the number of texts. */
  sort(): number
  text(place: number): number
  bound(place: number): number
}

const bounds = 101

export function createCandidateList(room: number): CandidateList {
  const added = new Uint32Array(room)
  const addedBounds = new Uint8Array(room)
  const sorted = new Uint32Array(room)
  const sortedBounds = new Uint8Array(room)
  const starts = new Uint32Array(bounds + 1)
  let size = 0
  return {
    clear() {
      size = 0
    },
    add(text, bound) {
      added[size] = text
      addedBounds[size++] = bound
    },
    sort() {
      starts.fill(0)
      for (let at = 0; at < size; at++) {
        const next = bounds - expectDefined(addedBounds[at], 'a bound')
        starts[next] = expectDefined(starts[next], 'a count') + 1
      }
      for (let at = 1; at <= bounds; at++) {
        starts[at] = expectDefined(starts[at], 'a count') + expectDefined(starts[at - 1], 'a count')
      }
      for (let at = size - 1; at >= 0; at--) {
        const bound = expectDefined(addedBounds[at], 'a bound')
        const place = expectDefined(starts[bounds - 1 - bound], 'a place')
        starts[bounds - 1 - bound] = place + 1
        sorted[place] = expectDefined(added[at], 'a text')
        sortedBounds[place] = bound
      }
      return size
    },
    text: (place) => expectDefined(sorted[place], 'a text'),
    bound: (place) => expectDefined(sortedBounds[place], 'a bound'),
  }
}
