import { createTermImpact, type Pair, type TermImpact, type Touch } from '../../checks/term-impact.ts'
import { createTermProposal, isGrave } from '../../checks/term-proposal.ts'
import type { TermImpactOnDocument, TermImpactOnSegment, TermImpactView } from '../../contract/views/terms.ts'
import { isSegment } from '../../model/document.ts'
import type { Entry } from '../../model/event.ts'
import { expectDefined } from '../../model/expect.ts'
import { type Finding, findingKey } from '../../model/finding.ts'
import type { HouseStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { permissions } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Release } from '../../model/release.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { flatMapSteps, type Steps } from '../../model/steps.ts'
import type { Term } from '../../model/term.ts'
import { inSlices } from '../../ports/world.ts'
import type { PeopleState } from '../../review/people.ts'
import { presentSegment } from '../../review/segments.ts'
import { waiverOf } from '../../review/waivers.ts'
import { addTerm, changeTerm } from '../../terms/termbase/changes.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { editedInline } from '../../terms/verification/put-in-place.ts'
import { admit, nameOf } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'
import { wellFormed } from '../core/well-formed.ts'
import { lastRelease, releasePath } from '../releases/releases.ts'
import { signedStatus } from '../signing/signed-status.ts'

/**
 * The impact of a change of a term if it were saved now; `id` null stands for a new term. Writes nothing. Everyone on
 * the team may ask; refuses what the change would refuse, except for roles and for what an approval must name.
 */
export async function previewTermImpact(
  workspace: Workspace,
  actor: Person,
  { id, term, limit }: { readonly id: string | null; readonly term: TermFields; readonly limit: number },
): Promise<TermImpactView | Refusal> {
  const people = await admit(workspace, actor, 'propose-term')
  if (isRefusal(people)) return people
  const { state: termbase, entries } = await workspace.termbase.read()
  const { status } = term
  // The impact does not depend on what an approval must name.
  const fields = wellFormed({ ...term, status: status === 'approved' ? 'proposed' : status })
  const event =
    id === null
      ? addTerm(termbase, fields, workspace.world.newId(), permissions['decide-term'])
      : changeTerm(termbase, id, termbase.changes.get(id)?.count ?? 0, fields, permissions['decide-term'])
  if (isRefusal(event)) return event
  const versions = [...versionsOf(await entries(), event.term.id), { ...event.term, status }]
  return impactOf(workspace, people, termbase, versions, { changed: null, limit })
}

/** The impact of the last change of a term on the documents as they are now. */
export async function termImpact(
  workspace: Workspace,
  actor: Person,
  { id, limit }: { readonly id: string; readonly limit: number },
): Promise<TermImpactView | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const { state: termbase, entries } = await workspace.termbase.read()
  const change = termbase.changes.get(id)
  if (change === undefined) return refuse('term-unknown', { term: id })
  const changed = { at: change.at, name: nameOf(people, change.by) }
  return impactOf(workspace, people, termbase, versionsOf(await entries(), id), { changed, limit })
}

/** The versions of the term, one for each change, oldest first. */
function versionsOf(entries: readonly Entry[], id: string): readonly Term[] {
  return entries.flatMap(({ event }) =>
    (event.type === 'term-added' || event.type === 'term-changed') && event.term.id === id ? [event.term] : [],
  )
}

