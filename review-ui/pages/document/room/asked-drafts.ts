import type { EngineName } from '../../../../src/model/engine.ts'
import { call, type Failure, type Reply } from '../../../api.ts'
import { createStore, type Store } from '../../../interaction/store.ts'

/** A draft of one sentence that somebody asked an engine for, to compare it. Nothing of it is stored. */
export interface AskedDraft {
  readonly engine: EngineName
  readonly outcome:
    | { readonly type: 'asking' }
    | { readonly type: 'answered'; readonly answer: Reply<'otherDraft'>; readonly milliseconds: number }
    | { readonly type: 'failed'; readonly failure: Failure }
}

/** The other drafts of the sentences of a document, as long as the document is open. */
export interface OtherDrafts {
  /** By segment, in the order in which they were asked for; a segment that is not in it shows none. */
  readonly otherDrafts: Store<ReadonlyMap<string, readonly AskedDraft[]>>
  showDrafts(segment: string): void
  putDraftsAway(segment: string): void
  /** Asks an engine; a draft that it gave before makes way. */
  askForDraft(segment: string, engine: EngineName): Promise<void>
}

export function createOtherDrafts(document: string): OtherDrafts {
  const otherDrafts = createStore<ReadonlyMap<string, readonly AskedDraft[]>>(new Map())
  const of = (segment: string) => otherDrafts.get().get(segment) ?? []
  const put = (segment: string, drafts: readonly AskedDraft[]) =>
    otherDrafts.set(new Map(otherDrafts.get()).set(segment, drafts))
  const replace = (segment: string, draft: AskedDraft) => {
    const drafts = of(segment)
    const isThere = drafts.some(({ engine }) => engine === draft.engine)
    put(segment, isThere ? drafts.map((one) => (one.engine === draft.engine ? draft : one)) : [...drafts, draft])
  }
  return {
    otherDrafts,
    showDrafts: (segment) => put(segment, of(segment)),
    putDraftsAway(segment) {
      const others = new Map(otherDrafts.get())
      others.delete(segment)
      otherDrafts.set(others)
    },
    async askForDraft(segment, engine) {
      replace(segment, { engine, outcome: { type: 'asking' } })
      const begun = performance.now()
      const outcome = await call('otherDraft', { params: { document, segment }, body: { engine } })
      // Put away in the meantime.
      if (!otherDrafts.get().has(segment)) return
      replace(segment, {
        engine,
        outcome:
          outcome.type === 'reply'
            ? { type: 'answered', answer: outcome.reply, milliseconds: performance.now() - begun }
            : { type: 'failed', failure: outcome },
      })
    },
  }
}
