import type { DiscardedDrafts } from '../../contract/views/drafting.ts'
import type { Drafted } from '../../drafting/job.ts'
import type { DocumentEvent } from '../../model/event.ts'
import { findingKey } from '../../model/finding.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { SegmentCommand } from '../../review/command.ts'
import { isUntouched } from '../../review/repetitions.ts'
import { decide } from '../../review/rules.ts'
import { segmentsNamed } from '../../review/segments.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseSegment, analyseWhole } from './analyse-now.ts'
import type { SegmentAnalysis } from './analysis.ts'
import { type Appended, changeDocument, writeDocument } from './write-document.ts'

/** A person's command on a segment: every command except those of the drafting run and of replacements, and those that make
 * something new, which the server gives an id. */
export type PersonCommand = Exclude<
  SegmentCommand,
  {
    readonly type:
      | 'draft'
      | 'discard-draft'
      | 'comment'
      | 'suggest'
      | 'mark-issue'
      | 'replace'
      | 'undo-replacement'
      | 'copy-source'
  }
>

/** Carries out a command on a segment: edit, translate, revise, return, reopen, split, join, waive, resolve … */
export async function changeSegment(
  workspace: Workspace,
  actor: Person,
  { document, command }: { readonly document: string; readonly command: PersonCommand },
): Promise<Appended | Refusal> {
  return sendCommand(workspace, actor, document, command)
}

export async function addComment(
  workspace: Workspace,
  actor: Person,
  {
    document,
    ...comment
  }: { readonly document: string } & Omit<Extract<SegmentCommand, { readonly type: 'comment' }>, 'type' | 'comment'>,
): Promise<Appended | Refusal> {
  return sendCommand(workspace, actor, document, { type: 'comment', comment: workspace.world.newId(), ...comment })
}

/** Suggests other English for a segment as it was seen. */
export async function suggest(
  workspace: Workspace,
  actor: Person,
  {
    document,
    ...suggestion
  }: { readonly document: string } & Omit<Extract<SegmentCommand, { readonly type: 'suggest' }>, 'type' | 'suggestion'>,
): Promise<Appended | Refusal> {
  return sendCommand(workspace, actor, document, {
    type: 'suggest',
    suggestion: workspace.world.newId(),
    ...suggestion,
  })
}

/** Decides by the document, people and termbase at the time of writing, and appends the events. */
export function sendCommand(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  document: string,
  command: SegmentCommand,
): Promise<Appended | Refusal> {
  return changeDocument(workspace, actor, document, async (state, people, office) =>
    decide(state, command, actor, { people, office, ...(await analysisFor(workspace, state, command)) }),
  )
}

/** Writes drafts in one append. Segments that a person has touched, or that are gone, are left as they are. */
export async function keepDrafts(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  document: string,
  drafted: readonly Drafted[],
): Promise<Refusal | null> {
  const entries = await writeDocument(workspace, actor, document, async (state, people, office) => {
    const events: DocumentEvent[] = []
    for (const one of drafted) {
      if (isNothingNew(one, state)) continue
      const decided = decide(state, { type: 'draft', ...one }, actor, { people, office, findings: [], figures: [] })
      if (!isRefusal(decided)) events.push(...decided)
      // The segment was split or joined meanwhile and no longer needs a draft.
      else if (decided.code !== 'segment-removed') return decided
    }
    return events
  })
  return isRefusal(entries) ? entries : null
}

/** The draft that a segment has already, or none because no engine is there, which is no matter of the segment. */
function isNothingNew({ segment, done, ...made }: Drafted, { segments }: DocumentState): boolean {
  if (made.draft !== null) return made.draft === segments.get(segment)?.draft
  return !done || made.reason === 'no-engine'
}

