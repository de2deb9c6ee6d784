import * as z from 'zod'
import { type DraftJob, draftSegments } from '../../drafting/draft.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Engine, EngineReply } from '../../ports/engine.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { fits, misfitOf } from '../../schemas/misfit.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from './analyse-now.ts'
import { gapsIn } from './drafting.ts'
import { importDocument } from './import.ts'
import { importMemory } from './memory.ts'
import { send } from './segments.ts'

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
  const jobs = gapsIn(page.state, analysis).filter(({ segment }) => targets.has(segment))
  for await (const reply of draftSegments(jobs, plantedEngine(targets), {
    digest,
    signal: new AbortController().signal,
  })) {
    if (isRefusal(reply)) return reply
    if (reply.draft === null) continue
    const appended = await send(workspace, actor, id, { type: 'draft', segment: reply.segment, draft: reply.draft })
    if (isRefusal(appended)) return appended
  }
  await settings.set(name, { document: id })
  return id
}

/** An engine that answers with the planted drafts, so that they pass through drafting and record their origin. */
function plantedEngine(targets: ReadonlyMap<DraftJob['segment'], string>): Engine {
  return {
    name,
    version: '1',
    repairs: false,
    async *translate(requests) {
      for (const { id } of requests) {
        const target = targets.get(id)
        const origin = { type: 'machine', engine: name, version: '1' } as const
        yield { id, origin, ...(target !== undefined && { target }) } satisfies EngineReply
      }
    },
  }
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
