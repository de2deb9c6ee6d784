import type { DocumentNews, PackedView } from '../../../../src/contract/views/documents.ts'
import type { CompletionSource } from '../../../../src/memory/completion.ts'
import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import { expectDefined } from '../../../../src/model/expect.ts'
import { documentOriginPrefix } from '../../../../src/model/match.ts'
import type { Person } from '../../../../src/model/people.ts'
import { advance } from '../../../../src/review/fold.ts'
import { call } from '../../../api.ts'
import { type BackgroundChecks, startBackgroundChecks } from '../../../background-checks/worker-client.ts'
import { createStore, type Store } from '../../../interaction/store.ts'
import { createEntryOrder } from '../logic/entry-order.ts'
import { createOtherDrafts, type OtherDrafts } from './asked-drafts.ts'
import { type Autosaver, createAutosaver } from './autosaver.ts'
import { type DocumentCommands, documentCommands } from './document-commands.ts'
import { listenToDocument } from './document-stream.ts'
import { createDrafting, type DraftingCommands } from './drafting-commands.ts'
import { createPropagation, type Propagation } from './propagation.ts'
import { type RoomView, viewOf } from './room-view.ts'

/** The English of matches of a segment, the best first. */
export interface OfferedMatches {
  readonly segment: string
  readonly targets: readonly CompletionSource[]
}

/** An open document: its view follows what happens to it, and what its person does goes to the server. */
export interface Room extends DocumentCommands, DraftingCommands, OtherDrafts, Propagation {
  readonly me: Person
  readonly view: Store<RoomView>
  readonly autosaver: Autosaver
  readonly checks: BackgroundChecks
  /** What the memory offers for the segment that is worked on, once it has answered. */
  readonly matches: Store<OfferedMatches | null>
  /** Tells the others at which segment this person is. */
  standAt(segment: string | null): void
  close(): void
}

export function openRoom(first: PackedView, me: Person): Room {
  const document = first.state.document.id
  const view = createStore(viewOf(first))
  const change = (next: Partial<RoomView>) => view.set({ ...view.get(), ...next })
  const leaving = new AbortController()
  const refresh = async () => {
    const outcome = await call('packedDocument', { params: { document }, signal: leaving.signal })
    // Entries may have overtaken the reply.
    if (outcome.type !== 'reply' || outcome.reply.state.sequence < view.get().state.sequence) return
    view.set(viewOf(outcome.reply, view.get()))
    autosaver.follow()
  }
  const order = createEntryOrder()
  const take = (entries: readonly Entry<DocumentEvent>[]) => {
    const ready = order.take(entries, view.get().state.sequence)
    if (ready.length > 0) {
      const before = view.get().state
      change({ state: expectDefined(advance(before, ready), 'the document') })
      autosaver.follow()
      if (needsRefresh(ready, view.get())) void refresh()
    }
    if (order.hasGap()) void refresh().then(() => order.clear())
  }
  /** Takes the entries of a reply: what the stream has brought of those before them comes first. */
  const takeReply = (entries: readonly Entry<DocumentEvent>[]) => {
    stream.passAll()
    take(entries)
  }
  const segment = (id: string) => view.get().state.segments.get(id)
  const autosaver = createAutosaver({ document, me: me.id, segment, refresh, take: takeReply })
  autosaver.resume()

  const presence = createPresence(document)
  const drafting = createDrafting(document, (status) => change({ drafting: status }))
  const onNews = (news: DocumentNews) => {
    if (news.type === 'entries') return take(news.entries)
    if (news.type === 'drafting') drafting.hear(news.status)
    else if (news.type === 'present') change({ present: news.people })
    else {
      const { terms, covered, words } = news
      change({ terms, covered, words })
      if (view.get().state.signOff) void refresh()
    }
  }
  const stream = listenToDocument(document, {
    after: () => view.get().state.sequence,
    onNews,
    onOpen() {
      if (!view.get().connected) change({ connected: true })
      autosaver.retry()
      presence.again()
    },
    onBreak: () => change({ connected: false }),
  })
  const checks = startBackgroundChecks()
  return {
    me,
    view,
    autosaver,
    checks,
    matches: createStore<OfferedMatches | null>(null),
    ...drafting,
    ...createOtherDrafts(document),
    ...createPropagation(document, takeReply),
    ...documentCommands({ document, view, autosaver, take: takeReply, refresh }),
    standAt: presence.standAt,
    close() {
      leaving.abort()
      stream.close()
      autosaver.close()
      checks.close()
    },
  }
}

/** Whether entries say that there is more to know than they bring: a name of a person or document, a signature's staleness. */
function needsRefresh(entries: readonly Entry<DocumentEvent>[], { names, sources }: RoomView): boolean {
  return entries.some(({ by, event }) => {
    if (event.type === 'document-signed' || (by !== 'system' && !names.has(by))) return true
    if (event.type !== 'segment-drafted' || event.draft.origin.type !== 'memory') return false
    const { source } = event.draft.origin
    return source.startsWith(documentOriginPrefix) && !Object.hasOwn(sources, source)
  })
}

function createPresence(document: string) {
  let place: string | null = null
  const say = () => void call('presence', { params: { document }, body: { segment: place } })
  return {
    standAt(segment: string | null) {
      if (place === segment) return
      place = segment
      say()
    },
    again() {
      if (place !== null) say()
    },
  }
}
