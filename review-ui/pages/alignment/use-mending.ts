import { useState } from 'react'
import type { AlignedTexts } from './logic/aligned-texts.ts'
import { confidenceOf, confirmed, joined, type Links, linksOf, moved, split, unlinked } from './logic/links.ts'

/** A sentence of the active link, the one that U and D move. */
export interface Framed {
  readonly side: 'zh' | 'en'
  readonly index: number
}

interface State {
  readonly links: Links
  readonly active: number
  readonly framed: Framed
}

const beginning: Framed = { side: 'zh', index: 0 }

/** The links of an alignment while a person mends them, the one that is worked on, and the way back. */
export function useMending(texts: AlignedTexts) {
  const [state, setState] = useState<State>(() => {
    const links = linksOf(texts.links)
    const doubtful = links.findIndex((link) => confidenceOf(link) === 'doubtful')
    return { links, active: Math.max(doubtful, 0), framed: beginning }
  })
  const [past, setPast] = useState<readonly State[]>([])
  const { links, active, framed } = state
  const change = (next: Links, at = active) => {
    if (next === links) return
    setPast([...past, state])
    setState({ links: next, active: Math.min(Math.max(at, 0), next.length - 1), framed: beginning })
  }
  const goTo = (at: number) => {
    if (links[at]) setState({ links, active: at, framed: beginning })
  }
  return {
    links,
    active,
    framed,
    canUndo: past.length > 0,
    goTo,
    /** Says that the active link is right, and goes to the next one in doubt. */
    confirm() {
      const next = confirmed(links, active)
      const after = next.findIndex((link, at) => at > active && confidenceOf(link) === 'doubtful')
      const first = after >= 0 ? after : next.findIndex((link) => confidenceOf(link) === 'doubtful')
      if (next === links) goTo(first >= 0 ? first : active)
      else change(next, first >= 0 ? first : active)
    },
    join: () => change(joined(links, active)),
    split: () => change(split(links, active)),
    unlink: () => change(unlinked(links, active)),
    move: (by: 1 | -1) => change(moved(links, active, framed.side, framed.index, by), by === 1 ? active : active - 1),
    /** Frames the next sentence of the link, the Chinese before the English. */
    frame(by: 1 | -1) {
      const link = links[active]
      if (!link) return
      const all = (['zh', 'en'] as const).flatMap((side) => link[side].map((_, index) => ({ side, index })))
      const at = all.findIndex(({ side, index }) => side === framed.side && index === framed.index)
      const next = all[Math.min(Math.max(at + by, 0), all.length - 1)]
      if (next) setState({ ...state, framed: next })
    },
    undo() {
      const last = past.at(-1)
      if (!last) return
      setPast(past.slice(0, -1))
      setState(last)
    },
  }
}

export type Mending = ReturnType<typeof useMending>
