import type { Entry } from '../../../../src/model/event.ts'
import { isRefusal, refuse } from '../../../../src/model/refusal.ts'
import { type Answer, call, type Failure } from '../../../api.ts'
import type { Store } from '../../../interaction/store.ts'
import type { Autosaver } from './autosaver.ts'
import type { RoomView } from './room-view.ts'

/** The commands that name one segment and its version, by their routes. */
type Commands = {
  readonly translateSegment: object
  readonly reviseSegment: object
  readonly returnSegment: { readonly reason: string }
  readonly reopenSegment: object
  readonly splitSegment: { readonly at: number }
  readonly joinSegment: { readonly nextBase: number }
  readonly waiveFinding: { readonly finding: string; readonly reason: string }
  readonly withdrawWaiver: { readonly finding: string }
}

/** What a person does in a document, beside typing. Null: done. */
export interface DocumentCommands {
  /** Saves what is typed, then sends the command against the version that makes. */
  send<N extends keyof Commands>(name: N, segment: string, more: Commands[N]): Promise<Failure | null>
  comment(segment: string, text: string): Promise<Failure | null>
  resolve(segment: string, comment: string): Promise<Failure | null>
}

export function documentCommands({
  document,
  view,
  autosaver,
  take,
  refresh,
}: {
  document: string
  view: Store<RoomView>
  autosaver: Autosaver
  take: (entries: readonly Entry[]) => void
  refresh: () => Promise<void>
}): DocumentCommands {
  const taken = async (calling: Promise<Answer<{ readonly entries: readonly Entry[] }>>): Promise<Failure | null> => {
    const outcome = await calling
    if (outcome.type === 'reply') {
      take(outcome.reply.entries)
      return null
    }
    if (isRefusal(outcome) && outcome.code === 'segment-changed') await refresh()
    return outcome
  }
  return {
    async send(name, segment, more) {
      const unsaved = await autosaver.flush(segment)
      if (unsaved !== null) return unsaved
      const state = view.get().state.segments[segment]
      if (state === undefined) return refuse('segment-removed', { segment })
      const body = { base: Math.max(state.version, autosaver.baseOf(segment)), ...more }
      // Each name goes with the members that Commands lists for it, which the route asks for beside the base.
      return taken(call(name, { params: { document, segment }, body: body as never }))
    },
    comment: (segment, text) => taken(call('addComment', { params: { document, segment }, body: { text } })),
    resolve: (segment, comment) => taken(call('resolveComment', { params: { document, segment, comment }, body: {} })),
  }
}
