import { type EditedDraft, postEdits } from '../../memory/post-edit.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import type { PostEdits } from '../../model/post-edit.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'

/**
 * How far the confirmed texts of all documents are from the drafts that they began as. By person only where the office shows
 * people; else the actor alone.
 */
export async function viewPostEdits(workspace: Workspace, actor: Person): Promise<PostEdits | Refusal> {
  const people = await admit(workspace, actor, 'see-post-edits')
  if (isRefusal(people)) return people
  const { counts } = await workspaceSettings(workspace)
  const nameOf = new Map(people.people.map(({ id, name }) => [id, name]))
  const edited: EditedDraft[] = []
  const own: EditedDraft[] = []
  for await (const { state } of workspace.pages(({ confirmed }) => confirmed)) {
    for (const { by, ...draft } of editedDrafts(state, nameOf)) {
      edited.push(draft)
      if (by === actor.id) own.push(draft)
    }
  }
  const all = postEdits(edited)
  return counts.people ? all : { ...all, by: { ...all.by, person: postEdits(own).by.person } }
}

/** The confirmed segments that began as a draft. */
function editedDrafts(
  state: DocumentState,
  nameOf: ReadonlyMap<string, string>,
): readonly (EditedDraft & { readonly by: string })[] {
  return [...state.segments.values()].flatMap(({ draft, target, state: standing, translated }) => {
    if (draft === undefined || translated === undefined || standing === 'initial') return []
    const { origin } = draft
    // What a file brought is a translation of somebody else's, and none of ours.
    if (origin.type === 'file') return []
    return [
      {
        engine: origin.type === 'machine' ? origin.engine : 'memory',
        document: state.document.title,
        by: translated.by,
        person: nameOf.get(translated.by) ?? translated.by,
        draft: plain(draft.target),
        final: plain(target),
      },
    ]
  })
}
