import type { DocumentNews, DocumentView, DraftingStatus } from '../../../../src/contract/views.ts'
import { segmentsOf } from '../../../../src/model/document.ts'
import type { Entry } from '../../../../src/model/event.ts'
import type { Person } from '../../../../src/model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../../../src/model/refusal.ts'
import type { Staleness } from '../../../../src/model/signoff.ts'
import type { DocumentState, SegmentState } from '../../../../src/model/state.ts'
import type { Term } from '../../../../src/model/term.ts'
import { advance } from '../../../../src/review/fold.ts'
import { addressOf, call, type Unreachable } from '../../../api.ts'
import { openReader, type ReaderDesk } from '../../../background-checks/worker-client.ts'
import { createDesk, type Desk } from './autosaver.ts'

/** A document as one person has it before them: what is stored, who else is here, and what is still being saved. */
export interface RoomView {
  readonly state: DocumentState
  readonly terms: readonly Term[]
  readonly covered: readonly Term[]
  readonly words: readonly string[]
  /** Display names by person id. */
  readonly names: ReadonlyMap<string, string>
  readonly drafting: DraftingStatus | null
  readonly present: readonly { readonly name: string; readonly segment: string | null }[]
  readonly staleness: Staleness | null
  readonly singlePerson: boolean
  /** Whether news of others arrives. */
  readonly connected: boolean
}

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

export interface Room {
  readonly me: Person
  readonly desk: Desk
  readonly reader: ReaderDesk
  view(): RoomView
  subscribe(listener: () => void): () => void
  /** Saves what is typed, then sends the command against the version that makes. Null: done. */
  send<N extends keyof Commands>(name: N, segment: string, more: Commands[N]): Promise<Refusal | Unreachable | null>
  comment(segment: string, text: string): Promise<Refusal | Unreachable | null>
  resolve(segment: string, comment: string): Promise<Refusal | Unreachable | null>
  draft(on: boolean): Promise<Refusal | Unreachable | null>
  /** Tells the others where one is. */
  standAt(segment: string | null): void
  refresh(): Promise<void>
  close(): void
}

function viewOf(view: DocumentView, before?: RoomView): RoomView {
  return {
    state: view.state,
    terms: view.terms,
    covered: view.covered,
    words: view.words,
    names: new Map(view.people.map(({ id, name }) => [id, name])),
    drafting: view.drafting,
    present: before?.present ?? [],
    staleness: view.staleness,
    singlePerson: view.singlePerson,
    connected: before?.connected ?? true,
  }
}

export function openRoom(first: DocumentView, me: Person): Room {
  const document = first.state.document.id
  let view = viewOf(first)
  let closed = false
  const listeners = new Set<() => void>()
  const change = (next: Partial<RoomView>) => {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }

  const refresh = async () => {
    const outcome = await call('document', { params: { document } })
    if (closed || outcome.type !== 'reply') return
    // Entries may have overtaken the reply.
    if (outcome.reply.state.sequence < view.state.sequence) return
    change(viewOf(outcome.reply, view))
    for (const segment of Object.values(view.state.segments)) desk.tell(segment)
  }

  // Entries in the order of their chain, whichever of stream and replies brings them first.
  const ahead = new Map<number, Entry>()
  const take = (entries: readonly Entry[]) => {
    for (const entry of entries) if (entry.sequence > view.state.sequence) ahead.set(entry.sequence, entry)
    const ready: Entry[] = []
    for (let next = view.state.sequence + 1; ahead.has(next); next++) {
      ready.push(ahead.get(next) as Entry)
      ahead.delete(next)
    }
    if (ready.length > 0) {
      const before = view.state.segments
      change({ state: advance(view.state, ready) as DocumentState })
      for (const segment of Object.values(view.state.segments)) if (before[segment.id] !== segment) desk.tell(segment)
      if (Object.keys(before).some((id) => !(id in view.state.segments))) desk.tidy((id) => id in view.state.segments)
      if (ready.some(({ by }) => by !== 'system' && !view.names.has(by))) void refresh()
      if (ready.some(({ event }) => event.type === 'document-signed')) void refresh()
    }
    if (ahead.size > 0) void refresh().then(() => ahead.clear())
  }

  const desk = createDesk({ document, me: me.id, segment: (id) => view.state.segments[id], refresh, take })
  for (const segment of segmentsOf(view.state.document)) desk.resume(segment.id)

  let stream: EventSource | null = null
  let patience = 1000
  let again: ReturnType<typeof setTimeout> | undefined
  let standing: string | null = null
  let told = 0
  const listen = () => {
    stream = new EventSource(addressOf('documentStream', { document }, { after: view.state.sequence }))
    stream.onopen = () => {
      patience = 1000
      if (!view.connected) change({ connected: true })
      desk.retry()
      if (standing !== null) void call('presence', { params: { document }, body: { segment: standing } })
    }
    stream.onmessage = (message: MessageEvent<string>) => {
      const news = JSON.parse(message.data) as DocumentNews
      if (news.type === 'entries') take(news.entries)
      else if (news.type === 'drafting') {
        told++
        change({ drafting: news.status })
      } else if (news.type === 'present') change({ present: news.people })
      else {
        const { terms, covered, words } = news
        change({ terms, covered, words })
        if (view.state.signOff) void refresh()
      }
    }
    stream.onerror = () => {
      stream?.close()
      change({ connected: false })
      again = setTimeout(listen, patience)
      patience = Math.min(patience * 2, 15_000)
    }
  }
  listen()

  const settled = async <R extends { readonly entries: readonly Entry[] }>(
    calling: Promise<{ readonly type: 'reply'; readonly reply: R } | Refusal | Unreachable>,
  ): Promise<Refusal | Unreachable | null> => {
    const outcome = await calling
    if (outcome.type === 'reply') {
      take(outcome.reply.entries)
      return null
    }
    if (isRefusal(outcome) && outcome.code === 'segment-changed') await refresh()
    return outcome
  }

  const reader = openReader()
  return {
    me,
    desk,
    reader,
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async send(name, segment, more) {
      const saved = await desk.flush(segment)
      if (saved !== null) return saved
      const state: SegmentState | undefined = view.state.segments[segment]
      if (state === undefined) return refuse('segment-removed', { segment })
      const base = Math.max(state.version, desk.baseOf(segment))
      const body = { base, ...more }
      const outcome = await settled(call(name, { params: { document, segment }, body: body as never }))
      return outcome
    },
    comment: (segment, text) => settled(call('addComment', { params: { document, segment }, body: { text } })),
    resolve: (segment, comment) =>
      settled(call('resolveComment', { params: { document, segment, comment }, body: {} })),
    async draft(on) {
      const before = told
      const outcome = on
        ? await call('startDrafting', { params: { document }, body: {} })
        : await call('stopDrafting', { params: { document } })
      if (outcome.type !== 'reply') return outcome
      // A short run can be over, and told, before the reply that it began.
      if (told === before) change({ drafting: outcome.reply })
      return null
    },
    standAt(segment) {
      if (standing === segment) return
      standing = segment
      void call('presence', { params: { document }, body: { segment } })
    },
    refresh,
    close() {
      closed = true
      clearTimeout(again)
      stream?.close()
      desk.close()
      reader.close()
    },
  }
}