async function impactOf(
  workspace: Workspace,
  people: PeopleState,
  termbase: Termbase,
  versions: readonly Term[],
  { changed, limit }: { readonly changed: TermImpactView['changed']; readonly limit: number },
): Promise<TermImpactView> {
  const { style } = await workspaceSettings(workspace)
  const impact = createTermImpact(termbase, versions)
  const propose = createTermProposal(versions)
  let left = limit
  const { pause } = workspace.world
  const documents: TermImpactOnDocument[] = []
  for await (const page of workspace.pages()) {
    const touchedSegments = await inSlices(touchedSteps(page.state, style, { impact, propose, people }), pause)
    const last = page.state.releases.length === 0 ? undefined : lastRelease(await page.entries())
    const release = last ? await inSlices(releaseSteps(last, style, { impact, propose }), pause) : null
    if (touchedSegments.length === 0 && release === null) continue
    const open = touchedSegments.filter((touched) => touched.open)
    const listed = open.slice(0, left)
    left -= listed.length
    const analysis = await inSlices(workspace.analyst.analyseSteps(page.state, termbase, style), pause)
    documents.push({
      id: page.state.document.id,
      title: page.state.document.title,
      signOff: (await signedStatus(workspace, page.state, analysis, people)).status,
      release,
      touched: touchedSegments.length,
      open: open.length,
      segments: listed.map((touched) => viewOf(touched, propose)),
      inOrder: touchedSegments
        .filter((touched) => !touched.open)
        .slice(0, limit)
        .map(({ segment, number }) => ({ id: segment.id, number })),
    })
  }
  const sum = (of: (document: TermImpactOnDocument) => number) =>
    documents.reduce((total, document) => total + of(document), 0)
  return {
    term: expectDefined(versions.at(-1), 'a version of the term'),
    before: versions.at(-2) ?? null,
    changed,
    documents,
    touched: sum(({ touched }) => touched),
    open: sum(({ open }) => open),
    listed: sum(({ segments }) => segments.length),
  }
}

type Propose = ReturnType<typeof createTermProposal>

/** The functions that find affected segments and propose edits. */
interface TermChecks {
  readonly impact: TermImpact
  readonly propose: Propose
}

/** A segment that the change affects, with the findings that no waiver covers. */
interface TouchedSegment {
  readonly segment: SegmentState
  readonly number: number
  readonly touch: Touch
  readonly findings: readonly Finding[]
  readonly open: boolean
}

function* touchedSteps(
  state: DocumentState,
  style: HouseStyle,
  { impact, propose, people }: TermChecks & { readonly people: PeopleState },
): Steps<readonly TouchedSegment[]> {
  let number = 0
  const touchedSegments: TouchedSegment[] = []
  for (const { kind, parts } of state.document.blocks) {
    for (const part of parts.filter(isSegment)) {
      yield
      number += 1
      const segment = presentSegment(state, part.id)
      const pair = { segment: part.id, kind, source: plain(part.source), target: plain(segment.target), style }
      const touch = impact(pair)
      if (touch === null) continue
      const findings = findingsOf(touch).filter(
        (finding) => waiverOf(segment, findingKey(finding), people.singlePerson) === undefined,
      )
      touchedSegments.push({ segment, number, touch, findings, open: isOpen(touch, findings, propose) })
    }
  }
  return touchedSegments
}

/** The findings about the term, and the others that the change causes. */
function findingsOf({ standing, arisen }: Touch): readonly Finding[] {
  return [...standing, ...arisen.filter((finding) => !standing.includes(finding))]
}

/** Whether a segment needs work: it has an error or a warning, or a rendering that is no longer permitted. */
function isOpen(touch: Touch, findings: readonly Finding[], propose: Propose): boolean {
  return findings.some(isGrave) || propose(touch.after).length > 0
}

function viewOf({ segment, number, touch, findings }: TouchedSegment, propose: Propose): TermImpactOnSegment {
  const edits = propose(touch.after)
  return {
    id: segment.id,
    number,
    state: segment.state,
    version: segment.version,
    draft: segment.draft !== undefined && segment.target.length > 0 && segment.authors.length === 0,
    source: touch.after.source,
    places: touch.places.map(({ from, to }) => ({ from, to })),
    target: segment.target,
    proposal: edits.length === 0 ? null : editedInline(segment.target, edits),
    findings,
  }
}

/** A release, if the change affects it. */
function* releaseSteps(
  release: Release,
  style: HouseStyle,
  { impact, propose }: TermChecks,
): Steps<TermImpactOnDocument['release']> {
  const kinds = new Map(release.blocks.map(({ id, kind }) => [id, kind]))
  const touches = yield* flatMapSteps(release.rows, ({ id, block, source, target }) => {
    const pair: Pair = { segment: id, kind: kinds.get(block) ?? 'paragraph', source, target, style }
    const touch = impact(pair)
    return touch === null ? [] : [touch]
  })
  if (touches.length === 0) return null
  const open = touches.filter((touch) => isOpen(touch, findingsOf(touch), propose))
  const { document, number } = release
  return { number, path: releasePath(document, number), touched: touches.length, open: open.length }
}
