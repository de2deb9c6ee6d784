import type { OtherDraft } from '../../contract/views/drafting.ts'
import type { EngineTrial } from '../../contract/views/engines.ts'
import { type DraftingEngines, draftSegments } from '../../drafting/draft.ts'
import type { DraftJob } from '../../drafting/job.ts'
import { createDocumentNames, type DocumentNames } from '../../drafting/names.ts'
import type { Draft } from '../../model/draft.ts'
import type { EngineName, EngineSettings, Spending } from '../../model/engine.ts'
import { isAgreed } from '../../model/engine-destination.ts'
import type { EngineOccasion } from '../../model/engine-record.ts'
import { plainStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import type { Engine, OnSent, SentRequest } from '../../ports/engine.ts'
import { createRecogniser } from '../../terms/recognition/recognise.ts'
import type { EngineAccount } from '../core/engine-ledger.ts'
import { engineSettings, isChosen } from '../core/engine-settings.ts'
import { admit, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from './analyse-now.ts'
import { draftingTools, jobOf, namesIn, readyEngines } from './drafting-tools.ts'

/** Drafts one segment by an engine, whatever stands there, and writes nothing. */
export async function otherDraft(
  workspace: Workspace,
  actor: Person,
  { document, segment, engine }: { readonly document: string; readonly segment: string; readonly engine: EngineName },
): Promise<OtherDraft | Refusal> {
  const opened = await openFor(workspace, actor, 'draft', document)
  if (isRefusal(opened)) return opened
  const settings = await engineSettings(workspace)
  if (engine !== 'memory' && !isChosen(engine, settings)) return refuse('engine-not-chosen', { engine })
  // An engine that drafts was chosen, by an earlier version before anybody was asked to agree.
  if (engine !== settings.active && !isAgreed(engine, settings)) return refuse('engine-not-chosen', { engine })
  const { contexts } = await analyseNow(workspace, opened.state)
  const at = contexts.findIndex((context) => context.segment === segment)
  const context = contexts[at]
  if (context === undefined) return refuse('segment-unknown', { segment })
  const { state: termbase } = await workspace.termbase.read()
  const job = jobOf(contexts, at, context)
  const names = await namesIn(contexts, [job], workspace.world.pause)
  return draftOne(workspace, engine, { job, terms: [...termbase.terms.values()], names }, 'draft')
}

/** One segment to draft, with the entries of the termbase and the names that its document decides. */
interface Asked {
  readonly job: DraftJob
  readonly terms: readonly Term[]
  readonly names: DocumentNames
}

const trialTerm: Term = {
  id: 'trial',
  source: ['青禾谷'],
  renderings: [{ text: 'Qinghe Valley', status: 'preferred' }],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
}
const trialSource = '青禾谷今年修路12公里，投资3亿元。'

/** Has an engine draft a made-up sentence with a term and two figures, as it is set up now, and says what it held. */
export async function testEngine(
  workspace: Workspace,
  actor: Person,
  { engine }: { readonly engine: EngineName },
): Promise<EngineTrial | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  if (isRefusal(people)) return people
  const terms = createRecogniser([trialTerm])(trialSource)
  const job = { segment: 'trial', source: trialSource, terms, before: '', after: '', style: plainStyle }
  const sent: SentRequest[] = []
  const asked = { job, terms: [trialTerm], names: createDocumentNames() }
  const result = await draftOne(workspace, engine, asked, 'test', (request) => sent.push(request))
  if (isRefusal(result)) return result
  const { draft, spending } = result
  if (draft === null) return { source: trialSource, target: null, sent, spending }
  const { asked: askedTerms, met, figures = { asked: 0, met: 0 }, attempts = [] } = draft.compliance
  return {
    source: trialSource,
    target: plain(draft.target),
    terms: { asked: askedTerms.length, met: met.length },
    figures,
    calls: attempts.length,
    sent,
    spending,
  }
}

/** Somebody waits for the answer. */
const briefPatience = { attempts: 2, first: 500, most: 2000 }

async function draftOne(
  workspace: Workspace,
  engine: EngineName,
  { job, terms, names }: Asked,
  occasion: EngineOccasion,
  onSent?: OnSent,
): Promise<OtherDraft | Refusal> {
  const { second: _, ...stored } = await engineSettings(workspace)
  const settings: EngineSettings = { ...stored, active: engine }
  const account = workspace.ledger.open(occasion)
  const result = await (async () => {
    const engines = await workspace.world.engines(settings, workspace.recall.exact)
    if (isRefusal(engines)) return engines
    const { signal } = new AbortController()
    const told = onSent ? { ...engines, main: engines.main && telling(engines.main, onSent) } : engines
    // What the memory has is no answer of another engine.
    const prepared = await readyEngines(engine === 'memory' ? told : { ...told, memory: null }, terms, signal)
    return isRefusal(prepared) ? prepared : runOne(workspace, settings, prepared, { job, names }, signal, account)
  })()
  if (isRefusal(result)) account.failed(engine, result, true)
  await account.close()
  return result
}

/** The same engine, which tells what it sends. */
function telling(engine: Engine, onSent: OnSent): Engine {
  return { ...engine, call: (call, signal) => engine.call(call, signal, onSent) }
}

async function runOne(
  workspace: Workspace,
  settings: EngineSettings,
  engines: DraftingEngines,
  { job, names }: Pick<Asked, 'job' | 'names'>,
  signal: AbortSignal,
  account: EngineAccount,
): Promise<OtherDraft | Refusal> {
  let draft: Draft | null = null
  let spending: readonly Spending[] = []
  const tools = { ...draftingTools(workspace, settings), names, budget: {}, patience: briefPatience, signal }
  for await (const step of draftSegments([job], engines, tools)) {
    if (step.type === 'waiting') continue
    spending = step.spending
    account.drafted(step.type === 'drafted' ? step.drafted : [], spending)
    if (step.type === 'stopped' && draft === null) return step.refusal
    if (step.type === 'drafted') draft = step.drafted[0]?.draft ?? draft
  }
  return { draft, spending }
}
