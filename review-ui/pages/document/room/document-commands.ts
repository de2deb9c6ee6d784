import type { BodyOf } from '../../../../src/contract/calls.ts'
import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import type { ManyAct } from '../../../../src/model/many.ts'
import { isRefusal, refuse } from '../../../../src/model/refusal.ts'
import { type Answer, call, type Failure, type Reply } from '../../../api.ts'
import type { Store } from '../../../interaction/store.ts'
import type { Autosaver } from './autosaver.ts'
import type { RoomView } from './room-view.ts'

/** The commands that name one segment and its version, by their routes. */
type CommandRoute =
  | 'translateSegment'
  | 'reviseSegment'
  | 'acceptWording'
  | 'returnSegment'
  | 'reopenSegment'
  | 'splitSegment'
  | 'joinSegment'
  | 'waiveFinding'
  | 'withdrawWaiver'

/** The routes of what is done to many segments at once; sending back takes a reason. */
const manyRoutes = {
  translate: 'confirmMany',
  approve: 'approveMany',
  reopen: 'reopenMany',
  'discard-draft': 'discardMany',
  'copy-source': 'copySources',
} as const

/** What a person does in a document, beside typing. Null: done. */
export interface DocumentCommands {
  /** Saves what is typed, then sends the command against the version that makes. */
  send<N extends CommandRoute>(name: N, segment: string, more: Omit<BodyOf<N>, 'base'>): Promise<Failure | null>
  comment(segment: string, comment: { readonly text: string; readonly blocking: boolean }): Promise<Failure | null>
  /** `reason`: of an approver who lifts somebody else's blocking comment. */
  resolve(segment: string, comment: string, reason?: string): Promise<Failure | null>
  /** Does one thing to many segments as they are, once what is typed in them is saved. */
  changeMany(act: ManyAct, segments: readonly string[], reason?: string): Promise<Answer<Reply<'confirmMany'>>>
  /** Confirms drafts that are exact in context, as they are. */
  confirmInContext(segments: readonly string[]): Promise<Failure | null>
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
  take: (entries: readonly Entry<DocumentEvent>[]) => void
  refresh: () => Promise<void>
}): DocumentCommands {
  const taken = async (
    calling: Promise<Answer<{ readonly entries: readonly Entry<DocumentEvent>[] }>>,
  ): Promise<Failure | null> => {
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
      const state = view.get().state.segments.get(segment)
      if (state === undefined) return refuse('segment-removed', { segment })
      // biome-ignore lint/plugin/no-cast: the signature ties each name to its body; here one stands for all of them
      const route = name as 'reviseSegment'
      const body: BodyOf<'reviseSegment'> = { base: Math.max(state.version, autosaver.baseOf(segment)), ...more }
      return taken(call(route, { params: { document, segment }, body }))
    },
    comment: (segment, { text, blocking }) =>
      taken(call('addComment', { params: { document, segment }, body: { text, ...(blocking && { blocking }) } })),
    async changeMany(act, segments, reason = '') {
      for (const segment of segments) {
        const unsaved = await autosaver.flush(segment)
        if (unsaved !== null) return unsaved
      }
      const { state } = view.get()
      const seen = segments.map((segment) => ({
        segment,
        base: Math.max(state.segments.get(segment)?.version ?? 0, autosaver.baseOf(segment)),
      }))
      const params = { document }
      const outcome = await (act === 'return'
        ? call('returnMany', { params, body: { segments: seen, reason } })
        : call(manyRoutes[act], { params, body: { segments: seen } }))
      if (outcome.type === 'reply') take(outcome.reply.entries)
      return outcome
    },
    confirmInContext: (segments) =>
      taken(call('confirmInContext', { params: { document }, body: { segments: [...segments] } })),
    resolve: (segment, comment, reason) => {
      const body = reason === undefined ? {} : { reason }
      return taken(call('resolveComment', { params: { document, segment, comment }, body }))
    },
  }
}
