import type { TermImportView } from '../../contract/views/terms.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Steps } from '../../model/steps.ts'
import type { TableLook } from '../../model/table-choice.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { inSlices } from '../../ports/world.ts'
import { type ImportPlan, planSteps } from '../../terms/termbase/plan-import.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { OutgoingFile } from '../documents/own-shape.ts'
import { refusalOfTermCount } from './terms.ts'

/** Most rows listed one by one, of the changed and of the refused each; the counts cover all rows. */
const mostListed = 500

/**
 * The glossary as a file without retired terms, in a format by its name. Refuses a format that there is not:
 * `bad-request`, and what `WriteFile` refuses.
 */
export async function exportTerms(
  workspace: Workspace,
  actor: Person,
  { format }: { readonly format: string },
): Promise<OutgoingFile | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const writer = workspace.world.formats.glossaries.find(({ name }) => name === format)
  if (writer === undefined) return refuse('bad-request', { place: 'format' })
  const { state } = await workspace.termbase.read()
  const terms = [...state.terms.values()].filter(({ status }) => status !== 'retired')
  const content = await workspace.world.write({ target: { type: 'glossary', format }, contents: terms })
  if (isRefusal(content)) return content
  return { filename: `glossary-zh-CN-en${writer.endings[0]}`, mediaType: writer.mediaType, content }
}

/** The general official terms that come with the programme, as a file to be looked at and imported like any other. */
export async function officialTerms(
  workspace: Workspace,
  actor: Person,
  shipped: () => Promise<Uint8Array>,
): Promise<OutgoingFile | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  return { filename: 'official_zh-CN_en.csv', mediaType: 'text/csv; charset=utf-8', content: await shipped() }
}

/** A table of terms as people see it before they choose its columns; null for a file that is none. */
export async function lookAtTerms(
  workspace: Workspace,
  actor: Person,
  file: IncomingFile,
): Promise<{ readonly table: TableLook | null } | Refusal> {
  const people = await admit(workspace, actor, 'import-terms')
  if (isRefusal(people)) return people
  const read = await workspace.world.read('table', file)
  return isRefusal(read) ? read : { table: read.head.look }
}

/**
 * Imports the terms of a file, by its ending; with `dryRun` only reports what the import would do. A bad row is refused
 * by itself, with its reason; all other rows are written together. If the process is killed meanwhile, the terms
 * written so far remain, and importing the file again adds the rest. The report describes what was written, even if
 * the glossary has changed since the dry run.
 */
export async function importTerms(
  workspace: Workspace,
  actor: Person,
  { dryRun = false, ...file }: IncomingFile & { readonly dryRun?: boolean },
): Promise<TermImportView | Refusal> {
  const people = await admit(workspace, actor, 'import-terms')
  if (isRefusal(people)) return people
  const read = await workspace.world.read('glossary', file)
  if (isRefusal(read)) return read
  const { items: rows, head } = read
  const held = people.people.find(({ id }) => id === actor.id)?.roles ?? []
  const { newId, pause } = workspace.world
  const planFor = (termbase: Termbase) => inSlices(planSteps(termbase, rows, newId, held), pause)
  const viewOf = async (plan: ImportPlan) => ({ ...(await inSlices(viewSteps(plan), pause)), ...head })
  if (dryRun) return viewOf(await planFor((await workspace.termbase.read()).state))
  let plan: ImportPlan = { events: [], rows: [] }
  const entries = await workspace.termbase.write(actor.id, async (page) => {
    plan = await planFor(page.state)
    const added = plan.events.filter(({ type }) => type === 'term-added').length
    return refusalOfTermCount(page.state.terms.size + added) ?? plan.events
  })
  return isRefusal(entries) ? entries : viewOf(plan)
}

function* viewSteps({ rows }: ImportPlan): Steps<Omit<TermImportView, 'notices'>> {
  const counts = { added: 0, changed: 0, same: 0, refused: 0 }
  let asProposed = 0
  const changes: TermImportView['changes'][number][] = []
  const refusals: TermImportView['refusals'][number][] = []
  for (const { at, form, outcome } of rows) {
    counts[outcome.type] += 1
    if (outcome.type === 'added' && outcome.asProposed) asProposed += 1
    if (outcome.type === 'changed' && changes.length < mostListed) changes.push({ at, form, members: outcome.members })
    if (outcome.type === 'refused' && refusals.length < mostListed) {
      refusals.push({ at, form, refusal: outcome.refusal })
    }
    yield
  }
  return { rows: rows.length, ...counts, asProposed, changes, refusals }
}
