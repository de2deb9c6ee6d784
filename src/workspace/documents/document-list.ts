import { checkerVersion } from '../../checks/registry.ts'
import type { DamagedDocument, DocumentSummary } from '../../contract/views/documents.ts'
import { isSegment, segmentPlaces, titleBlockOf } from '../../model/document.ts'
import type { DraftOrigin } from '../../model/draft.ts'
import { plain } from '../../model/inline.ts'
import type { People, Person } from '../../model/people.ts'
import { mayDo } from '../../model/permissions.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { mapSteps } from '../../model/steps.ts'
import type { Turn } from '../../model/turn.ts'
import { inSlices } from '../../ports/world.ts'
import { givenTo, isAmong } from '../../review/assigned-only.ts'
import { revisionStamps } from '../../review/four-eyes.ts'
import { countOpen, openPointsSteps } from '../../review/gates.ts'
import { mentionsOf } from '../../review/mentions.ts'
import type { PeopleState } from '../../review/people.ts'
import { belowMarkSteps } from '../../review/quality.ts'
import { presentSegment } from '../../review/segments.ts'
import { isBlank } from '../../review/text.ts'
import { givenTurns, isMineToDo, openSentences } from '../../review/turns.ts'
import { isWaived } from '../../review/waivers.ts'
import { admit, nameOf } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { Outline } from '../core/outline.ts'
import type { Page } from '../core/page.ts'
import { workspaceSettings } from '../core/settings.ts'
import { signedStatus } from '../signing/signed-status.ts'
import { analyseWhole } from './analyse-now.ts'
import type { Analysis } from './analysis.ts'
import { standingAssignments, today, viewAssignment } from './assign.ts'
import { damagedDocuments } from './damaged.ts'
import type { Standing } from './document-standing.ts'
import { countStates } from './documents.ts'

/** All documents, the latest imported first, with what waits for the actor; and those that are damaged. */
export async function listDocuments(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly documents: readonly DocumentSummary[]; readonly damaged: readonly DamagedDocument[] } | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const documents: DocumentSummary[] = []
  const basis = await basisOf(workspace)
  const day = await today(workspace)
  for (const outline of await workspace.outlines.present()) {
    const standing = await standingOf(workspace, outline, people, basis)
    if (standing !== null) documents.push(summaryFor(standing, actor, people, day))
    const others = workspace.world.pause()
    if (others) await others
  }
  return {
    documents: documents.sort((a, b) => Date.parse(b.importedAt) - Date.parse(a.importedAt)),
    damaged: await damagedDocuments(workspace),
  }
}

/** The standing of one document as it is; null for one that cannot be read. */
export async function standingNow(workspace: Workspace, id: string): Promise<Standing | null> {
  const outline = (await workspace.outlines.all()).find((one) => one.id === id)
  const { state: people } = await workspace.people.read()
  return outline === undefined ? null : standingOf(workspace, outline, people, await basisOf(workspace))
}

/** What standings rest on beside their documents: the checker, the termbase, the people, house style, quality and steps. */
async function basisOf(workspace: Workspace): Promise<string> {
  const { state: termbase } = await workspace.termbase.read()
  const { last } = await workspace.people.read()
  const { style, quality, steps } = await workspaceSettings(workspace)
  return JSON.stringify([checkerVersion, termbase.head, last?.hash, style, quality, steps])
}

/**
 * The standing of a document as it is: worked out again when it, the termbase, the style or the people have changed. Null
 * for one that cannot be read any more.
 */
async function standingOf(
  workspace: Workspace,
  { id, hash }: Outline,
  people: PeopleState,
  basis: string,
): Promise<Standing | null> {
  const known = workspace.standings.get(id)
  if (known?.hash === hash && known.basis === basis) return known.standing
  const { state, ...page } = await workspace.look(id).catch((fault) => {
    workspace.outlines.forget(id)
    workspace.world.report(fault)
    return { state: null }
  })
  if (state === null || !('last' in page)) return null
  const analysis = await analyseWhole(workspace, state)
  const standing = await workOut(workspace, { ...page, state }, analysis, people)
  workspace.standings.set(id, { hash: state.head, basis, standing })
  workspace.outlines.noteChange()
  workspace.forgetUnused(id)
  return standing
}

function summaryFor(
  { summary, involved, signers, open, asked, assignments, belowMark }: Standing,
  actor: Person,
  people: PeopleState,
  day: string,
): DocumentSummary {
  const person = people.people.find(({ id }) => id === actor.id) ?? actor
  const mine = open
    .filter(({ wording, given, ...waiting }) => isMineToDo(waiting, wording, given, person, { people, today: day }))
    .reduce((sum, { count }) => sum + count, 0)
  const ready = !belowMark && summary.open === 0 && summary.signOff !== 'signed'
  const isGiven = signers === null || isAmong(signers, person.id, 'sign', { people, today: day })
  const isForOthers = !people.singlePerson && (involved.has(person.id) || !isGiven)
  const toSign = ready && mayDo(person, 'sign') && !isForOthers
  const request = asked.find(({ person: id }) => id === person.id)
  const views = assignments.map((assignment) => viewAssignment(assignment, people, actor, day))
  return { ...summary, mine, toSign, asked: request ? askOf(request, people) : null, assignments: views }
}

