import type { CandidatesView, CandidateView } from '../../../../src/contract/views/candidates.ts'
import type { Term } from '../../../../src/model/term.ts'

/** What somebody did with a candidate; a taken term is known by its id. */
export type Decision =
  | { readonly type: 'accepted'; readonly candidate: CandidateView; readonly term: Term }
  | { readonly type: 'dismissed'; readonly candidate: CandidateView }

/** Somebody's way through a list of candidates: what is left of it, and what was done in their order. */
export interface Triage {
  readonly left: readonly CandidateView[]
  readonly decisions: readonly Decision[]
  /** The form one is at; empty where there is none. */
  readonly active: string
  /** English as somebody has it before it is accepted, where it is not what was proposed. */
  readonly typed: Readonly<Record<string, string>>
}

export const emptyTriage: Triage = { left: [], decisions: [], active: '', typed: {} }

/** A list as it comes from the server. Who was at a candidate that it still has stays there. */
export function begin(triage: Triage, { candidates }: CandidatesView): Triage {
  const stays = candidates.some(({ form }) => form === triage.active)
  return { ...triage, left: candidates, active: stays ? triage.active : (candidates[0]?.form ?? '') }
}

/** Goes by so many rows up or down, and stays within the list. */
export function move(triage: Triage, by: number): Triage {
  const at = triage.left.findIndex(({ form }) => form === triage.active)
  const to = Math.max(0, Math.min(triage.left.length - 1, at + by))
  return { ...triage, active: triage.left[to]?.form ?? '' }
}

export function englishOf({ typed }: Triage, { form, english }: CandidateView): string {
  return typed[form] ?? english?.text ?? ''
}

export function type(triage: Triage, { form, english }: CandidateView, text: string): Triage {
  const { [form]: _, ...others } = triage.typed
  return { ...triage, typed: text === (english?.text ?? '') ? others : { ...others, [form]: text } }
}

/** Takes a candidate out of the list; who was at it goes on to the next, at the end of the list to the one before. */
export function decided(triage: Triage, decision: Decision): Triage {
  const { form } = decision.candidate
  const at = triage.left.findIndex((one) => one.form === form)
  const left = triage.left.filter((one) => one.form !== form)
  const { [form]: _, ...typed } = triage.typed
  const active = triage.active === form ? (left[Math.min(at, left.length - 1)]?.form ?? '') : triage.active
  return { left, decisions: [...triage.decisions, decision], active, typed }
}

/** Puts a candidate back into the list, in its place by score, and goes to it; English that was accepted is there again. */
export function undone(triage: Triage, form: string): Triage {
  const decision = triage.decisions.findLast(({ candidate }) => candidate.form === form)
  if (decision === undefined) return triage
  const candidate = decision.type === 'accepted' ? { ...decision.candidate, retired: true } : decision.candidate
  const left = [...triage.left.filter((one) => one.form !== form), candidate].sort((a, b) => b.score - a.score)
  const back = { ...triage, left, decisions: triage.decisions.filter((one) => one !== decision), active: form }
  return decision.type === 'accepted' ? type(back, candidate, decision.term.renderings[0]?.text ?? '') : back
}

/** Whether there are words that would be lost by leaving. */
export function isUnsaved({ typed }: Triage): boolean {
  return Object.values(typed).some((text) => text.trim() !== '')
}

export function countsOf({ left, decisions }: Triage) {
  const accepted = decisions.filter((decision) => decision.type === 'accepted').length
  return { accepted, aside: decisions.length - accepted, left: left.length }
}
