import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { decideShelf, type ShelfCommand } from '../../review/shelf.ts'
import type { Workspace } from '../core/open.ts'
import { type Appended, changeDocument } from './write-document.ts'

/** Names and labels a document, puts it into the archive or brings it back; all of it stands in the document's own journal. */
export function changeShelf(
  workspace: Workspace,
  actor: Person,
  { document, command }: { readonly document: string; readonly command: ShelfCommand },
): Promise<Appended | Refusal> {
  return changeDocument(workspace, actor, document, (state, people) => decideShelf(state, command, actor, people))
}

/** Deletes a document that nobody ever signed, and ends its drafting and what is asked about it. Its entries stay in the ledger. */
export async function deleteDocument(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<Appended | Refusal> {
  const deleted = await changeShelf(workspace, actor, { document, command: { type: 'delete-document' } })
  if (isRefusal(deleted)) return deleted
  workspace.runs.get(document)?.stop()
  workspace.questionRuns.get(document)?.run.stop()
  return deleted
}
