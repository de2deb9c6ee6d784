/**
 * The similarity of two texts in whole per cent, rounded down: the share of the longer text that needs no edit. Lengths
 * and distances count code points. Only a distance of 0 gives 100.
 */
export function scoreOf(distance: number, longer: number): number {
  return longer === 0 ? 100 : Math.floor((100 * (longer - distance)) / longer)
}

/** The greatest distance at which two texts, the longer of length `longer`, score `threshold`. */
export function mostEdits(longer: number, threshold: number): number {
  return Math.floor((longer * (100 - threshold)) / 100)
}
