import type { Finding, FindingCode } from '../model/finding.ts'

/** A mark of a pair that has no partner. */
export interface Lone {
  readonly mark: string
  readonly at: number
}

/** Marks that open or close, each with the name of its pair: `{ '(': 'round' }`. */
interface Pairing {
  readonly open: Readonly<Record<string, string>>
  readonly close: Readonly<Record<string, string>>
}

/**
 * Gives the marks of a text without a partner, in order. A closing mark takes the nearest open mark of its kind.
 * `needless` says which closing marks, by their place, need no partner.
 */
export type LoneMarks = (text: string, needless: (at: number) => boolean) => readonly Lone[]

export function createLoneMarks({ open, close }: Pairing): LoneMarks {
  const marks = new RegExp(
    `[${[...Object.keys(open), ...Object.keys(close)].map((mark) => `\\${mark}`).join('')}]`,
    'g',
  )
  return (text, needless) => {
    if (text.search(marks) < 0) return []
    const waiting = new Map<string, Lone[]>()
    const lone: Lone[] = []
    for (const { 0: mark, index: at } of text.matchAll(marks)) {
      const opens = open[mark]
      const kind = opens ?? close[mark] ?? ''
      const stack = waiting.get(kind) ?? []
      waiting.set(kind, stack)
      if (opens !== undefined) stack.push({ mark, at })
      else if (stack.pop() === undefined && !needless(at)) lone.push({ mark, at })
    }
    return [...lone, ...[...waiting.values()].flat()].sort((a, b) => a.at - b.at)
  }
}

/**
 * Warnings for the lone marks of a target. The target may have as many lone opening and closing marks as the source,
 * since a quotation can run over several sentences.
 */
export function unbalanced(
  code: FindingCode,
  segment: string,
  source: readonly Lone[],
  target: readonly Lone[],
  isOpening: (mark: string) => boolean,
): readonly Finding[] {
  let opening = source.filter(({ mark }) => isOpening(mark)).length
  let closing = source.length - opening
  return target
    .filter(({ mark }) => (isOpening(mark) ? opening-- <= 0 : closing-- <= 0))
    .map(({ mark, at }) => ({
      code,
      severity: 'warning',
      segment,
      target: { from: at, to: at + mark.length },
      params: { mark },
    }))
}
