import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Steps } from '../../model/steps.ts'
import { inSlices } from '../../ports/world.ts'
import { canonicalJson } from '../../review/canonical.ts'
import { verifyChainSteps } from '../../review/chain.ts'
import { advanceSteps } from '../../review/fold.ts'
import { refusalToSignSteps } from '../../review/gates.ts'
import { signedTextSteps } from '../../review/signoff.ts'
import { publicHeads, recordHeads, refusalOfSharedDamage } from '../core/heads.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { publicNames } from '../core/public-names.ts'
import { officeRules, workspaceSettings } from '../core/settings.ts'
import { timeToSign } from '../core/time-to-sign.ts'
import { analyseWhole } from '../documents/analyse-now.ts'
import type { Appended } from '../documents/write-document.ts'
import { type Proof, refusalOfProof } from '../people/proof.ts'
import { sheetSteps } from './figure-sheet.ts'
import { bindingNow, signedStatus } from './signed-status.ts'

/**
 * Signs the document for the approver, with the workspace's key. Whoever signs shows anew that it is they, so that a
 * screen left open cannot sign. `sequence` is that of the sheet that was read: if anything has been added since but that a comment
 * was resolved or the document named or put elsewhere, the approver has to read it again. Refuses to sign an altered
 * ledger.
 */
export async function signOff(
  workspace: Workspace,
  actor: Person,
  { document, sequence, ...proof }: { readonly document: string; readonly sequence: number } & Proof,
): Promise<Appended | Refusal> {
  const existing = await findDocument(workspace, document)
  if (isRefusal(existing)) return existing
  const unknown = await refusalOfProof(workspace, actor, proof)
  if (unknown) return unknown
  const { clock, digest, pause, signer } = workspace.world
  const entries = await workspace.document(document).write(actor.id, async (page) => {
    const { state } = page
    if (state === null) return refuse('document-unknown', { document })
    if (state.deleted) return refuse('document-deleted')
    const peoplePage = await workspace.people.read()
    const people = peoplePage.state
    const entries = await page.entries()
    const analysis = await analyseWhole(workspace, state)
    const signed = (await signedStatus(workspace, state, analysis, people)).status === 'signed'
    const office = await officeRules(workspace)
    const context = { people, office, findings: analysis.findings.atOnce(), figures: analysis.figures.atOnce() }
    const { quality } = await workspaceSettings(workspace)
    const refusal = await inSlices(refusalToSignSteps(state, actor, { ...context, signed, quality }), pause)
    if (refusal) return refusal
    const read = sequence <= entries.length && entries.slice(sequence).every(isBeside)
    if (!read) return refuse('sign-off-changed')
    for (const [name, chain] of [
      [`document/${document}`, entries],
      ['people', await peoplePage.entries()],
    ] as const) {
      const verdict = await inSlices(verifyChainSteps(chain, digest), pause)
      if (verdict.type === 'broken') return refuse('ledger-altered', { journal: name, entry: String(verdict.sequence) })
    }
    await assertFolds(workspace, state, entries)
    const damaged = (await refusalOfSharedDamage(workspace)) ?? (await recordHeads(workspace))
    if (damaged) return damaged
    const heads = await publicHeads(workspace, [document])
    const nameFor = publicNames(people, (await workspaceSettings(workspace)).publishing)
    const binding = await bindingNow(workspace, state, analysis, people, { heads, nameFor })
    const at = timeToSign(clock(), page.last)
    if (isRefusal(at)) return at
    const unsigned = { binding, by: actor.id, name: nameFor(actor.id, 'approver'), at }
    const text = await inSlices(signedTextSteps(unsigned), pause)
    const event: DocumentEvent = {
      type: 'document-signed',
      v: 1,
      signOff: { ...unsigned, key: signer.key, signature: signer.sign(text) },
      figures: await inSlices(sheetSteps(state, analysis, people, nameFor), pause),
    }
    return [event]
  })
  return isRefusal(entries) ? entries : { entries }
}

/** Entries that change nothing of what was read before signing. */
const beside: ReadonlySet<string> = new Set([
  'comment-resolved',
  'document-renamed',
  'document-labelled',
  'review-sent',
  'document-archived',
  'document-restored',
  'work-assigned',
  'assignment-changed',
  'assignment-ended',
  'sample-drawn',
])

function isBeside({ event }: Entry): boolean {
  return beside.has(event.type)
}

/** Throws where a document is not what its entries fold to: it may have been opened from a snapshot. */
async function assertFolds(
  { world: { pause } }: Workspace,
  state: DocumentState,
  entries: readonly Entry<DocumentEvent>[],
): Promise<void> {
  const anew = await inSlices(advanceSteps(null, entries), pause)
  if (!(await inSlices(sameSegmentsSteps(state.segments, anew?.segments ?? new Map()), pause)))
    throw new Error(`document ${state.document.id} is not what its journal says: delete its snapshot`)
}

function* sameSegmentsSteps(now: DocumentState['segments'], then: DocumentState['segments']): Steps<boolean> {
  if (now.size !== then.size) return false
  const others = then.values()
  for (const segment of now.values()) {
    if (canonicalJson(segment) !== canonicalJson(others.next().value)) return false
    yield
  }
  return true
}
