import type { Entry } from '../../../../src/model/event.ts'
import { type Refusal, refuse } from '../../../../src/model/refusal.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { call, type Unreachable } from '../../../api.ts'
import { recall, remember } from '../../../shell/remember.ts'
import { codesOf, fromEditable, toEditable } from '../../../text/editable.ts'
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
import { type KeptWords, setAside } from '../logic/set-aside-words.ts'

/**
 * What one person is writing in one document. Every segment that was typed in has its own saving; what the server has
 * not acknowledged is kept in the browser too, so that no closed window loses it.
 */
export interface Desk {
  saving(segment: string): Saving | undefined
  /** All that is being saved, by segment; replaced on every change. */
  savings(): ReadonlyMap<string, Saving>
  subscribe(listener: () => void): () => void
  type(segment: string, text: string): void
  /** Saves at once what waits: the editor was left. */
  leave(segment: string): void
  settle(segment: string, text: string): void
  /** Saves what is typed in a segment; null when it stands. */
  flush(segment: string): Promise<Refusal | Unreachable | null>
  baseOf(segment: string): number
  /** Hears what the segment has become. */
  tell(segment: SegmentState): void
  /** Hears which segments there are: words of one that was split or joined away are laid aside. */
  tidy(exists: (segment: string) => boolean): void
  /** Takes up what an earlier visit left unsaved. */
  resume(segment: string): void
  retry(): void
  aside(): readonly KeptWords[]
  close(): void
}

interface World {
  readonly document: string
  readonly me: string
  segment(id: string): SegmentState | undefined
  refresh(): Promise<void>
  take(entries: readonly Entry[]): void
}

export function createDesk({ document, me, segment, refresh, take }: World): Desk {
  let savings: ReadonlyMap<string, Saving> = new Map()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const listeners = new Set<() => void>()
  const place = (id: string) => `unsaved.${me}.${document}.${id}`
  const asidePlace = `aside.${me}.${document}`
  let kept: readonly KeptWords[] = parsed<readonly KeptWords[]>(recall(asidePlace)) ?? []

  const put = (id: string, saving: Saving) => {
    savings = new Map(savings).set(id, saving)
    const { text, saved, base } = saving
    remember(place(id), isUnsaved(saving) ? JSON.stringify({ text, saved, base }) : null)
    for (const listener of listeners) listener()
  }
  const lay = (id: string, text: string) => {
    if (text.trim() === '') return
    kept = setAside(kept, { segment: id, text, at: new Date().toISOString() })
    remember(asidePlace, JSON.stringify(kept))
  }
  const happen = (id: string, event: SavingEvent) => {
    const saving = savings.get(id)
    if (saving === undefined) return
    const [next, errand] = step(saving, event)
    if (next !== saving) put(id, next)
    if (errand) run(id, errand)
  }
  const run = (id: string, errand: Errand) => {
    clearTimeout(timers.get(id))
    if (errand.type === 'wait')
      timers.set(
        id,
        setTimeout(() => happen(id, { type: 'due' }), errand.milliseconds),
      )
    else if (errand.type === 'fetch') {
      void refresh().then(() => {
        const state = segment(id)
        if (state) happen(id, told(state))
      })
    } else void save(id, errand.text, errand.base)
  }
  const told = (state: SegmentState): SavingEvent => ({
    type: 'told',
    text: toEditable(state.target),
    version: state.version,
    by: state.edited?.by ?? '',
  })
  const save = async (id: string, text: string, base: number) => {
    const state = segment(id)
    if (state === undefined) return happen(id, { type: 'refused', refusal: refuse('segment-removed', { segment: id }) })
    const target = [...fromEditable(text, codesOf(state.source, state.target))]
    const outcome = await call('editSegment', { params: { document, segment: id }, body: { base, target } })
    // Whose session has ended signs in again over the page; then the words are sent again.
    const later = outcome.type === 'unreachable' || (outcome.type === 'refusal' && outcome.code === 'not-signed-in')
    if (later) return happen(id, { type: 'unreachable' })
    if (outcome.type === 'refusal') return happen(id, { type: 'refused', refusal: outcome })
    take(outcome.reply.entries)
    const now = segment(id)
    happen(id, { type: 'accepted', text, version: now?.version ?? base })
    // What others did between the call and its reply was not told while the call was under way.
    if (now) happen(id, told(now))
  }
  const waiting = (saving: Saving | undefined) =>
    saving !== undefined && ['waiting', 'sending', 'stale'].includes(saving.phase)

  const beforeUnload = (event: BeforeUnloadEvent) => {
    if ([...savings.values()].some(isUnsaved)) event.preventDefault()
  }
  const hide = () => {
    for (const id of savings.keys()) happen(id, { type: 'due' })
  }
  addEventListener('beforeunload', beforeUnload)
  addEventListener('pagehide', hide)

  return {
    saving: (id) => savings.get(id),
    savings: () => savings,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type(id, text) {
      const state = segment(id)
      if (!savings.has(id) && state) put(id, startSaving(toEditable(state.target), state.version))
      happen(id, { type: 'typed', text })
    },
    leave: (id) => happen(id, { type: 'due' }),
    settle(id, text) {
      const saving = savings.get(id)
      // The other's words are in the history of the segment; one's own are nowhere yet.
      if (saving?.theirs && text === saving.theirs.text) lay(id, saving.text)
      happen(id, { type: 'settled', text })
    },
    async flush(id) {
      happen(id, { type: 'due' })
      while (waiting(savings.get(id))) {
        await new Promise<void>((resolve) => {
          const done = () => {
            listeners.delete(done)
            resolve()
          }
          listeners.add(done)
          setTimeout(done, pause)
        })
        if (savings.get(id)?.phase === 'waiting') happen(id, { type: 'due' })
      }
      const saving = savings.get(id)
      if (saving?.phase === 'unreachable') return { type: 'unreachable' }
      if (saving?.phase === 'refused') return saving.refusal ?? { type: 'unreachable' }
      if (saving?.phase === 'conflict') return refuse('segment-changed', { segment: id })
      return null
    },
    baseOf: (id) => savings.get(id)?.base ?? 0,
    tell: (state) => happen(state.id, told(state)),
    tidy(exists) {
      for (const [id, saving] of savings) {
        if (exists(id)) continue
        if (isUnsaved(saving)) lay(id, saving.text)
        clearTimeout(timers.get(id))
        remember(place(id), null)
        savings = new Map([...savings].filter(([other]) => other !== id))
      }
      for (const listener of listeners) listener()
    },
    resume(id) {
      const left = parsed<{ text: string; saved: string; base: number }>(recall(place(id)))
      const state = segment(id)
      if (left === null || state === undefined) return
      put(id, resumeSaving(left))
      if (state.version > left.base) happen(id, told(state))
      else happen(id, { type: 'due' })
    },
    retry() {
      for (const [id, { phase }] of savings) if (phase === 'unreachable') happen(id, { type: 'due' })
    },
    aside: () => kept,
    close() {
      removeEventListener('beforeunload', beforeUnload)
      removeEventListener('pagehide', hide)
      for (const id of savings.keys()) happen(id, { type: 'due' })
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

function parsed<T>(json: string | null): T | null {
  try {
    return json === null ? null : (JSON.parse(json) as T)
  } catch {
    return null
  }
}
