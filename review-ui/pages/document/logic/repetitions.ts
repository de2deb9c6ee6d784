import type { Inline } from '../../../../src/model/inline.ts'

/** Where the same Chinese stands more than once, codes included. */
export interface Repetitions {
  /** How often the Chinese of a segment stands in the document: once, or more. */
  times(id: string): number
  /** The other segments with the same Chinese, in reading order. */
  others(id: string): readonly string[]
}

export function repetitionsOf(segments: readonly { readonly id: string; readonly source: Inline }[]): Repetitions {
  const groups = Map.groupBy(segments, ({ source }) => keyOf(source))
  const repeated = new Map<string, readonly string[]>()
  for (const group of groups.values()) {
    if (group.length === 1) continue
    const ids = group.map(({ id }) => id)
    for (const id of ids) repeated.set(id, ids)
  }
  return {
    times: (id) => repeated.get(id)?.length ?? 1,
    others: (id) => (repeated.get(id) ?? []).filter((other) => other !== id),
  }
}

/** A source as a key of equality: a text without codes stands for itself, and no text is what is written for one with codes. */
function keyOf(source: Inline): string {
  const [text] = source
  return source.length === 1 && typeof text === 'string' ? text : `\0${JSON.stringify(source)}`
}
