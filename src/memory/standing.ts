/** What the offers of one of several memories are worth: `penalty` is taken from their scores; of equals, the higher `rank` goes first. */
export interface Standing {
  readonly penalty: number
  readonly rank: number
  /** What is added to the numbers of its pairs. */
  readonly above?: number
}

export const plainStanding: Standing = { penalty: 0, rank: 0 }

/** A pair's number among those of all memories: higher ones go first. */
export function ageOf({ rank, above = 0 }: Standing, number: number): number {
  return rank * 2 ** 32 + above + number
}
