import type { CandidatesView, CandidateView } from '../../../../src/contract/views.ts'
import type { Term } from '../../../../src/model/term.ts'

/** What somebody did with a candidate; a taken term is known by its id. */
export type Deed =
  | { readonly type: 'accepted'; readonly candidate: CandidateView; readonly term: Term }
  | { readonly type: 'dismissed'; readonly candidate: CandidateView }

/** Somebody's way through a list of candidates: what is left of it, and what was done in their order. */
export interface Work {
  readonly left: readonly CandidateView[]
  readonly deeds: readonly Deed[]
  /** The form one is at; empty where there is none. */
  readonly active: string
  /** English as somebody has it before it is accepted, where it is not what was proposed. */
  readonly typed: Readonly<Record<string, string>>
}

export const noWork: Work = { left: [], deeds: [], active: '', typed: {} }

/** A list as it comes from the server. Who was at a candidate that it still has stays there. */
export function begin(work: Work, { candidates }: CandidatesView): Work {
  const stays = candidates.some(({ form }) => form === work.active)
  return { ...work, left: candidates, active: stays ? work.active : (candidates[0]?.form ?? '') }
}

/** Goes by so many rows up or down, and stays within the list. */
export function move(work: Work, by: number): Work {
  const at = work.left.findIndex(({ form }) => form === work.active)
  const to = Math.max(0, Math.min(work.left.length - 1, at + by))
  return { ...work, active: work.left[to]?.form ?? '' }
}

export function englishOf({ typed }: Work, { form, english }: CandidateView): string {
  return typed[form] ?? english?.text ?? ''
}

export function type(work: Work, { form, english }: CandidateView, text: string): Work {
  const { [form]: _, ...others } = work.typed
  return { ...work, typed: text === (english?.text ?? '') ? others : { ...others, [form]: text } }
}

/** Takes a candidate out of the list; who was at it goes on to the next, at the end of the list to the one before. */
export function done(work: Work, deed: Deed): Work {
  const { form } = deed.candidate
  const at = work.left.findIndex((one) => one.form === form)
  const left = work.left.filter((one) => one.form !== form)
  const { [form]: _, ...typed } = work.typed
  const active = work.active === form ? (left[Math.min(at, left.length - 1)]?.form ?? '') : work.active
  return { left, deeds: [...work.deeds, deed], active, typed }
}

/** Puts a candidate back into the list, in its place by score, and goes to it; English that was accepted is there again. */
export function undone(work: Work, form: string): Work {
  const deed = work.deeds.findLast(({ candidate }) => candidate.form === form)
  if (deed === undefined) return work
  const candidate = deed.type === 'accepted' ? { ...deed.candidate, retired: true } : deed.candidate
  const left = [...work.left.filter((one) => one.form !== form), candidate].sort((a, b) => b.score - a.score)
  const back = { ...work, left, deeds: work.deeds.filter((one) => one !== deed), active: form }
  return deed.type === 'accepted' ? type(back, candidate, deed.term.renderings[0]?.text ?? '') : back
}

/** Whether there are words that would be lost by leaving. */
export function isUnsaved({ typed }: Work): boolean {
  return Object.values(typed).some((text) => text.trim() !== '')
}

export function countsOf({ left, deeds }: Work) {
  const accepted = deeds.filter((deed) => deed.type === 'accepted').length
  return { accepted, aside: deeds.length - accepted, left: left.length }
}
