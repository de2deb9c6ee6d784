/** How many Chinese and English segments a link takes, and the logarithm of how often links do. */
export interface Shape {
  readonly zh: number
  readonly en: number
  readonly prior: number
}

/** The most segments of a side that a link takes. */
export const longestLink = 6

/**
 * The shapes of links and their shares before anything is linked, tuned on half of a corpus (`bench:alignment`). 2:2 is
 * left for sentences that cross; two plain links together meet less than it does, so it is rare.
 */
const usual = [
  [1, 1, 0.85],
  [1, 0, 0.025],
  [0, 1, 0.025],
  [1, 2, 0.02],
  [2, 1, 0.02],
  [1, 3, 0.001],
  [3, 1, 0.001],
  [2, 2, 0.0000001],
] as const

/**
 * A long Chinese sentence may take many English ones. They stand in one block, so that this is looked at only where texts
 * are set in paragraphs.
 */
const inParagraphs = [4, 5, longestLink].flatMap(
  (many) =>
    [
      [1, many, 0.0001],
      [many, 1, 0.0001],
    ] as const,
)

/** As many links as the usual shares count for beside those that were made. */
const trials = 100
/** How often links that take one side alone may be believed to be; more are rather signs that the shapes do not fit. */
const mostAlone = 0.05

/**
 * The shapes of links. Where texts are set in paragraphs, their shares follow the links made so far, which come in sizes: how
 * many English sentences a Chinese one takes is the translator's habit. 2:2 is left out of this.
 */
export function shapesAfter(
  made: readonly { readonly zh: number; readonly en: number }[],
  hasParagraphs: boolean,
): readonly Shape[] {
  if (!hasParagraphs) return usual.map(([zh, en, share]) => ({ zh, en, prior: Math.log(share) }))
  return [...usual, ...inParagraphs].map(([zh, en, share]) => {
    const count = zh > 1 && en > 1 ? 0 : made.filter((link) => link.zh === zh && link.en === en).length
    const updated = (count + share * trials) / (made.length + trials)
    const isAlone = zh === 0 || en === 0
    return { zh, en, prior: Math.log(isAlone ? Math.min(mostAlone, Math.max(share, updated)) : updated) }
  })
}
