import { draftOf } from '../../drafting/compliance.ts'
import { judgeAnswer, toJudge } from '../../drafting/judging.ts'
import { countLimits } from '../../model/count-limits.ts'
import type { Brought, Document } from '../../model/document.ts'
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
  const events: DocumentEvent[] = []
  const state = expectDefined(await inSlices(advanceSteps(null, [asEntry(document)]), pause), 'a document')
  const analysis = await analyseNow(workspace, state)
  for (const job of await inSlices(jobSteps(state, analysis, 'open', digest), pause)) {
    const { segment } = job
    const draft = brought.get(segment)?.draft ?? null
    const target = keptInline(draft?.target ?? [])
    if (draft === null || plain(target).trim() === '') continue
    const judged = expectDefined(judgeAnswer(toJudge(job, plain(target), null), digest), 'a draft')
    const whole = { ...draftOf({ ...judged, origin: draft.origin }, []), target }
    events.push({ type: 'segment-drafted', v: 1, segment, draft: whole })
    const others = pause()
    if (others) await others
  }
  for (const [segment, { comments }] of brought) {
    for (const { author, text } of comments) {
      const words = keptText(author.trim() === '' ? text : `${author.trim()}: ${text}`).slice(0, longestComment)
      if (words === '') continue
      events.push({ type: 'comment-added', v: 1, segment, comment: newId(), text: words.toWellFormed() })
    }
  }
  return events
}

/** The import as it will be on record, to see the document as it begins. */
function asEntry(document: Document): Entry<DocumentEvent> {
  const event: DocumentEvent = { type: 'document-imported', v: 1, document }
  return { sequence: 1, at: '', by: '', previous: '', event, hash: '' }
}
