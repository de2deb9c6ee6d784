import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decideShelf, type ShelfCommand } from '../../review/shelf.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { Appended } from './segments.ts'

/** Names a document, puts it into the archive or brings it back; all of it stands in the document's own journal. */
export async function changeShelf(
  workspace: Workspace,
  actor: Person,
  { document, command }: { readonly document: string; readonly command: ShelfCommand },
): Promise<Appended | Refusal> {
  const existing = await findDocument(workspace, document)
  if (isRefusal(existing)) return existing
  const entries = await workspace.document(document).write(actor.id, async ({ state }) => {
    if (state === null) return refuse('document-unknown', { document })
    const { state: people } = await workspace.people.read()
    return decideShelf(state, command, actor, people)
  })
  return isRefusal(entries) ? entries : { entries }
}
