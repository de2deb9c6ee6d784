import type { SignOffSheet } from '../../contract/views/signing.ts'
import { segmentsOf } from '../../model/document.ts'
import { type Finding, findingKey } from '../../model/finding.ts'
import type { People, Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { preferredRendering } from '../../model/term.ts'
import { openPoints, refusalToSign } from '../../review/gates.ts'
import { isWaived } from '../../review/waivers.ts'
import { nameOf, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { isNamed, workspaceSettings } from '../core/settings.ts'
import { analyseWhole } from '../documents/analyse-now.ts'
import type { Analysis } from '../documents/analysis.ts'
import { countStates } from '../documents/documents.ts'
import { originLabel } from '../documents/origin-label.ts'
import { accountsSince } from './accounts-since.ts'
import { sheetOf } from './figure-sheet.ts'
import { signedStatus } from './signed-status.ts'
import { sinceSignature } from './since-signature.ts'
import { waivedFindings } from './waivers-in-force.ts'
import { commentsOnSheet, workOnSheet } from './work-on-sheet.ts'

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
  const refusal = refusalToSign(state, actor, { people, findings, figures, signed: status === 'signed' })
  return {
    sequence: state.sequence,
    coverage: { segments: state.segments.size, states: countStates(state, status) },
    open: openPoints(state, findings, figures, people.singlePerson),
    warnings: findings.filter(
      (finding) => finding.severity === 'warning' && !isWaived(state, finding, people.singlePerson),
    ).length,
    figures: sheetOf(state, analysis, people),
    terms: termsOf(analysis, findings),
    waivers: waivedFindings(state, findings, people.singlePerson).map(({ finding, waiver }) => ({
      segment: finding.segment,
      finding: findingKey(finding),
      reason: waiver.reason,
      name: nameOf(people, waiver.by),
      at: waiver.at,
    })),
    people: sharesOf(state, people),
    comments: commentsOnSheet(state, people, actor),
    work: workOnSheet(state, entries, people),
    changes: await sinceSignature(workspace, state, entries, people, staleness?.terms ?? []),
    accounts: await accountsSince(workspace, actor, state, entries),
    officeNamed: isNamed((await workspaceSettings(workspace)).office),
    accepted: [...state.segments.values()].filter(({ accepted }) => accepted !== undefined).length,
    drafts: draftsOf(state),
    signOff: state.signOff ?? null,
    status,
    staleness,
    refusal: refusal && { code: refusal.code, params: refusal.params },
  }
}

function termsOf({ contexts, terms }: Analysis, findings: readonly Finding[]): SignOffSheet['terms'] {
  const termFindings = findings.filter(({ code, severity }) => code.startsWith('term-') && severity !== 'note')
  const missing = new Set(termFindings.map(({ segment, params }) => `${segment} ${params.term}`))
  return terms.map((term) => {
    const there = contexts.filter((context) => context.terms.some((occurrence) => occurrence.term.id === term.id))
    const missed = there.filter(({ segment }) => term.source.some((form) => missing.has(`${segment} ${form}`)))
    return {
      id: term.id,
      source: term.source[0] ?? '',
      target: preferredRendering(term),
      status: term.status,
      segments: there.map(({ segment }) => segment),
      missed: missed.length,
    }
  })
}

/** How many segments each person translated and revised, in the order in which the people first appear. */
function sharesOf(state: DocumentState, people: People): SignOffSheet['people'] {
  const shares = new Map<string, { translated: number; revised: number }>()
  const shareOf = (id: string) => {
    const share = shares.get(id) ?? { translated: 0, revised: 0 }
    shares.set(id, share)
    return share
  }
  for (const { translated, revised } of segmentsInOrder(state)) {
    if (translated) shareOf(translated.by).translated++
    if (revised) shareOf(revised.by).revised++
  }
  return [...shares].map(([id, share]) => ({ name: nameOf(people, id), ...share }))
}

function draftsOf(state: DocumentState): SignOffSheet['drafts'] {
  const drafted = segmentsInOrder(state).flatMap(({ draft }) => (draft ? [originLabel(draft)] : []))
  return [...Map.groupBy(drafted, (origin) => origin)].map(([origin, all]) => ({ origin, segments: all.length }))
}

function segmentsInOrder(state: DocumentState) {
  return segmentsOf(state.document).flatMap(({ id }) => state.segments.get(id) ?? [])
}
