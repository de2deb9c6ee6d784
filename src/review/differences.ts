import { diffArrays } from 'diff'

/** A stretch of two versions of a text: in both, or in one of them. */
export interface Difference {
  readonly type: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Words with their white space apart, each Chinese character and each mark by itself. */
export function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{Script=Latin}\p{M}\p{N}]+(?:[’'.,-][\p{Script=Latin}\p{N}]+)*|./gsu) ?? []
}

/**
 * What changed from one text to the other, by words. White space and single words left standing between two changes
 * are taken into them, so that a reader sees phrases and not confetti.
 */
export function differences(before: string, after: string): readonly Difference[] {
  const changes = diffArrays(tokensOf(before), tokensOf(after)).map(({ added, removed, value }) => ({
    type: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value.join(''),
    words: value.filter((token) => token.trim() !== '').length,
  }))
  const result: Difference[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') result.push({ type: 'removed', text: removed })
    if (added !== '') result.push({ type: 'added', text: added })
    removed = ''
    added = ''
  }
  changes.forEach((change, index) => {
    const inside = index > 0 && index < changes.length - 1
    if (change.type === 'removed') removed += change.text
    else if (change.type === 'added') added += change.text
    else if (inside && change.words <= 1 && change.text.length <= 12 && /\s|^$/.test(change.text)) {
      removed += change.text
      added += change.text
    } else {
      flush()
      result.push({ type: 'same', text: change.text })
    }
  })
  flush()
  return result
}

/** Whether so much changed that two whole texts are easier to read than their differences. */
export function isRewritten(parts: readonly Difference[]): boolean {
  const length = (type: Difference['type']) =>
    parts.reduce((sum, part) => sum + (part.type === type ? part.text.length : 0), 0)
  const same = length('same')
  const longer = same + Math.max(length('removed'), length('added'))
  return longer > 80 && same < longer * 0.4
}
