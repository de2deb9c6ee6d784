/** The segments that are chosen for one thing to be done to all of them, by their ids. */
export interface Choice {
  readonly chosen: ReadonlySet<string>
  /** Where a range begins; null before anything was chosen. */
  readonly anchor: string | null
  /** What was chosen before that range. */
  readonly before: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()
export const nothingChosen: Choice = { chosen: none, anchor: null, before: none }

/** One more, or one less; a range goes on from it. */
export function toggled({ chosen }: Choice, id: string): Choice {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return { chosen: next, anchor: id, before: next }
}

/** The range from its beginning to this one, among those that show; it grows and shrinks as one goes on. */
export function extended({ anchor, before }: Choice, ids: readonly string[], to: string): Choice {
  const from = anchor !== null && ids.includes(anchor) ? anchor : to
  const [first, last] = [ids.indexOf(from), ids.indexOf(to)].toSorted((a, b) => a - b)
  return { chosen: new Set([...before, ...ids.slice(first, (last ?? 0) + 1)]), anchor: from, before }
}

export function allOf(ids: readonly string[]): Choice {
  const chosen = new Set(ids)
  return { chosen, anchor: ids[0] ?? null, before: chosen }
}

/** The numbers in few words: `24–31, 35`. `numbers` in order. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
