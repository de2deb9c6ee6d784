import * as z from 'zod'
import { draftOf } from '../../drafting/compliance.ts'
import type { Drafted } from '../../drafting/job.ts'
import { judgeAnswer, toJudge } from '../../drafting/judging.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { atOnce } from '../../model/steps.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { fits, misfitOf } from '../../schemas/misfit.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from './analyse-now.ts'
import { jobSteps } from './drafting.ts'
import { importDocument } from './import.ts'
import { importMemory } from './memory.ts'
import { keepDrafts } from './segments.ts'

/** The files of the sample: a document, its memory, and drafts with planted errors, one JSON object a line. */
export interface SampleFiles {
  readonly document: IncomingFile
  readonly memory: IncomingFile
  readonly drafts: Uint8Array
}

const name = 'sample'
const plantedDraft = z.object({ segment: z.string(), target: z.string() })

/**
 * Imports the sample on behalf of an administrator and gives the id of its document; null if it was imported before,
 * even if people have changed it since. Continues an import that was interrupted.
 */
export async function loadSample(
  workspace: Workspace,
  actor: Person,
  files: SampleFiles,
): Promise<string | Refusal | null> {
  const { settings, digest } = workspace.world
  if ((await settings.get(name)) !== undefined) return null
  const memory = await importMemory(workspace, actor, files.memory)
  if (isRefusal(memory) && memory.code !== 'file-duplicate') return memory
  const imported = await importDocument(workspace, actor, files.document)
  if (isRefusal(imported) && imported.code !== 'file-duplicate') return imported
  const id = isRefusal(imported) ? (imported.params.document ?? '') : imported.id

  const page = await findDocument(workspace, id)
  if (isRefusal(page)) return page
  const targets = targetsIn(files.drafts)
  const analysis = await analyseNow(workspace, page.state)
  const jobs = atOnce(jobSteps(page.state, analysis, 'open', digest)).filter(({ segment }) => targets.has(segment))
  const drafted = jobs.map((job): Drafted => {
    const target = targets.get(job.segment) ?? ''
    const origin = { type: 'machine', engine: name, version: '1' } as const
    const judged = expectDefined(judgeAnswer(toJudge(job, target, null), digest), 'a draft')
    return { segment: job.segment, draft: draftOf({ ...judged, origin }, []), done: true }
  })
  const refusal = await keepDrafts(workspace, actor, id, drafted)
  if (refusal) return refusal
  await settings.set(name, { document: id })
  return id
}

function targetsIn(drafts: Uint8Array): ReadonlyMap<string, string> {
  const lines = new TextDecoder().decode(drafts).split('\n').filter(Boolean)
  return new Map(
    lines.map((line, index) => {
      const draft: unknown = JSON.parse(line)
      if (fits(plantedDraft, draft)) return [draft.segment, draft.target]
      const misfit = misfitOf(plantedDraft, draft)
      throw new Error(`line ${index + 1} of the sample's drafts cannot be read: ${misfit?.member}: ${misfit?.reason}`)
    }),
  )
}
