import type { EnginesView, LocalServer } from '../../contract/views/engines.ts'
import { emptyMonth } from '../../model/engine-record.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { viewEngine } from './engine-settings.ts'
import { admit } from './lookup.ts'
import type { Workspace } from './open.ts'

/** How the engines are set up, and what they did this month. */
export async function viewEngines(workspace: Workspace, actor: Person): Promise<EnginesView | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const month = workspace.world.clock().slice(0, 7)
  const records = await workspace.ledger.read()
  return {
    settings: await viewEngine(workspace),
    month,
    pairs: await workspace.recall.size(),
    engines: Object.fromEntries(
      Object.entries(records).map(([engine, { months, answered = null, failed = null }]) => [
        engine,
        { month: months[month] ?? emptyMonth, answered, failed },
      ]),
    ),
  }
}

/** The servers with language models that answer on this machine. */
export async function localServers(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly servers: readonly LocalServer[] } | Refusal> {
  const people = await admit(workspace, actor, 'change-settings')
  return isRefusal(people) ? people : { servers: await workspace.world.findLocalServers() }
}
