import { type Code, type Inline, isCode } from './inline.ts'

export const codeFaultTypes = ['lost', 'doubled', 'foreign', 'crossed'] as const

/** What is wrong with the codes of a target, beside those of its source. */
export type CodeFault = PlacedCode &
  (
    | { readonly type: 'lost' | 'doubled' | 'foreign' }
    /** Ends before it begins, or while the pair `over`, within it, is still open. */
    | { readonly type: 'crossed'; readonly over: string }
  )

/** A code, and where it stands: an offset in the plain text of the target; of a lost one, of the source. */
export interface PlacedCode {
  readonly code: Code
  readonly at: number
}

/**
 * The faults of the codes of a target: each code of the source stands in it as often as there, no other does (`foreign`:
 * the source has no such code), and pairs lie one within the other, if they do in the source.
 */
export function codeFaults(source: Inline, target: Inline): readonly CodeFault[] {
  const [expected, present] = [placedCodes(source), placedCodes(target)]
  const known = new Set(expected.map(keyOf))
  return [
    ...beyond(present, expected).map(
      (more): CodeFault => ({ type: known.has(keyOf(more)) ? 'doubled' : 'foreign', ...more }),
    ),
    ...beyond(expected, present).map((lost): CodeFault => ({ type: 'lost', ...lost })),
    ...(crossings(expected).length > 0 ? [] : crossings(present)),
  ]
}

/** The codes of a text with their places in its plain text. */
export function placedCodes(inline: Inline): readonly PlacedCode[] {
  let at = 0
  return inline.flatMap((part) => {
    if (isCode(part)) return [{ code: part, at }]
    at += part.length
    return []
  })
}

const keyOf = ({ code: { type, id } }: PlacedCode) => `${type} ${id}`

/** Those of the first that the second has less often: the last ones of each kind. */
function beyond(some: readonly PlacedCode[], others: readonly PlacedCode[]): readonly PlacedCode[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1)
  return some.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0
    left.set(keyOf(one), count - 1)
    return count <= 0
  })
}

/** The ends of pairs that stand where they must not. Half of a pair whose other half is elsewhere crosses nothing. */
function crossings(codes: readonly PlacedCode[]): readonly CodeFault[] {
  const idsOf = (type: Code['type']) => new Set(codes.flatMap(({ code }) => (code.type === type ? [code.id] : [])))
  const [opened, closed] = [idsOf('open'), idsOf('close')]
  const open: string[] = []
  return codes.flatMap((placed): readonly CodeFault[] => {
    const { type, id } = placed.code
    if (type === 'alone' || !opened.has(id) || !closed.has(id)) return []
    if (type === 'open') {
      open.push(id)
      return []
    }
    const at = open.lastIndexOf(id)
    if (at < 0) return [{ type: 'crossed', over: id, ...placed }]
    open.splice(at, 1)
    const inner = open[at]
    return inner === undefined ? [] : [{ type: 'crossed', over: inner, ...placed }]
  })
}
