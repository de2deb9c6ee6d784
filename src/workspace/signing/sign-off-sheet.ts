import type { SignOffSheet } from '../../contract/views/signing.ts'
import { segmentPlaces } from '../../model/document.ts'
import { type Finding, findingKey } from '../../model/finding.ts'
import type { People, Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { flatMapSteps, mapSteps, type Steps } from '../../model/steps.ts'
import { preferredRendering } from '../../model/term.ts'
import { inSlices } from '../../ports/world.ts'
import { revisionStamps } from '../../review/four-eyes.ts'
import { openPointsSteps, refusalToSignSteps } from '../../review/gates.ts'
import { belowMarkSteps } from '../../review/quality.ts'
import { isWaived } from '../../review/waivers.ts'
import { nameOf, openFor, signerName } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { isNamed, officeRules, workspaceSettings } from '../core/settings.ts'
import { analyseWhole } from '../documents/analyse-now.ts'
import type { Analysis } from '../documents/analysis.ts'
import { countStates } from '../documents/documents.ts'
import { originLabel } from '../documents/origin-label.ts'
import { accountsSince } from './accounts-since.ts'
import { sheetSteps } from './figure-sheet.ts'
import { signedStatus } from './signed-status.ts'
import { sinceSignature } from './since-signature.ts'
import { waivedSteps } from './waivers-in-force.ts'
import { commentSteps, workSteps } from './work-on-sheet.ts'

/** What an approver reads before signing, with the refusal that the actor would get. */
export async function signOffSheet(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<SignOffSheet | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { state, people } = opened
  const entries = await opened.entries()
  const analysis = await analyseWhole(workspace, state)
  const findings = analysis.findings.atOnce()
  const { status, staleness } = await signedStatus(workspace, state, analysis, people)
  const figures = analysis.figures.atOnce()
  const signed = status === 'signed'
  const { singlePerson } = people
  const sliced = <T>(work: Steps<T>): Promise<T> => inSlices(work, workspace.world.pause)
  const { office: name, quality } = await workspaceSettings(workspace)
  const office = await officeRules(workspace)
  const context = { people, office, findings, figures, signed, quality }
  const refusal = await sliced(refusalToSignSteps(state, actor, context))
  const waived = await sliced(waivedSteps(state, findings, singlePerson))
  return {
    sequence: state.sequence,
    coverage: { segments: state.segments.size, states: countStates(state, status) },
    open: await sliced(openPointsSteps(state, findings, figures, { singlePerson, steps: office.steps, signed })),
    warnings: await sliced(warningSteps(state, findings, singlePerson)),
    figures: await sliced(sheetSteps(state, analysis, people)),
    terms: await sliced(termSteps(analysis, findings)),
    waivers: waived.map(({ finding, waiver }) => ({
      segment: finding.segment,
      finding: findingKey(finding),
      reason: waiver.reason,
      name: nameOf(people, waiver.by),
      at: waiver.at,
    })),
    people: await sliced(shareSteps(state, people)),
    comments: await sliced(commentSteps(state, people, actor)),
    work: await sliced(workSteps(state, entries, people)),
    changes: await sinceSignature(workspace, state, entries, people, staleness?.terms ?? []),
    accounts: await accountsSince(workspace, actor, state, entries),
    officeNamed: isNamed(name),
    accepted: [...state.segments.values()].filter(({ accepted }) => accepted !== undefined).length,
    quality: await sliced(belowMarkSteps(state, quality, singlePerson)),
    drafts: await sliced(draftSteps(state)),
    signOff: state.signOff ?? null,
    signer: state.signOff ? signerName(people, state.signOff) : null,
    status,
    staleness,
    refusal: refusal && { code: refusal.code, params: refusal.params },
  }
}

/** How many warnings nobody has waived. */
function* warningSteps(state: DocumentState, findings: readonly Finding[], singlePerson: boolean): Steps<number> {
  let count = 0
  for (const finding of findings) {
    if (finding.severity === 'warning' && !isWaived(state, finding, singlePerson)) count += 1
    yield
  }
  return count
}

function* termSteps({ contexts, terms }: Analysis, findings: readonly Finding[]): Steps<SignOffSheet['terms']> {
  const missing = new Set<string>()
  for (const { code, severity, segment, params } of findings) {
    if (code.startsWith('term-') && severity !== 'note') missing.add(`${segment} ${params.term}`)
    yield
  }
  const segments = new Map<string, Set<string>>(terms.map(({ id }) => [id, new Set()]))
  for (const context of contexts) {
    for (const { term } of context.terms) segments.get(term.id)?.add(context.segment)
    yield
  }
  return yield* mapSteps(terms, (term) => {
    const there = [...(segments.get(term.id) ?? [])]
    return {
      id: term.id,
      source: term.source[0] ?? '',
      target: preferredRendering(term),
      status: term.status,
      segments: there,
      missed: there.filter((segment) => term.source.some((form) => missing.has(`${segment} ${form}`))).length,
    }
  })
}

/** How many segments each person translated and revised, in the order in which the people first appear. */
function* shareSteps(state: DocumentState, people: People): Steps<SignOffSheet['people']> {
  const shares = new Map<string, { translated: number; revised: number }>()
  const shareOf = (id: string) => {
    const share = shares.get(id) ?? { translated: 0, revised: 0 }
    shares.set(id, share)
    return share
  }
  for (const segment of segmentsInOrder(state)) {
    if (segment.translated) shareOf(segment.translated.by).translated++
    for (const { by } of revisionStamps(segment)) shareOf(by).revised++
    yield
  }
  return [...shares].map(([id, share]) => ({ name: nameOf(people, id), ...share }))
}

function* draftSteps(state: DocumentState): Steps<SignOffSheet['drafts']> {
  const drafted = yield* flatMapSteps(segmentsInOrder(state), ({ draft }) => (draft ? [originLabel(draft)] : []))
  return [...Map.groupBy(drafted, (origin) => origin)].map(([origin, all]) => ({ origin, segments: all.length }))
}

function segmentsInOrder(state: DocumentState) {
  return segmentPlaces(state.document.blocks).segments.flatMap(({ id }) => state.segments.get(id) ?? [])
}
