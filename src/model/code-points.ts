/** How many code points a text has; half of a pair of surrogates counts as one. */
export function countCodePoints(text: string): number {
  let pairs = 0
  for (let at = 1; at < text.length; at += 1) {
    if (isSecond(text.charCodeAt(at)) && isFirst(text.charCodeAt(at - 1))) {
      pairs += 1
      at += 1
    }
  }
  return text.length - pairs
}

const isFirst = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isSecond = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
