import type { DraftingStatus } from '../../contract/views.ts'
import type { DraftJob } from '../../drafting/draft.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { engineSettings } from '../core/engine-settings.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from './analyse-now.ts'
import type { Analysis } from './analysis.ts'
import { runDrafting } from './drafting-run.ts'
import { send } from './segments.ts'

/**
 * Starts a run over every segment without a target and without a person's work; a second run after a stop or a crash
 * continues with the remaining segments. Returns at once; the listeners of the document receive the progress.
 */
export async function startDrafting(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<DraftingStatus | Refusal> {
  const opened = await openFor(workspace, actor, 'draft', document)
  if (isRefusal(opened)) return opened
  const { world, runs } = workspace
  return workspace.turns.take(`drafting/${document}`, async () => {
    if (runs.get(document)?.status().running) return refuse('draft-running')
    const engine = await world.engine(await engineSettings(workspace), await workspace.recall.memory())
    if (isRefusal(engine)) return engine
    // Read again: opening the engine may have taken a while.
    const { state } = await workspace.document(document).read()
    const jobs = state === null ? [] : gapsIn(state, await analyseNow(workspace, state))
    const run = runDrafting(jobs, engine, {
      digest: world.digest,
      keep: async (segment, draft) => {
        const appended = await send(workspace, actor, document, { type: 'draft', segment, draft })
        // The segment was split or joined meanwhile and no longer needs a draft.
        return isRefusal(appended) && appended.code !== 'segment-removed' ? appended : null
      },
      tell: (status) => workspace.news.tell(document, { type: 'drafting', status }),
      report: (fault) => world.report(fault),
    })
    runs.set(document, run)
    return run.status()
  })
}

export async function stopDrafting(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<DraftingStatus | Refusal> {
  const opened = await openFor(workspace, actor, 'draft', document)
  if (isRefusal(opened)) return opened
  const run = workspace.runs.get(document)
  if (!run?.status().running) return refuse('draft-not-running')
  run.stop()
  return run.status()
}

/** Stops every run, before the programme ends. */
export function stopAllDrafting({ runs }: Workspace): void {
  for (const run of runs.values()) run.stop()
}

/** The segments of a document that have neither a target nor a person's work. */
export function gapsIn(state: DocumentState, { contexts }: Analysis): readonly DraftJob[] {
  return contexts.flatMap(({ segment, source, terms, style }, index) => {
    const now = state.segments[segment]
    if (now === undefined || now.target.length > 0 || now.authors.length > 0) return []
    const before = contexts[index - 1]?.source ?? ''
    const after = contexts[index + 1]?.source ?? ''
    return [{ segment, source, terms, before, after, style }]
  })
}
