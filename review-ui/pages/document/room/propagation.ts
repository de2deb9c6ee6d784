import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import { call, type Failure } from '../../../api.ts'
import { createStore, type Store } from '../../../interaction/store.ts'

/** What was last put in other places by confirming a segment. */
export interface Propagated {
  readonly from: string
  readonly segments: readonly string[]
}

/** Puts confirmed words wherever the same Chinese stands, and takes that back. Null: done. */
export interface Propagation {
  readonly propagated: Store<Propagated | null>
  propagate(segment: string, base: number): Promise<Failure | null>
  takeBack(): Promise<Failure | null>
  forgetPropagation(): void
}

export function createPropagation(
  document: string,
  take: (entries: readonly Entry<DocumentEvent>[]) => void,
): Propagation {
  const propagated = createStore<Propagated | null>(null)
  return {
    propagated,
    async propagate(segment, base) {
      const outcome = await call('propagateSegment', { params: { document, segment }, body: { base } })
      if (outcome.type !== 'reply') return outcome
      take(outcome.reply.entries)
      const segments = outcome.reply.entries.flatMap(({ event }) => ('segment' in event ? [event.segment] : []))
      if (segments.length > 0) propagated.set({ from: segment, segments })
      return null
    },
    async takeBack() {
      const last = propagated.get()
      if (last === null) return null
      const outcome = await call('undoPropagation', { params: { document, segment: last.from } })
      if (outcome.type !== 'reply') return outcome
      take(outcome.reply.entries)
      propagated.set(null)
      return null
    },
    forgetPropagation: () => propagated.set(null),
  }
}
