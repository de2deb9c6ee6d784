import type { Person } from '../../model/people.ts'
import type { Refusal } from '../../model/refusal.ts'
import { decideReview } from '../../review/outside.ts'
import type { Workspace } from '../core/open.ts'
import { type Appended, changeDocument } from './write-document.ts'

/** Records that a document goes out to a reviewer who has no account; `exportReview` writes the file. */
export function sendReview(
  workspace: Workspace,
  actor: Person,
  { document, name }: { readonly document: string; readonly name: string },
): Promise<Appended | Refusal> {
  const review = { id: workspace.world.newId(), name }
  return changeDocument(workspace, actor, document, (state, people) => decideReview(state, review, actor, people))
}
