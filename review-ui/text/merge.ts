import { diffArrays } from 'diff'
import { tokensOf } from '../../src/review/differences.ts'

interface Hunk {
  readonly from: number
  readonly to: number
  readonly tokens: readonly string[]
}

function hunksOf(base: string[], changed: string[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  for (const part of diffArrays(base, changed)) {
    if (!part.added && !part.removed) {
      at += part.value.length
      continue
    }
    const last = hunks.at(-1)
    const to = part.removed ? at + part.value.length : at
    const tokens = part.added ? part.value : []
    if (last && last.to === at) hunks[hunks.length - 1] = { from: last.from, to, tokens: [...last.tokens, ...tokens] }
    else hunks.push({ from: at, to, tokens })
    at = to
  }
  return hunks
}

/**
 * Both people's changes to one text, where they do not touch each other; null where they do, and a person has to
 * choose. Changes that meet at a place count as touching.
 */
export function merge(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs) return mine
  const tokens = tokensOf(base)
  const left = hunksOf(tokens, tokensOf(mine))
  const right = hunksOf(tokens, tokensOf(theirs))
  const touching = left.some((a) => right.some((b) => a.from <= b.to && b.from <= a.to))
  if (touching) return null
  let result = ''
  let at = 0
  for (const hunk of [...left, ...right].sort((a, b) => a.from - b.from)) {
    result += tokens.slice(at, hunk.from).join('') + hunk.tokens.join('')
    at = hunk.to
  }
  return result + tokens.slice(at).join('')
}
