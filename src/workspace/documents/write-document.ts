import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { OfficeRules } from '../../model/office-steps.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { PeopleState } from '../../review/people.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { officeRules } from '../core/settings.ts'

/** The entries written; none if everything was already as requested. */
export interface Appended {
  readonly entries: readonly Entry<DocumentEvent>[]
}

type Decided = readonly DocumentEvent[] | Refusal

/** The events that a document as it stands, the people and the office allow; asked anew where others have written meanwhile. */
type DecideInDocument = (state: DocumentState, people: PeopleState, office: OfficeRules) => Decided | Promise<Decided>

/** Appends to a document that is known to be there what is decided at the time of writing. */
export function writeDocument(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  document: string,
  decide: DecideInDocument,
): Promise<readonly Entry<DocumentEvent>[] | Refusal> {
  return workspace.document(document).write(actor.id, async ({ state }) => {
    if (state === null) return refuse('document-unknown', { document })
    if (state.deleted) return refuse('document-deleted')
    const { state: people } = await workspace.people.read()
    return decide(state, people, await officeRules(workspace))
  })
}

/** The same for a document that somebody names: `document-unknown`, or why its journal cannot be read. */
export async function changeDocument(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  document: string,
  decide: DecideInDocument,
): Promise<Appended | Refusal> {
  const existing = await findDocument(workspace, document)
  if (isRefusal(existing)) return existing
  const entries = await writeDocument(workspace, actor, document, decide)
  return isRefusal(entries) ? entries : { entries }
}