/** Throws away the drafts of segments that no person has touched, and says which. Without a list, of all segments. */
export async function discardDrafts(
  workspace: Workspace,
  actor: Person,
  { document, segments }: { readonly document: string; readonly segments?: readonly string[] | undefined },
): Promise<DiscardedDrafts | Refusal> {
  const opened = await openFor(workspace, actor, 'discard-draft', document)
  if (isRefusal(opened)) return opened
  let touched = 0
  const entries = await writeDocument(workspace, actor, document, async (state, people, office) => {
    const context = { people, office, findings: [], figures: [] }
    const events: DocumentEvent[] = []
    touched = 0
    for (const segment of segments ?? [...state.segments.keys()]) {
      if (state.segments.get(segment)?.draft === undefined) continue
      const decided = decide(state, { type: 'discard-draft', segment }, actor, context)
      if (isRefusal(decided)) return decided
      if (decided.length === 0) touched += 1
      events.push(...decided)
    }
    return events
  })
  if (isRefusal(entries)) return entries
  return { discarded: entries.flatMap(({ event }) => ('segment' in event ? [event.segment] : [])), touched }
}

/**
 * Confirms the drafts of these segments that the memory has between the same neighbours, as long as no person has
 * touched them, no error was found in them and they are not given to others; the rest is left as it is.
 */
export async function confirmInContext(
  workspace: Workspace,
  actor: Person,
  { document, segments }: { readonly document: string; readonly segments: readonly string[] },
): Promise<Appended | Refusal> {
  const opened = await openFor(workspace, actor, 'translate', document)
  if (isRefusal(opened)) return opened
  const entries = await writeDocument(workspace, actor, document, async (state, people, office) => {
    const events: DocumentEvent[] = []
    for (const id of new Set(segments)) {
      const segment = state.segments.get(id)
      const origin = segment?.draft?.origin
      if (segment === undefined || origin?.type !== 'memory' || origin.match !== 'ice') continue
      if (!isUntouched(segment) || (await hasErrors(workspace, state, id))) continue
      const command = { type: 'translate', segment: id, base: segment.version } as const
      const decided = decide(state, command, actor, { people, office, findings: [], figures: [] })
      if (!isRefusal(decided)) events.push(...decided)
      else if (!isWorkOfOthers(decided)) return decided
    }
    return events
  })
  return isRefusal(entries) ? entries : { entries }
}

function isWorkOfOthers({ code }: Refusal): boolean {
  return code === 'work-of-others' || code === 'work-of-nobody'
}

async function hasErrors(workspace: Workspace, state: DocumentState, segment: string): Promise<boolean> {
  await workspace.world.pause()
  const { findings } = await analyseSegment(workspace, state, segment)
  return findings.some(({ severity }) => severity === 'error')
}

/** What the rules ask of the checks for a command. Errors and figures are of a segment by itself; remarks are of the whole. */
async function analysisFor(
  workspace: Workspace,
  state: DocumentState,
  command: SegmentCommand,
): Promise<SegmentAnalysis> {
  const { segment, type } = command
  switch (type) {
    case 'revise':
    case 'accept':
    case 'confirm-figures':
      return analyseSegment(workspace, state, segment)
    case 'waive': {
      const alone = await analyseSegment(workspace, state, segment)
      if (alone.findings.some((finding) => findingKey(finding) === command.finding)) return alone
      return { ...alone, findings: (await analyseWhole(workspace, state)).findings.atOnce() }
    }
    default:
      return { findings: [], figures: [] }
  }
}

/** All events of a segment and of the segments it was split or joined from, oldest first. */
export async function segmentHistory(
  workspace: Workspace,
  actor: Person,
  { document, segment }: { readonly document: string; readonly segment: string },
): Promise<Appended | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { entries, state } = opened
  if (!state.segments.has(segment) && !Object.hasOwn(state.tombstones, segment)) {
    return refuse('segment-unknown', { segment })
  }
  const line = forebears(state, segment)
  return { entries: (await entries()).filter(({ event }) => segmentsNamed(event).some((id) => line.has(id))) }
}

function forebears(state: DocumentState, segment: string): ReadonlySet<string> {
  const line = new Set([segment])
  // Ids grow, so a successor always has a later id: one pass backwards from the latest finds all.
  for (const [id, successors] of Object.entries(state.tombstones).reverse()) {
    if (successors.some((successor) => line.has(successor))) line.add(id)
  }
  return line
}
