import type { DraftingForecast, DraftingStatus } from '../../contract/views/drafting.ts'
import { glossaryHash, hasDefects } from '../../drafting/compliance.ts'
import type { Budget } from '../../drafting/draft.ts'
import { estimateDrafting } from '../../drafting/estimate.ts'
import { type DraftJob, termsOf } from '../../drafting/job.ts'
import { pricesOf } from '../../drafting/spending.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { flatMapSteps, type Steps } from '../../model/steps.ts'
import type { Hold } from '../../ports/coordination.ts'
import { type Digest, inSlices } from '../../ports/world.ts'
import { settingsOfRuns } from '../core/engine-settings.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from './analyse-now.ts'
import type { Analysis } from './analysis.ts'
import { type DraftingRun, endedRun, runDrafting } from './drafting-run.ts'
import { draftingTools, jobOf, namesIn, readyEngines } from './drafting-tools.ts'
import { runLock, statusOfRun } from './runs-elsewhere.ts'
import { keepDrafts } from './segments.ts'

/**
 * Which segments a run drafts, none of them touched by a person: `open` those without a draft, those whose terms
 * changed since, and those whose climb was interrupted; `untouched` all; or those that are named.
 */
export type DraftingScope = 'open' | 'untouched' | readonly string[]

/**
 * Starts a run; a second run after a stop or a crash continues with the remaining segments. Returns at once; the
 * listeners of the document receive the progress.
 */
export async function startDrafting(
  workspace: Workspace,
  actor: Person,
  {
    document,
    scope = 'open',
    budget = {},
  }: { readonly document: string; readonly scope?: DraftingScope; readonly budget?: Budget },
): Promise<DraftingStatus | Refusal> {
  const opened = await openFor(workspace, actor, 'draft', document)
  if (isRefusal(opened)) return opened
  return workspace.turns.take(`drafting/${document}`, async () => {
    if (workspace.runs.get(document)?.status().running) return refuse('draft-running')
    const hold = await workspace.world.coordination.hold(runLock(document))
    if (hold === null) return refuse('draft-running')
    const run = await beginRun(workspace, actor, { document, scope, budget, hold }).catch(async (fault) => {
      await hold.release()
      throw fault
    })
    if (!isRefusal(run)) return run.status()
    await hold.release()
    return run
  })
}

async function beginRun(
  workspace: Workspace,
  actor: Person,
  {
    document,
    scope,
    budget,
    hold,
  }: {
    readonly document: string
    readonly scope: DraftingScope
    readonly budget: Budget
    readonly hold: Hold
  },
): Promise<DraftingRun | Refusal> {
  const { world, runs } = workspace
  const settings = await settingsOfRuns(workspace)
  const engines = await world.engines(settings, workspace.recall.exact)
  if (isRefusal(engines)) return engines
  // Read again: opening the engines may have taken a while.
  const { state } = await workspace.document(document).read()
  const analysis = state && (await analyseNow(workspace, state))
  const jobs =
    state === null || analysis === null
      ? []
      : await inSlices(jobSteps(state, analysis, scope, world.digest), world.pause)
  const names = await namesIn(analysis?.contexts ?? [], jobs, world.pause)
  const { state: termbase } = await workspace.termbase.read()
  const run = runDrafting(jobs, {
    engine: (engines.main ?? engines.memory).name,
    startedAt: world.clock(),
    prepare: (signal) => readyEngines(engines, [...termbase.terms.values()], signal),
    tools: { ...draftingTools(workspace, settings), names, budget },
    keep: (drafted) => keepDrafts(workspace, actor, document, drafted),
    account: workspace.ledger.open('run'),
    tell(status) {
      workspace.news.tell(document, { type: 'drafting', status })
      workspace.elsewhere.tell(document, status)
      if (!status.running) void hold.release()
    },
    report: (fault) => world.report(fault),
  })
  runs.set(document, run)
  void run.ended.then(() => {
    if (runs.get(document) === run) runs.set(document, endedRun(run.status()))
  })
  // Another server may draft it from now on.
  hold.lost.addEventListener('abort', () => run.stop())
  return run
}

/** What a run of a scope would do. */
export async function estimateRun(
  workspace: Workspace,
  actor: Person,
  { document, scope = 'open' }: { readonly document: string; readonly scope?: DraftingScope | undefined },
): Promise<DraftingForecast | Refusal> {
  const opened = await openFor(workspace, actor, 'draft', document)
  if (isRefusal(opened)) return opened
  const settings = await settingsOfRuns(workspace)
  const engines = await workspace.world.engines(settings, workspace.recall.exact)
  if (isRefusal(engines)) return engines
  const { digest, pause } = workspace.world
  const analysis = await analyseNow(workspace, opened.state)
  const jobs = await inSlices(jobSteps(opened.state, analysis, scope, digest), pause)
  const estimate = await estimateDrafting(jobs, engines, {
    pause,
    prices: pricesOf(settings),
  })
  return { engine: engines.main?.name ?? null, second: engines.second?.name ?? null, ...estimate }
}

/** How far the run on a document is, or the last there was since the start: `draft-not-running` if there was none. */
export async function draftingStatus(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<DraftingStatus | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  return (await statusOfRun(workspace, document)) ?? refuse('draft-not-running')
}

export async function stopDrafting(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<DraftingStatus | Refusal> {
  const opened = await openFor(workspace, actor, 'draft', document)
  if (isRefusal(opened)) return opened
  const run = workspace.runs.get(document)
  if (run?.status().running) {
    run.stop()
    return run.status()
  }
  const status = await workspace.elsewhere.status(document)
  if (!status?.running) return refuse('draft-not-running')
  workspace.elsewhere.stop(document)
  return { ...status, running: false }
}

/** Stops every run, before the programme ends. */
export function stopAllDrafting({ runs }: Workspace): void {
  for (const run of runs.values()) run.stop()
}

/** The segments of a document in a scope, each with its terms and neighbours, a segment a step. */
export function jobSteps(
  state: DocumentState,
  { contexts }: Analysis,
  scope: DraftingScope,
  digest: Digest,
): Steps<readonly DraftJob[]> {
  const named = typeof scope === 'string' ? null : new Set(scope)
  return flatMapSteps(contexts, (context, index): readonly DraftJob[] => {
    const { segment, terms } = context
    const now = state.segments.get(segment)
    if (now === undefined || now.state !== 'initial' || (now.authors.length > 0 && now.target.length > 0)) return []
    if (named && !named.has(segment)) return []
    const job = jobOf(contexts, index, context)
    if (now.target.length === 0 || now.draft === undefined || scope !== 'open') return [job]
    const { draft } = now
    if (draft.origin.type !== 'machine' || draft.compliance.attempts === undefined) return []
    // A draft under other terms is made anew; one under these goes on where it was, if there is anything to mend.
    if (draft.glossary !== glossaryHash(termsOf(terms), digest)) return [job]
    return hasDefects(draft) ? [{ ...job, draft }] : []
  })
}
