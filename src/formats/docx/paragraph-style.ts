import type { Node } from './nodes.ts'
import { alikeOnBlanks, type RunStyle } from './run-style.ts'

/** How many neighbours are looked over for the next text; a file made to do harm has any number. */
const farthest = 50

/** The formatting of a text: white space on which none shows has that of the text before it. */
export function styleOf(level: readonly Node[], at: number, base: RunStyle): RunStyle {
  const node = level[at]
  if (node?.type !== 'text') return base
  if (node.text.trim() !== '') return node.style
  let from = at - 1
  while (level[from]?.type === 'anchor' && at - from < farthest) from--
  const before = level[from]
  const near = before?.type === 'text' && before.text.trim() !== '' ? before.style : base
  return alikeOnBlanks(node.style, near) ? near : node.style
}

/** The formatting of the next text of a level, if nothing but codes stands before it. */
export function nextStyle(level: readonly Node[], at: number, base: RunStyle): RunStyle | undefined {
  for (let next = at + 1; next < Math.min(level.length, at + farthest); next++) {
    const node = level[next]
    if (node?.type === 'wrapper') return undefined
    if (node?.type === 'text') return styleOf(level, next, base)
  }
  return undefined
}

/**
 * The formatting that most of the text at a level has. Among runs that look alike, one with Latin letters is taken: its
 * font is the one chosen for them.
 */
export function prevailing(nodes: readonly Node[]): RunStyle | undefined {
  const lengths = new Map<string, number>()
  const samples = new Map<string, { readonly style: RunStyle; readonly latin: number; readonly length: number }>()
  for (const node of nodes) {
    if (node.type !== 'text') continue
    const { style, text } = node
    const length = text.trim().length
    const latin = text.match(/[A-Za-z0-9]/g)?.length ?? 0
    lengths.set(style.key, (lengths.get(style.key) ?? 0) + length)
    const sample = samples.get(style.key)
    if (!sample || latin > sample.latin || (latin === sample.latin && length > sample.length)) {
      samples.set(style.key, { style, latin, length })
    }
  }
  const [key] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? []
  return key === undefined ? undefined : samples.get(key)?.style
}

const plainStyle: RunStyle = { raw: '', properties: new Map(), key: '', hidden: false, signs: false }

/** The formatting for text outside of what goes round all text that there is. */
export function anyStyle(nodes: readonly Node[]): RunStyle {
  for (const node of nodes) {
    if (node.type !== 'wrapper') continue
    const style = prevailing(node.children) ?? anyStyle(node.children)
    if (!style.properties.has('w:rStyle')) return style
  }
  return plainStyle
}
