import type { Workspace } from '../../workspace/core/open.ts'
import { askRevisions, assignDocuments, assignWork, changeAssignments } from '../../workspace/documents/assign.ts'
import { setAbsence } from '../../workspace/people/absence.ts'
import type { Handlers } from '../api.ts'

type AssignmentRoutes =
  | 'assignDocuments'
  | 'assignWork'
  | 'changeAssignment'
  | 'endAssignment'
  | 'askRevisions'
  | 'setAbsence'

export function assignmentHandlers(workspace: Workspace): Pick<Handlers, AssignmentRoutes> {
  return {
    assignDocuments: ({ actor, body }) => assignDocuments(workspace, actor, body),
    assignWork: ({ actor, params: { document }, body }) => assignWork(workspace, actor, { document, ...body }),
    changeAssignment: ({ actor, params: { document, assignment }, body }) =>
      changeAssignments(workspace, actor, { document, command: { type: 'change', assignment, ...body } }),
    endAssignment: ({ actor, params: { document, assignment } }) =>
      changeAssignments(workspace, actor, { document, command: { type: 'end', assignment } }),
    askRevisions: ({ actor, params: { document }, body }) => askRevisions(workspace, actor, { document, ...body }),
    setAbsence: ({ actor, params: { person }, body }) => setAbsence(workspace, actor, { person, ...body }),
  }
}
