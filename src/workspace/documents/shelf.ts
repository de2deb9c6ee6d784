import type { Person } from '../../model/people.ts'
import type { Refusal } from '../../model/refusal.ts'
import { decideShelf, type ShelfCommand } from '../../review/shelf.ts'
import type { Workspace } from '../core/open.ts'
import { type Appended, changeDocument } from './write-document.ts'

/** Names a document, puts it into the archive or brings it back; all of it stands in the document's own journal. */
export function changeShelf(
  workspace: Workspace,
  actor: Person,
  { document, command }: { readonly document: string; readonly command: ShelfCommand },
): Promise<Appended | Refusal> {
  return changeDocument(workspace, actor, document, (state, people) => decideShelf(state, command, actor, people))
}