async function workOut(
  workspace: Workspace,
  { last, state }: Page<DocumentState>,
  analysis: Analysis,
  people: PeopleState,
): Promise<Standing> {
  const { document, imported, archived, signOff, releases, segments } = state
  const counts = await countFindings(workspace, state, analysis, people)
  const { status } = await signedStatus(workspace, state, analysis, people)
  const { quality, steps } = await workspaceSettings(workspace)
  const needs = { singlePerson: people.singlePerson, steps, signed: status === 'signed' }
  const points = await inSlices(
    openPointsSteps(state, analysis.findings.atOnce(), analysis.figures.atOnce(), needs),
    workspace.world.pause,
  )
  const sentences = openSentences(points)
  const waiting = (turn: Turn) => sentences.filter(({ turns }) => turns.includes(turn)).length
  const all = [...segments.values()]
  const names = (ids: readonly (string | undefined)[]) => namesOfPeople(people, ids)
  const summary = {
    id: document.id,
    title: document.title,
    english: englishTitleOf(state),
    name: state.name ?? '',
    labels: state.labels ?? [],
    filename: document.origin.filename,
    importedAt: imported.at,
    importedBy: nameOf(people, imported.by),
    segments: all.length,
    states: countStates(state, status),
    errors: counts.error,
    warnings: counts.warning,
    signOff: status,
    signedAt: signOff?.at ?? null,
    releases: releases.length,
    changedAt: last?.at ?? imported.at,
    open: countOpen(points),
    turns: { translator: waiting('translator'), reviser: waiting('reviser') },
    drafts: draftsOf(all),
    returned: returnedOf(all, people),
    translators: names(all.map(({ translated }) => translated?.by)),
    revisers: names(all.flatMap((one) => revisionStamps(one).map(({ by }) => by))),
    approver: signOff?.name ?? null,
    archived: archived ? { by: nameOf(people, archived.by), at: archived.at } : null,
  }
  const groups = Map.groupBy(
    sentences.map(({ segment, turns, again }) => {
      return { turns, again, wording: presentSegment(state, segment), given: givenTurns(state, segment, steps) }
    }),
    ({ turns, again, given, wording }) => {
      const { state: stands, authors, translated, reworded, taken } = wording
      const revisers = revisionStamps(wording).map(({ by }) => by)
      return JSON.stringify([turns, again, given, stands, authors, translated?.by, revisers, reworded, taken])
    },
  )
  return {
    summary,
    assignments: standingAssignments(state, needs),
    signers: steps.assignedOnly.sign ? givenTo(state, 'sign', null) : null,
    belowMark:
      quality.gate === 'block' &&
      (await inSlices(belowMarkSteps(state, quality, people.singlePerson), workspace.world.pause)) !== null,
    involved: new Set(all.flatMap((one) => [...one.authors, ...revisionStamps(one).map(({ by }) => by)])),
    open: [...groups.values()].flatMap((group) =>
      group.slice(0, 1).map((first) => ({ ...first, count: group.length })),
    ),
    asked: askedIn(segmentPlaces(document.blocks).segments.map(({ id }) => presentSegment(state, id))),
  }
}

async function countFindings(
  workspace: Workspace,
  state: DocumentState,
  analysis: Analysis,
  people: PeopleState,
): Promise<Readonly<Record<'error' | 'warning' | 'note', number>>> {
  const counts = { error: 0, warning: 0, note: 0 }
  const counting = mapSteps(analysis.findings.atOnce(), (finding) => {
    // The states show which segments have no English; as errors these would hide the others.
    if (finding.code === 'target-empty' || isWaived(state, finding, people.singlePerson)) return
    counts[finding.severity]++
  })
  await inSlices(counting, workspace.world.pause)
  return counts
}

/** The title as it is in English so far; empty as long as a sentence of it has none. */
function englishTitleOf({ document, segments }: DocumentState): string {
  const parts = titleBlockOf(document.blocks)?.parts.filter(isSegment) ?? []
  const targets = parts.map(({ id }) => plain(segments.get(id)?.target ?? []).trim())
  return targets.every((target) => target !== '') ? targets.join(' ') : ''
}

/** How many sentences have a draft that waits for a person, by where it came from. */
function draftsOf(segments: readonly SegmentState[]): DocumentSummary['drafts'] {
  const waiting = segments.flatMap(({ state, target, draft }) =>
    state === 'initial' && !isBlank(target) && draft ? [draft.origin.type] : [],
  )
  const count = (type: DraftOrigin['type']) => waiting.filter((origin) => origin === type).length
  return { memory: count('memory'), machine: count('machine'), file: count('file') }
}

/** What was sent back and is not confirmed again, with the last words about it. */
function returnedOf(segments: readonly SegmentState[], people: People): DocumentSummary['returned'] {
  const returns = segments.flatMap(({ state, returned }) => (state === 'initial' && returned ? [returned] : []))
  const last = returns.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0]
  if (last === undefined) return null
  return { count: returns.length, by: nameOf(people, last.by), at: last.at, reason: last.reason }
}

/** Who is asked to look, in how many comments, and the last of them. */
function askedIn(segments: readonly SegmentState[]): Standing['asked'] {
  const commented = segments.filter(({ comments }) => comments.some(({ mentions }) => mentions))
  const people = new Set(commented.flatMap(({ comments }) => comments.flatMap(({ mentions = [] }) => mentions)))
  return [...people].flatMap((person) => {
    const asking = commented.flatMap((segment) =>
      mentionsOf(segment, person).map(({ by, at, text }) => ({ by, at, text, segment: segment.id })),
    )
    const last = asking.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0]
    return last === undefined ? [] : [{ person, count: asking.length, ...last }]
  })
}

function askOf(
  { person: _person, ...asked }: Standing['asked'][number],
  people: People,
): NonNullable<DocumentSummary['asked']> {
  return { ...asked, by: nameOf(people, asked.by) }
}

/** Each person once, in the order in which they first appear. */
function namesOfPeople(people: People, ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== undefined))].map((id) => nameOf(people, id))
}
