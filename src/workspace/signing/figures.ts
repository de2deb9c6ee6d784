import type { FigureSheetView } from '../../contract/views/signing.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { flatMapSteps } from '../../model/steps.ts'
import { inSlices } from '../../ports/world.ts'
import { decide } from '../../review/rules.ts'
import { openFor, signerName } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { officeRules } from '../core/settings.ts'
import { analyseWhole } from '../documents/analyse-now.ts'
import { sheetSteps } from './figure-sheet.ts'
import { signedStatus } from './signed-status.ts'

/** The figure sheet for reading and confirming, with the refusal that the actor would get for each segment. */
export async function viewFigures(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<FigureSheetView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  const { state, people } = opened
  const analysis = await analyseWhole(workspace, state)
  const { status } = await signedStatus(workspace, state, analysis, people)
  const { pause } = workspace.world
  const office = await officeRules(workspace)
  const sheet = await inSlices(sheetSteps(state, analysis, people), pause)
  const figures = Map.groupBy(sheet, ({ segment }) => segment)
  const { signOff } = state
  return {
    title: state.document.title,
    segments: await inSlices(
      flatMapSteps(analysis.contexts, ({ segment, source, target }, index) => {
        const figuresOfSegment = figures.get(segment)
        if (figuresOfSegment === undefined) return []
        const command = { type: 'confirm-figures', segment, figures: figuresOfSegment } as const
        const answer = decide(state, command, actor, { people, office, findings: [], figures: figuresOfSegment })
        return [
          {
            id: segment,
            number: index + 1,
            source,
            target,
            figures: figuresOfSegment,
            refusal: isRefusal(answer) ? { code: answer.code, params: answer.params } : null,
            own: !isRefusal(answer) && answer.length === 0,
          },
        ]
      }),
      pause,
    ),
    signOff: signOff === undefined ? null : { name: signerName(people, signOff), at: signOff.at },
    status,
  }
}
