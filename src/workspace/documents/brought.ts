import { draftOf } from '../../drafting/compliance.ts'
import type { DraftJob } from '../../drafting/job.ts'
import { toJudge } from '../../drafting/judging.ts'
import { countLimits } from '../../model/count-limits.ts'
import type { Brought, BroughtComment, Document } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { expectDefined } from '../../model/expect.ts'
import { plain } from '../../model/inline.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { inSlices } from '../../ports/world.ts'
import { advanceSteps } from '../../review/fold.ts'
import { keptInline, keptText } from '../../review/text.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from './analyse-now.ts'
import { jobSteps } from './drafting.ts'

/** UTF-16 units to which a comment of another tool is cut. */
const longestComment = 20_000

/**
 * The events by which sentences begin with what their file brings: English as drafts, which nobody here has confirmed
 * whatever the file calls them, judged against terms and figures as any draft is; and comments, which are whoever imports
 * it answers for, with the names of those who made them.
 */
export async function broughtEvents(
  workspace: Workspace,
  document: Document,
  brought: ReadonlyMap<string, Brought>,
): Promise<readonly DocumentEvent[] | Refusal> {
  const { digest, newId, pause } = workspace.world
  const most = countLimits.segmentComments
  if ([...brought.values()].some(({ comments }) => comments.length > most)) {
    return refuse('comments-too-many', { most: String(most) })
  }
  const state = expectDefined(await inSlices(advanceSteps(null, [asEntry(document)]), pause), 'a document')
  const analysis = await analyseNow(workspace, state)
  const jobs = await inSlices(jobSteps(state, analysis, 'open', digest), pause)
  const comments = [...brought].flatMap(([segment, { comments: list }]) =>
    list.flatMap((comment): readonly DocumentEvent[] => {
      const text = wordsOf(comment)
      return text === '' ? [] : [{ type: 'comment-added', v: 1, segment, comment: newId(), text }]
    }),
  )
  return [...(await draftEvents(workspace, jobs, brought)), ...comments]
}

/** Drafts that are judged in one go: other requests come in between. */
const atOnce = 200

/** Drafts are judged where those of engines are, beside the thread that answers requests. */
async function draftEvents(
  { world: { judges } }: Workspace,
  jobs: readonly DraftJob[],
  brought: ReadonlyMap<string, Brought>,
): Promise<readonly DocumentEvent[]> {
  const { signal } = new AbortController()
  const drafted = jobs.flatMap((job) => {
    const draft = brought.get(job.segment)?.draft ?? null
    const target = keptInline(draft?.target ?? [])
    return draft === null || plain(target).trim() === '' ? [] : [{ job, origin: draft.origin, target }]
  })
  const events: DocumentEvent[] = []
  for (let from = 0; from < drafted.length; from += atOnce) {
    const some = drafted.slice(from, from + atOnce)
    const judged = await judges.judge(
      some.map(({ job, target }) => toJudge(job, plain(target), null)),
      signal,
    )
    for (const [at, { job, origin, target }] of some.entries()) {
      const answer = expectDefined(judged[at], 'the judgement of a draft')
      const draft = { ...draftOf({ ...answer, origin }, []), target }
      events.push({ type: 'segment-drafted', v: 1, segment: job.segment, draft })
    }
  }
  return events
}

function wordsOf({ author, text }: BroughtComment): string {
  const name = author.trim()
  return keptText(name === '' ? text : `${name}: ${text}`)
    .slice(0, longestComment)
    .toWellFormed()
}

/** The import as it will be on record, to see the document as it begins. */
function asEntry(document: Document): Entry<DocumentEvent> {
  const event: DocumentEvent = { type: 'document-imported', v: 1, document }
  return { sequence: 1, at: '', by: '', previous: '', event, hash: '' }
}
