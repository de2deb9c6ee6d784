import type { Refusal } from '../../../../src/model/refusal.ts'

/**
 * The saving of one segment's English, as a value. Nothing typed is ever dropped here: it is on its way to the
 * server, waiting for it, or standing against somebody else's words until a person has chosen.
 */
export interface Saving {
  /** What stands in the editor. */
  readonly text: string
  /** What the server holds, and the version of the segment it holds it at. */
  readonly saved: string
  readonly base: number
  readonly phase: 'saved' | 'waiting' | 'sending' | 'stale' | 'unreachable' | 'refused' | 'conflict'
  /** What is under way. */
  readonly sent?: string
  /** In a conflict: the words of the other, and who they are. */
  readonly theirs?: { readonly text: string; readonly by: string }
  readonly refusal?: Refusal
  readonly failures: number
}

export type SavingEvent =
  | { readonly type: 'typed'; readonly text: string }
  /** The pause after typing is over, the editor was left, or it is time to try again. */
  | { readonly type: 'due' }
  | { readonly type: 'accepted'; readonly text: string; readonly version: number }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'unreachable' }
  /** The segment as others or the server have made it. */
  | { readonly type: 'received'; readonly text: string; readonly version: number; readonly by: string }
  /** A person has chosen what shall stand, over the words of the other. */
  | { readonly type: 'settled'; readonly text: string }

/** What the world has to do next: wait and say `due`, send, or fetch the segment anew. */
export type Errand =
  | { readonly type: 'wait'; readonly milliseconds: number }
  | { readonly type: 'send'; readonly text: string; readonly base: number }
  | { readonly type: 'fetch' }

export const pause = 600
const longest = 30_000

export function startSaving(text: string, version: number): Saving {
  return { text, saved: text, base: version, phase: 'saved', failures: 0 }
}

/** Words kept from an earlier visit that the server never had. */
export function resumeSaving(kept: { text: string; saved: string; base: number }): Saving {
  return { ...kept, phase: kept.text === kept.saved ? 'saved' : 'waiting', failures: 0 }
}

export function isUnsaved(saving: Saving): boolean {
  return saving.phase !== 'saved'
}

type Step = readonly [Saving, Errand?]

export function step(saving: Saving, event: SavingEvent): Step {
  switch (event.type) {
    case 'typed':
      return typed(saving, event.text)
    case 'due':
      return due(saving)
    case 'accepted':
      return accepted(saving, event.text, event.version)
    case 'refused':
      if (event.refusal.code === 'segment-changed') return [{ ...without(saving), phase: 'stale' }, { type: 'fetch' }]
      return [{ ...without(saving), phase: 'refused', refusal: event.refusal }]
    case 'unreachable': {
      const failures = saving.failures + 1
      const milliseconds = Math.min(longest, 1000 * 2 ** Math.min(failures - 1, 10))
      return [
        { ...without(saving), phase: 'unreachable', failures },
        { type: 'wait', milliseconds },
      ]
    }
    case 'received':
      return received(saving, event)
    case 'settled':
      return due({
        ...without(saving),
        saved: saving.theirs?.text ?? saving.saved,
        text: event.text,
        phase: 'waiting',
      })
  }
}

function without({ sent: _sent, theirs: _theirs, refusal: _refusal, ...saving }: Saving): Saving {
  return saving
}

function typed(saving: Saving, text: string): Step {
  const next = { ...saving, text }
  switch (saving.phase) {
    case 'sending':
    case 'stale':
    case 'conflict':
      return [next]
    case 'unreachable':
      return [next, { type: 'wait', milliseconds: 1000 }]
    default:
      if (text === saving.saved) return [{ ...without(next), phase: 'saved' }]
      return [
        { ...without(next), phase: 'waiting' },
        { type: 'wait', milliseconds: pause },
      ]
  }
}

function due(saving: Saving): Step {
  if (saving.phase === 'stale') return [saving, { type: 'fetch' }]
  if (saving.phase !== 'waiting' && saving.phase !== 'unreachable' && saving.phase !== 'refused') return [saving]
  if (saving.text === saving.saved) return [{ ...without(saving), phase: 'saved', failures: 0 }]
  const sending: Saving = { ...without(saving), phase: 'sending', sent: saving.text }
  return [sending, { type: 'send', text: saving.text, base: saving.base }]
}

function accepted(saving: Saving, text: string, version: number): Step {
  const next = { ...without(saving), saved: text, base: Math.max(version, saving.base), failures: 0 }
  if (next.text === text) return [{ ...next, phase: 'saved' }]
  return [
    { ...next, phase: 'waiting' },
    { type: 'wait', milliseconds: pause },
  ]
}

function received(saving: Saving, { text, version, by }: { text: string; version: number; by: string }): Step {
  if (saving.phase === 'stale' && version === saving.base) {
    // The fetch was quicker than the change it was made for.
    return [saving, { type: 'wait', milliseconds: 1000 }]
  }
  if (version <= saving.base) return [saving]
  if (saving.phase === 'sending') {
    // The stream brought one's own words before the reply did; anything else is heard of again after the reply.
    return text === saving.sent ? accepted(saving, text, version) : [saving]
  }
  const next = { ...without(saving), saved: text, base: version }
  if (saving.text === saving.saved || saving.text === text) return [{ ...next, text, phase: 'saved', failures: 0 }]
  if (text === saving.saved) {
    // A comment or a confirmation: the words are the same, so they can be sent again against the new version.
    if (saving.phase === 'conflict') return [{ ...saving, base: version }]
    return due({ ...next, phase: 'waiting' })
  }
  return [{ ...saving, base: version, phase: 'conflict', theirs: { text, by }, failures: 0 }]
}
