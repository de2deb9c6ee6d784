/** The length in UTF-16 units beyond which a bracket counts as never closed. */
const longestAside = 120

/** Gives, for places asked in rising order, whether each is inside round brackets. */
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
