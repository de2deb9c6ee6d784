import type { RevisionsView } from '../../contract/views/revisions.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { inSlices } from '../../ports/world.ts'
import { type RevisionChoice, revisionsSteps } from '../../review/revisions.ts'
import { nameOf, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** Most changes in one reply; a file has all of them. */
const mostShown = 1000

/** What people changed in a document, from its history alone. */
export async function listRevisions(
  workspace: Workspace,
  actor: Person,
  { document, ...choice }: { readonly document: string } & RevisionChoice,
): Promise<RevisionsView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { state, people, entries } = opened
  const all = await inSlices(revisionsSteps(await entries(), { ...choice, by: undefined }), workspace.world.pause)
  const chosen = choice.by === undefined ? all : all.filter(({ by }) => by === choice.by)
  const shown = chosen.slice(0, mostShown)
  const counts = Map.groupBy(all, ({ by }) => by)
  const ids = new Set([...counts.keys(), ...shown.flatMap(({ why }) => why.map(({ by }) => by))])
  return {
    title: state.document.title,
    revisions: shown,
    more: chosen.length - shown.length,
    people: [...counts].map(([id, { length: count }]) => ({ id, count })),
    names: Object.fromEntries([...ids].map((id) => [id, nameOf(people, id)])),
  }
}
