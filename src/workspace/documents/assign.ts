import type { AssignedMany, AssignmentView } from '../../contract/views/assignments.ts'
import type { Assignment, WorkStep } from '../../model/assignment.ts'
import type { People, Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { decideRevisions, type RevisionsAsked } from '../../review/asked-revisions.ts'
import { type AssignCommand, dayIn, decideAssignment, inPlaceOf, progressOf } from '../../review/assignments.ts'
import type { Asked } from '../../review/four-eyes.ts'
import { nameOf } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'
import type { StandingAssignment } from './document-standing.ts'
import { type Appended, changeDocument } from './write-document.ts'

/** Work as it is asked for: of a whole document, or of these segments. */
export interface AskedWork {
  readonly step: WorkStep
  readonly person: string
  readonly due: string | null
  readonly segments?: readonly string[] | undefined
}

/** Gives a document, or some segments of it, to a person; or hands that over, or takes it back. */
export function changeAssignments(
  workspace: Workspace,
  actor: Person,
  { document, command }: { readonly document: string; readonly command: AssignCommand },
): Promise<Appended | Refusal> {
  return changeDocument(workspace, actor, document, (state, people, { steps }) =>
    decideAssignment(state, command, actor, { people, steps }),
  )
}

export function assignWork(
  workspace: Workspace,
  actor: Person,
  { document, segments, ...work }: AskedWork & { readonly document: string },
): Promise<Appended | Refusal> {
  const assignment: Assignment = { id: workspace.world.newId(), ...work, ...(segments && { segments }) }
  return changeAssignments(workspace, actor, { document, command: { type: 'assign', assignment } })
}

/** Says how many people are to revise a document, or these segments of it, where the office asks for fewer. */
export function askRevisions(
  workspace: Workspace,
  actor: Person,
  { document, ...asked }: RevisionsAsked & { readonly document: string },
): Promise<Appended | Refusal> {
  return changeDocument(workspace, actor, document, (state, people) => decideRevisions(state, asked, actor, people))
}

/** Gives whole documents to a person; what was refused is listed. */
export async function assignDocuments(
  workspace: Workspace,
  actor: Person,
  { documents, ...work }: Omit<AskedWork, 'segments'> & { readonly documents: readonly string[] },
): Promise<AssignedMany> {
  const done: string[] = []
  const refused: { readonly document: string; readonly refusal: Refusal }[] = []
  for (const document of new Set(documents)) {
    const answer = await assignWork(workspace, actor, { document, ...work })
    if (isRefusal(answer)) refused.push({ document, refusal: answer })
    else done.push(document)
  }
  return { done, refused }
}

export function standingAssignments(state: DocumentState, asked: Asked): readonly StandingAssignment[] {
  return (state.assignments ?? []).map((assignment) => {
    const { id, step, person, due, segments } = assignment
    return { id, step, person, due, whole: segments === undefined, ...progressOf(state, assignment, asked) }
  })
}

/** The same for a reader on a day. */
export function viewAssignment(
  assignment: StandingAssignment,
  people: People,
  actor: Pick<Person, 'id'>,
  today: string,
): AssignmentView {
  const { person, step, due, open } = assignment
  const acting = inPlaceOf(people, person, step, today)
  return {
    ...assignment,
    name: nameOf(people, person),
    standIn: acting === person ? null : nameOf(people, acting),
    mine: acting === actor.id || person === actor.id,
    late: open > 0 && due !== null && due < today,
  }
}

/** The day that it is in the office, as `2026-12-01`. */
export async function today(workspace: Workspace): Promise<string> {
  const { timeZone } = await workspaceSettings(workspace)
  return dayIn(timeZone, workspace.world.clock())
}
