import type { DocumentEvent, Entry } from '../model/event.ts'
import { atOnce, flatMapSteps, type Steps } from '../model/steps.ts'
import { segmentsNamed } from './segments.ts'

/**
 * What one person did in a document, before the last signature or since, as the journal shows it. The journal knows when
 * a step was recorded, not when a person began to read: nothing is said of the time before the first step, nor of pauses.
 */
export interface WorkShare {
  readonly by: string
  readonly did: 'translated' | 'revised'
  readonly sinceSigning: boolean
  /** Sentences worked on. */
  readonly sentences: readonly string[]
  /** The instants of the first step and the last. */
  readonly from: string
  readonly to: string
  /** Milliseconds from step to step, pauses left out; null for a single step, of which no time is known. */
  readonly milliseconds: number | null
  /** The median of the milliseconds from one confirmed sentence to the next, pauses left out; null if there is none. */
  readonly median: number | null
  /** When sentences were confirmed, in milliseconds since the first step, pauses left out. */
  readonly ticks: readonly number[]
}

/** Longer without a step is a pause, in milliseconds. */
const pause = 10 * 60 * 1000

/** The milliseconds from one step of a person to the next; null for a pause, or where there is no step before. */
export function timeBetween(before: string | undefined, now: string): number | null {
  const gap = before === undefined ? Number.NaN : Date.parse(now) - Date.parse(before)
  return gap >= 0 && gap <= pause ? gap : null
}

type Did = WorkShare['did']

/** What a step is part of, and whether it confirms a sentence; null for what is nobody's work on a sentence. */
export function stepOf({ event, by }: Entry<DocumentEvent>): { readonly did: Did; readonly confirms: boolean } | null {
  switch (event.type) {
    case 'segment-translated':
    case 'segment-propagated':
      return { did: 'translated', confirms: true }
    case 'segment-edited':
    case 'segment-split':
    case 'segments-joined':
    case 'propagation-undone':
    case 'edit-undone':
      return { did: 'translated', confirms: false }
    case 'segment-revised':
    case 'segment-revised-again':
      return { did: 'revised', confirms: true }
    case 'wording-accepted':
      return { did: event.reviser === by ? 'revised' : 'translated', confirms: true }
    case 'segment-returned':
    case 'finding-waived':
    case 'waiver-withdrawn':
    case 'figures-confirmed':
      return { did: 'revised', confirms: false }
    default:
      return null
  }
}

interface Collected {
  readonly by: string
  readonly did: Did
  readonly sinceSigning: boolean
  readonly sentences: Set<string>
  readonly steps: { readonly at: string; readonly confirms: boolean }[]
}

/** The shares in the order in which people first appear; `signedAt` is the sequence number of the last signature. */
export function workTimes(entries: readonly Entry<DocumentEvent>[], signedAt: number): readonly WorkShare[] {
  return atOnce(workTimesSteps(entries, signedAt))
}

/** The same, an entry a step. */
export function* workTimesSteps(
  entries: readonly Entry<DocumentEvent>[],
  signedAt: number,
): Steps<readonly WorkShare[]> {
  const shares = new Map<string, Collected>()
  for (const entry of entries) {
    const step = stepOf(entry)
    if (step === null) continue
    const { by, at, event, sequence } = entry
    const sinceSigning = sequence > signedAt
    const key = `${by} ${step.did} ${sinceSigning}`
    const share = shares.get(key) ?? { by, did: step.did, sinceSigning, sentences: new Set(), steps: [] }
    shares.set(key, share)
    share.steps.push({ at, confirms: step.confirms })
    for (const id of segmentsNamed(event)) share.sentences.add(id)
    yield
  }
  return yield* flatMapSteps([...shares.values()], (share) => {
    const [first, last] = [share.steps[0], share.steps.at(-1)]
    if (first === undefined || last === undefined) return []
    const { by, did, sinceSigning } = share
    return [
      { by, did, sinceSigning, sentences: [...share.sentences], from: first.at, to: last.at, ...timesOf(share.steps) },
    ]
  })
}

function timesOf(steps: Collected['steps']): Pick<WorkShare, 'milliseconds' | 'median' | 'ticks'> {
  const gaps: number[] = []
  const ticks: number[] = []
  let elapsed = 0
  let known = 0
  let before: string | undefined
  let confirmedAt: number | undefined
  for (const { at, confirms } of steps) {
    const gap = timeBetween(before, at)
    if (gap === null) confirmedAt = undefined
    else {
      elapsed += gap
      known += 1
    }
    before = at
    if (!confirms) continue
    ticks.push(elapsed)
    if (confirmedAt !== undefined) gaps.push(elapsed - confirmedAt)
    confirmedAt = elapsed
  }
  gaps.sort((a, b) => a - b)
  return { milliseconds: known === 0 ? null : elapsed, median: gaps[Math.floor((gaps.length - 1) / 2)] ?? null, ticks }
}

/**
 * English words a minute beyond which a text is not read: silent reading is at 238 on average and, for most adults,
 * between 175 and 300 (Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109, 2019).
 */
const fastestReading = 400
/** Fewer sentences tell nothing: two short ones are soon read. */
const leastSentences = 5

/** Whether a revision was faster than the English can be read; `words` are those of the sentences. */
export function isHasty({ did, sentences, milliseconds }: WorkShare, words: number): boolean {
  if (did !== 'revised' || milliseconds === null || sentences.length < leastSentences) return false
  // Of the first sentence no time is known.
  const read = (words * (sentences.length - 1)) / sentences.length
  return read > (milliseconds / 60_000) * fastestReading
}
