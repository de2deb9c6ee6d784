import type { FormatsView } from '../../contract/views/documents.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { endingsOf, goesBack } from '../../ports/format.ts'
import { admit } from './lookup.ts'
import type { Workspace } from './open.ts'

/** The endings of files that can be imported, and what goes out in its own shape. */
export async function viewFormats(workspace: Workspace, actor: Person): Promise<FormatsView | Refusal> {
  const people = await admit(workspace, actor, 'read')
  if (isRefusal(people)) return people
  const { documents, memories, glossaries, returns } = workspace.world.formats
  return {
    documents: endingsOf(documents),
    memories: endingsOf(memories),
    glossaries: endingsOf(glossaries),
    returns: endingsOf(returns),
    ownShapes: documents.filter(goesBack).map(({ name }) => name),
  }
}
