/**
 * Whether a block is among those of a text that `blockRanges` of the pages wrote: `b12-19` for blocks of one name whose
 * numbers follow one another, and the ids of others.
 */
export function hasBlock(ranges: string, block: string): boolean {
  return ranges.split(' ').some((range) => {
    if (range === block) return true
    const [, name, from, to] = /^(|.*?\D)(0|[1-9]\d{0,8})-(0|[1-9]\d{0,8})$/.exec(range) ?? []
    const [, ownName, own] = /^(|.*?\D)(0|[1-9]\d{0,8})$/.exec(block) ?? []
    return name !== undefined && name === ownName && Number(own) >= Number(from) && Number(own) <= Number(to)
  })
}
