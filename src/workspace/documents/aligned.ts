import type { AlignmentSegment } from '../../alignment/alignment.ts'
import { figuresDiffer } from '../../alignment/figures.ts'
import type { AlignedDocument } from '../../contract/alignment.ts'
import { draftOf } from '../../drafting/compliance.ts'
import type { Drafted } from '../../drafting/job.ts'
import { judgeAnswer, toJudge } from '../../drafting/judging.ts'
import type { Block, Document } from '../../model/document.ts'
import type { DocumentEvent } from '../../model/event.ts'
import { expectDefined } from '../../model/expect.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { inSlices } from '../../ports/world.ts'
import { decide } from '../../review/rules.ts'
import { admit, findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { officeRules } from '../core/settings.ts'
import { analyseNow } from './analyse-now.ts'
import { jobSteps } from './drafting.ts'
import { refusalOfCount } from './import.ts'
import { eventsOfPairs } from './memory.ts'
import { keepDrafts } from './segments.ts'

/** The segments of a file in one of the languages, to be aligned with those of its translation. */
export async function textToAlign(
  workspace: Workspace,
  actor: Person,
  file: { readonly filename: string; readonly bytes: Uint8Array; readonly language: 'zh' | 'en' },
): Promise<{ readonly segments: readonly AlignmentSegment[]; readonly notices: readonly ImportNotice[] } | Refusal> {
  const people = await admit(workspace, actor, 'import-memory')
  if (isRefusal(people)) return people
  const { filename, bytes, language } = file
  const read = await workspace.world.read(language === 'zh' ? 'chinese-text' : 'english-text', { filename, bytes })
  return isRefusal(read) ? read : { segments: read.items, ...read.head }
}

/**
 * Takes aligned pairs into the memory. Those whose figures differ stay out, whoever linked them, and so do those that
 * the memory has already.
 */
export async function importPairs(
  workspace: Workspace,
  actor: Person,
  bytes: Uint8Array,
): Promise<{ readonly added: number; readonly present: number; readonly differing: number } | Refusal> {
  const people = await admit(workspace, actor, 'import-memory')
  if (isRefusal(people)) return people
  const read = await workspace.world.read('aligned-pairs', { filename: '', bytes })
  if (isRefusal(read)) return read
  const { sha256, items } = read
  const { chinese, english, reviewed } = read.head
  const filename = `${chinese} + ${english}`.toWellFormed()
  const fitting: MemoryPair[] = []
  for (const { source, target, before, after } of items) {
    const others = workspace.world.pause()
    if (others) await others
    if (figuresDiffer(source, target)) continue
    fitting.push({
      source: source.toWellFormed(),
      target: target.toWellFormed(),
      before: before.toWellFormed(),
      after: after.toWellFormed(),
      ...(!reviewed && { unreviewed: true as const }),
      origin: filename,
    })
  }
  const offers = await workspace.recall.exact(fitting.map(({ source }) => ({ source })))
  const pairs = fitting.filter(({ target }, at) => offers[at]?.pair.target !== target)
  const present = fitting.length - pairs.length
  if (pairs.length > 0) {
    const entries = await workspace.memoryFiles.write(actor.id, () => eventsOfPairs({ filename, sha256, pairs }))
    if (isRefusal(entries)) return entries
    await workspace.recall.current()
  }
  return { added: pairs.length, present, differing: items.length - fitting.length }
}

/**
 * Makes a document under review of an alignment: every Chinese sentence in order, its English as a draft that is nobody's
 * until a person confirms it. Comments say which links are doubtful, and hold the English that has no Chinese.
 */
export async function importAligned(
  workspace: Workspace,
  actor: Person,
  bytes: Uint8Array,
): Promise<
  { readonly id: string; readonly title: string; readonly segments: number; readonly comments: number } | Refusal
> {
  const people = await admit(workspace, actor, 'import-document')
  if (isRefusal(people)) return people
  const { world } = workspace
  const read = await world.read('aligned-document', { filename: '', bytes })
  if (isRefusal(read)) return read
  const { sha256 } = read
  const aligned: AlignedDocument = { ...read.head, rows: [...read.items] }
  return workspace.turns.take('import', async () => {
    const full = await refusalOfCount(workspace)
    if (full) return full
    const twin = (await workspace.outlines.present()).find(({ origin }) => origin.sha256 === sha256)
    if (twin) return refuse('file-duplicate', { document: twin.id, title: twin.title })
    const document = documentOf(aligned, world.newId(), sha256)
    const { id, title } = document
    const imported = await workspace
      .document(id)
      .write(actor.id, (): readonly DocumentEvent[] => [{ type: 'document-imported', v: 1, document }])
    if (isRefusal(imported)) return imported
    const refusal = (await draftRows(workspace, actor, id, aligned)) ?? null
    if (refusal) return refusal
    const comments = await commentRows(workspace, actor, id, aligned)
    return isRefusal(comments) ? comments : { id, title, segments: aligned.rows.length, comments }
  })
}

/** A short first paragraph of one sentence is the title. */
const longestTitle = 60

function documentOf({ chinese, rows }: AlignedDocument, id: string, sha256: string): Document {
  const groups = [...Map.groupBy(rows, ({ block }) => block).values()]
  const blocks = groups.map((group, index): Block => {
    const parts = group.map(({ source }, at) => {
      return { type: 'segment' as const, id: `b${index + 1}.s${at + 1}`, source: [source.toWellFormed()] }
    })
    const first = group[0]?.source ?? ''
    const isTitle = index === 0 && group.length === 1 && first.length <= longestTitle && !/[。；！？]$/u.test(first)
    return { id: `b${index + 1}`, ...(isTitle ? { kind: 'heading', level: 1 } : { kind: 'paragraph' }), parts }
  })
  const title = rows[0]?.source.slice(0, longestTitle * 5).toWellFormed() ?? chinese
  return {
    id,
    title,
    sourceLanguage: 'zh-CN',
    targetLanguage: 'en',
    origin: { format: 'alignment', filename: chinese.toWellFormed(), sha256 },
    blocks,
  }
}

/** The rows of an alignment by the segments that were made of them. */
function rowsBySegment({ rows }: AlignedDocument): ReadonlyMap<string, AlignedDocument['rows'][number]> {
  const groups = [...Map.groupBy(rows, ({ block }) => block).values()]
  return new Map(groups.flatMap((group, index) => group.map((row, at) => [`b${index + 1}.s${at + 1}`, row] as const)))
}

async function draftRows(
  workspace: Workspace,
  actor: Person,
  document: string,
  aligned: AlignedDocument,
): Promise<Refusal | null> {
  const page = await findDocument(workspace, document)
  if (isRefusal(page)) return page
  const { digest, pause } = workspace.world
  const rows = rowsBySegment(aligned)
  const drafted: Drafted[] = []
  const analysis = await analyseNow(workspace, page.state)
  for (const job of await inSlices(jobSteps(page.state, analysis, 'open', digest), pause)) {
    const row = rows.get(job.segment)
    if (!row || row.target === '') continue
    const judged = expectDefined(judgeAnswer(toJudge(job, row.target.toWellFormed(), null), digest), 'a draft')
    const source = aligned.english.toWellFormed()
    const origin = { type: 'memory', match: 'exact', score: row.score, source } as const
    drafted.push({ segment: job.segment, draft: draftOf({ ...judged, origin }, []), done: true })
    const others = pause()
    if (others) await others
  }
  return keepDrafts(workspace, actor, document, drafted)
}

async function commentRows(
  workspace: Workspace,
  actor: Person,
  document: string,
  aligned: AlignedDocument,
): Promise<number | Refusal> {
  const { words } = aligned
  const texts = [...rowsBySegment(aligned)].flatMap(([segment, { doubtful, loose }]) => [
    ...(doubtful ? [{ segment, text: words.doubtful }] : []),
    ...loose.map((english) => ({ segment, text: `${words.loose} ${english}`.slice(0, mostComment) })),
  ])
  const entries = await workspace
    .document(document)
    .write(actor.id, async ({ state }: { state: DocumentState | null }) => {
      if (state === null) return refuse('document-unknown', { document })
      if (state.deleted) return refuse('document-deleted')
      const { state: people } = await workspace.people.read()
      const office = await officeRules(workspace)
      const events: DocumentEvent[] = []
      for (const { segment, text } of texts) {
        const command = { type: 'comment', segment, comment: workspace.world.newId(), text } as const
        const decided = decide(state, command, actor, { people, office, findings: [], figures: [] })
        if (isRefusal(decided)) return decided
        events.push(...decided)
      }
      return events
    })
  return isRefusal(entries) ? entries : entries.length
}

/** UTF-16 units of a comment. */
const mostComment = 20_000
