import type { Draft } from '../model/draft.ts'
import { expectDefined } from '../model/expect.ts'
import type { HouseStyle } from '../model/house-style.ts'
import { inlineOf } from '../model/inline.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { TermOccurrence } from '../model/term.ts'
import type { Engine, EngineReply, EngineRequest } from '../ports/engine.ts'
import type { Digest } from '../ports/world.ts'
import { compliance, glossaryHash, termsOf } from './compliance.ts'
import { defectsOf } from './defects.ts'

/**
 * A segment to draft: its plain source, the terms recognised in it, the sources of its neighbours ('' at the ends), and
 * the house style of its English.
 */
export interface DraftJob {
  readonly segment: string
  readonly source: string
  readonly terms: readonly TermOccurrence[]
  readonly before: string
  readonly after: string
  readonly style: HouseStyle
}

/** The result of a job; the draft is null if the engine has no translation. */
export interface Drafted {
  readonly segment: string
  readonly draft: Draft | null
}

/** Jobs sent to the engine together: enough to fill a service's batches, few enough that drafts appear continuously. */
const batchSize = 100

type Answer = Extract<EngineReply, { readonly target: string }>

interface Flawed {
  readonly job: DraftJob
  readonly answer: Answer
  readonly defects: readonly string[]
}

/**
 * Has an engine draft segments, and checks each draft against the terms and numbers of its source. A draft with defects
 * is sent back once, with the defects, if the engine can repair; the repaired draft is used only if it has fewer. Every
 * job is answered once, as soon as it is done, in any order. A refusal of the engine comes last, after the drafts; an
 * aborted `signal` ends the work without an error.
 */
export async function* draftSegments(
  jobs: readonly DraftJob[],
  engine: Engine,
  { digest, signal }: { readonly digest: Digest; readonly signal: AbortSignal },
): AsyncIterable<Drafted | Refusal> {
  const drafted = (job: DraftJob, answer: Answer | null): Drafted => ({
    segment: job.segment,
    draft: answer && draftOf(job, answer, digest),
  })

  for (let from = 0; from < jobs.length; from += batchSize) {
    const batch = jobs.slice(from, from + batchSize)
    const flawed: Flawed[] = []
    let refusal: Refusal | null = null

    for await (const reply of ask(engine, batch.map(requestOf), signal)) {
      if (signal.aborted) return
      if (isRefusal(reply)) {
        refusal = reply
        break
      }
      const job = expectDefined(
        batch.find(({ segment }) => segment === reply.id),
        'the job of a reply',
      )
      const answer = reply.target === undefined ? null : reply
      const defects = answer && engine.repairs ? defectsOf(job, answer.target) : []
      if (answer && defects.length > 0) flawed.push({ job, answer, defects })
      else yield drafted(job, answer)
    }

    if (flawed.length > 0 && refusal === null) {
      for await (const reply of ask(engine, flawed.map(repairOf), signal)) {
        if (signal.aborted) return
        if (isRefusal(reply)) {
          refusal = reply
          break
        }
        const at = flawed.findIndex(({ job }) => job.segment === reply.id)
        const { job, answer, defects } = expectDefined(flawed.splice(at, 1)[0], 'the draft to repair')
        const better = reply.target !== undefined && defectsOf(job, reply.target).length < defects.length
        yield drafted(job, better ? reply : answer)
      }
    }
    // Jobs remain only after a refusal. A draft with defects is still a draft, and the checks report its defects.
    for (const { job, answer } of flawed) yield drafted(job, answer)
    if (refusal) return yield refusal
    if (signal.aborted) return
  }
}

/**
 * The engine's replies, one for each request. Drops replies without a request and second replies, treats blank targets as
 * none, and adds the replies that are missing, except after a refusal.
 */
async function* ask(
  engine: Engine,
  requests: readonly EngineRequest[],
  signal: AbortSignal,
): AsyncIterable<EngineReply | Refusal> {
  const open = new Set(requests.map(({ id }) => id))
  try {
    for await (const reply of engine.translate(requests, signal)) {
      if (isRefusal(reply)) return yield reply
      if (!open.delete(reply.id)) continue
      const target = reply.target?.toWellFormed().trim() ?? ''
      yield target === '' || reply.target === undefined ? { id: reply.id } : { ...reply, target }
    }
  } catch (error) {
    // Libraries end in various ways when they are aborted; that is not a fault.
    if (!signal.aborted) throw error
  }
  if (!signal.aborted) for (const id of open) yield { id }
}

function requestOf({ segment, source, terms, before, after }: DraftJob): EngineRequest {
  return { id: segment, source, terms: termsOf(terms), before, after }
}

function repairOf({ job, answer, defects }: Flawed): EngineRequest {
  return { ...requestOf(job), repair: { target: answer.target, defects } }
}

function draftOf({ terms: occurrences }: DraftJob, { target, origin }: Answer, digest: Digest): Draft {
  const terms = termsOf(occurrences)
  return {
    target: inlineOf(target),
    origin,
    glossary: glossaryHash(terms, digest),
    compliance: compliance(terms, target),
  }
}
