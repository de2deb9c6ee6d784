import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import { refuse } from '../../../../src/model/refusal.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { call, type Failure } from '../../../api.ts'
import { createStore, type Store } from '../../../interaction/store.ts'
import { fromEditable, markersOf, toEditable } from '../../../text/editable.ts'
import {
  type Errand,
  isUnsaved,
  pause,
  resumeSaving,
  type Saving,
  type SavingEvent,
  startSaving,
  step,
} from '../logic/autosave.ts'
import type { KeptWords } from '../logic/set-aside-words.ts'
import { localWords } from './local-words.ts'

/**
 * Saves what one person writes in one document. Every segment that was typed in has its own saving; what the server has
 * not acknowledged is kept in the browser too, so that no closed window loses it.
 */
export interface Autosaver {
  /** All that is being saved, by segment; replaced on every change. */
  readonly savings: Store<ReadonlyMap<string, Saving>>
  type(segment: string, text: string): void
  /** Saves at once what waits: the editor was left. */
  leave(segment: string): void
  /** A person has chosen what shall stand, where two have written. */
  settle(segment: string, text: string): void
  /** Saves what is typed in a segment; null when it stands. */
  flush(segment: string): Promise<Failure | null>
  baseOf(segment: string): number
  /** The document has changed: words of a segment that was split or joined away are laid aside. */
  follow(): void
  /** Takes up what an earlier visit left unsaved. */
  resume(): void
  retry(): void
  aside(): readonly KeptWords[]
  close(): void
}

/** What saving needs of the document that it saves into. */
interface OpenDocument {
  readonly document: string
  readonly me: string
  segment(id: string): SegmentState | undefined
  refresh(): Promise<void>
  /** Takes in the entries of a reply. */
  take(entries: readonly Entry<DocumentEvent>[]): void
}

export function createAutosaver(open: OpenDocument): Autosaver {
  const savings = createStore<ReadonlyMap<string, Saving>>(new Map())
  const local = localWords(open.document, open.me)
  const put = (id: string, saving: Saving) => {
    savings.set(new Map(savings.get()).set(id, saving))
    const { text, saved, base } = saving
    local.keepUnsaved(id, isUnsaved(saving) ? { text, saved, base } : null)
  }
  const saving = (id: string) => savings.get().get(id)
  const { happen, stop } = createErrands(open, saving, put)
  const allDue = () => {
    for (const id of savings.get().keys()) happen(id, { type: 'due' })
  }
  const beforeUnload = (event: BeforeUnloadEvent) => {
    if ([...savings.get().values()].some(isUnsaved)) event.preventDefault()
  }
  addEventListener('beforeunload', beforeUnload)
  addEventListener('pagehide', allDue)
  return {
    savings,
    type(id, text) {
      const state = open.segment(id)
      if (saving(id) === undefined && state) put(id, startSaving(toEditable(state.target, state.source), state.version))
      happen(id, { type: 'typed', text })
    },
    leave: (id) => happen(id, { type: 'due' }),
    settle(id, text) {
      const before = saving(id)
      // The other's words are in the history of the segment; one's own are nowhere yet.
      if (before?.theirs && text === before.theirs.text) local.layAside(id, before.text)
      happen(id, { type: 'settled', text })
    },
    flush: (id) => flushed(id, savings, happen),
    baseOf: (id) => saving(id)?.base ?? 0,
    follow() {
      for (const [id, gone] of savings.get()) {
        const state = open.segment(id)
        if (state !== undefined) {
          happen(id, received(state))
          continue
        }
        if (isUnsaved(gone)) local.layAside(id, gone.text)
        stop(id)
        local.keepUnsaved(id, null)
        savings.set(new Map([...savings.get()].filter(([other]) => other !== id)))
      }
    },
    resume() {
      for (const [id, left] of local.unsaved()) {
        const state = open.segment(id)
        if (state === undefined) continue
        put(id, resumeSaving(left))
        happen(id, state.version > left.base ? received(state) : { type: 'due' })
      }
    },
    retry() {
      for (const [id, { phase }] of savings.get()) if (phase === 'unreachable') happen(id, { type: 'due' })
    },
    aside: local.aside,
    close() {
      removeEventListener('beforeunload', beforeUnload)
      removeEventListener('pagehide', allDue)
      allDue()
      for (const id of savings.get().keys()) stop(id)
    },
  }
}

type Happen = (segment: string, event: SavingEvent) => void

/** Runs what the saving of a segment asks for: waiting, sending, fetching the segment anew. */
function createErrands(
  { document, segment, refresh, take }: OpenDocument,
  saving: (segment: string) => Saving | undefined,
  put: (segment: string, saving: Saving) => void,
) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const happen: Happen = (id, event) => {
    const before = saving(id)
    if (before === undefined) return
    const [next, errand] = step(before, event)
    if (next !== before) put(id, next)
    if (errand) run(id, errand)
  }
  const receive = (id: string) => {
    const state = segment(id)
    if (state) happen(id, received(state))
  }
  const run = (id: string, errand: Errand) => {
    clearTimeout(timers.get(id))
    if (errand.type === 'wait') {
      const due = () => happen(id, { type: 'due' })
      timers.set(id, setTimeout(due, errand.milliseconds))
    } else if (errand.type === 'fetch') void refresh().then(() => receive(id))
    else void send(id, errand.text, errand.base)
  }
  const send = async (id: string, text: string, base: number) => {
    const state = segment(id)
    if (state === undefined) return happen(id, { type: 'refused', refusal: refuse('segment-removed', { segment: id }) })
    const target = [...fromEditable(text, markersOf(state.source, state.target))]
    const outcome = await call('editSegment', { params: { document, segment: id }, body: { base, target } })
    // Whose session has ended signs in again over the page; then the words are sent again.
    const later = outcome.type === 'unreachable' || (outcome.type === 'refusal' && outcome.code === 'not-signed-in')
    if (later) return happen(id, { type: 'unreachable' })
    if (outcome.type === 'refusal') return happen(id, { type: 'refused', refusal: outcome })
    take(outcome.reply.entries)
    happen(id, { type: 'accepted', text, version: segment(id)?.version ?? base })
    // What others did between the call and its reply was not heard while the call was under way.
    receive(id)
  }
  return { happen, stop: (id: string) => clearTimeout(timers.get(id)) }
}

function received(state: SegmentState): SavingEvent {
  return {
    type: 'received',
    text: toEditable(state.target, state.source),
    version: state.version,
    by: state.edited?.by ?? '',
  }
}

/** Saves a segment and waits until that is done; null when its words stand. */
async function flushed(id: string, savings: Autosaver['savings'], happen: Happen): Promise<Failure | null> {
  const phase = () => savings.get().get(id)?.phase
  happen(id, { type: 'due' })
  while (['waiting', 'sending', 'stale'].includes(phase() ?? '')) {
    await new Promise<void>((resolve) => {
      const unsubscribe = savings.subscribe(() => {
        unsubscribe()
        resolve()
      })
      setTimeout(() => {
        unsubscribe()
        resolve()
      }, pause)
    })
    if (phase() === 'waiting') happen(id, { type: 'due' })
  }
  const saving = savings.get().get(id)
  if (saving?.phase === 'unreachable') return { type: 'unreachable' }
  if (saving?.phase === 'refused') return saving.refusal ?? { type: 'unreachable' }
  return saving?.phase === 'conflict' ? refuse('segment-changed', { segment: id }) : null
}
