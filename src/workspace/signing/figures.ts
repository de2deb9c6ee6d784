import type { FigureSheetView } from '../../contract/views.ts'
import type { People, Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Figure } from '../../model/release.ts'
import type { DocumentState } from '../../model/state.ts'
import { figureSheet } from '../../review/figures.ts'
import { decide } from '../../review/rules.ts'
import { nameOf, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { analyseNow } from '../documents/analyse-now.ts'
import type { Analysis } from '../documents/analysis.ts'
import { signedStatus } from './signed-status.ts'

/** The figures of a document with who answers for each, as people are named now. */
export function sheetOf(state: DocumentState, analysis: Analysis, people: People): readonly Figure[] {
  const { singlePerson } = people
  return figureSheet(state, analysis.figures(), { singlePerson, nameOf: (person) => nameOf(people, person) })
}

/** The figure sheet as people read it and confirm it, and what would be refused to the one who asks. */
export async function viewFigures(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<FigureSheetView | Refusal> {
  const opened = await openFor(workspace, actor, null, document)
  if (isRefusal(opened)) return opened
  const { state, people } = opened
  const analysis = await analyseNow(workspace, state)
  const { status } = signedStatus(workspace, state, analysis, people)
  const figures = Map.groupBy(sheetOf(state, analysis, people), ({ segment }) => segment)
  const { signOff } = state
  return {
    title: state.document.title,
    segments: analysis.contexts.flatMap(({ segment, source, target }, index) => {
      const own = figures.get(segment)
      if (own === undefined) return []
      const command = { type: 'confirm-figures', segment, figures: own } as const
      const answer = decide(state, command, actor, { people, findings: [], figures: own })
      return [
        {
          id: segment,
          number: index + 1,
          source,
          target,
          figures: own,
          refusal: isRefusal(answer) ? { code: answer.code, params: answer.params } : null,
          own: !isRefusal(answer) && answer.length === 0,
        },
      ]
    }),
    signOff: signOff === undefined ? null : { name: signOff.name, at: signOff.at },
    status,
  }
}
