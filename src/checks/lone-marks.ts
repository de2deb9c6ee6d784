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
 * The marks without a partner, in order. A closing mark takes the nearest open mark of its kind. `needless` says which
 * closing marks, by their place, need no partner.
 */
export function loneMarks(text: string, { open, close }: Pairing, needless: (at: number) => boolean): readonly Lone[] {
  const waiting = new Map<string, Lone[]>()
  const lone: Lone[] = []
  for (let at = 0; at < text.length; at++) {
    if (isPlain(text.charCodeAt(at))) continue
    const mark = text.charAt(at)
    const opens = open[mark]
    const closes = close[mark]
    if (opens === undefined && closes === undefined) continue
    const kind = opens ?? closes ?? ''
    const stack = waiting.get(kind) ?? []
    waiting.set(kind, stack)
    if (opens !== undefined) stack.push({ mark, at })
    else if (stack.pop() === undefined && !needless(at)) lone.push({ mark, at })
  }
  return [...lone, ...[...waiting.values()].flat()].sort((a, b) => a.at - b.at)
}

/** Whether a unit is a space or a small Latin letter: most units are, and none of them is a mark of a pair. */
function isPlain(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x61 && unit <= 0x7a)
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
