/** How far a bracket reaches before it is taken for one that was never closed. */
const longestAside = 120

/** Tells, for places given in rising order, which stand inside round brackets. */
export function asides(folded: string): (at: number) => boolean {
  let next = 0
  let open = -1
  return (at) => {
    for (; next < at; next += 1) {
      const character = folded.charCodeAt(next)
      if (character === 40) open = next
      else if (character === 41) open = -1
    }
    return open >= 0 && at - open < longestAside
  }
}
