/**
 * How alike two texts are, in whole per cent rounded down: the share of the longer text that need not be edited.
 * Lengths and distances count code points. Only a distance of 0 gives 100.
 */
export function scoreOf(distance: number, longer: number): number {
  return longer === 0 ? 100 : Math.floor((100 * (longer - distance)) / longer)
}

/** The greatest distance at which texts, the longer of length `longer`, still score `threshold`. */
export function mostEdits(longer: number, threshold: number): number {
  return Math.floor((longer * (100 - threshold)) / 100)
}
