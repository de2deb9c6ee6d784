import { createContext, useContext, useRef, useState } from 'react'
import { createStore, type Store } from '../../../interaction/store.ts'
import { allOf, type Choice, extended, nothingChosen, toggled } from '../logic/choosing.ts'

/** Choosing of many segments. The same for as long as the document is open, so that rows are not drawn anew for it. */
export interface Choosing {
  /** Null while nobody chooses. */
  readonly choice: Store<Choice | null>
  begin(): void
  toggle(id: string): void
  /** Chooses the range up to this one, from where the last one began, or from the active segment. */
  extend(to: string): void
  /** The same one row on from a row; gives that row. */
  step(from: string, by: 1 | -1): string | undefined
  all(): void
  /** Leaves only these chosen. */
  leave(ids: readonly string[]): void
  end(): void
}

export const ChoosingContext = createContext<Choosing | null>(null)

export function useChoosing(): Choosing {
  const choosing = useContext(ChoosingContext)
  if (choosing === null) throw new Error('outside a document')
  return choosing
}

export function useCreateChoosing(shown: readonly { readonly id: string }[], active: string | null): Choosing {
  const latest = useRef({ shown, active })
  latest.current = { shown, active }
  const [choosing] = useState((): Choosing => {
    const choice = createStore<Choice | null>(null)
    const now = () => choice.get() ?? nothingChosen
    const ids = () => latest.current.shown.map(({ id }) => id)
    const begunAt = (id: string | null) => (now().anchor === null && id !== null ? toggled(now(), id) : now())
    return {
      choice,
      begin: () => choice.set(now()),
      toggle: (id) => choice.set(toggled(now(), id)),
      extend: (to) => choice.set(extended(begunAt(latest.current.active ?? to), ids(), to)),
      step(from, by) {
        const all = ids()
        const to = all[all.indexOf(from) + by]
        choice.set(extended(begunAt(from), all, to ?? from))
        return to
      },
      all: () => choice.set(allOf(ids())),
      leave: (some) => choice.set(allOf(some)),
      end: () => choice.set(null),
    }
  })
  return choosing
}
