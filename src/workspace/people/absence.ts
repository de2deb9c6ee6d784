import { expectDefined } from '../../model/expect.ts'
import type { Absence, Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { decideAbsence } from '../../review/people.ts'
import type { Workspace } from '../core/open.ts'
import { officeRules } from '../core/settings.ts'

/** Says when somebody is away and who stands in: oneself, or an administrator for others. Null: they are there again. */
export async function setAbsence(
  workspace: Workspace,
  actor: Person,
  asked: { readonly person: string; readonly away: Absence | null },
): Promise<{ readonly person: Person } | Refusal> {
  const written = await workspace.people.write(actor.id, async ({ state }) => {
    const { steps } = await officeRules(workspace)
    return decideAbsence(state, asked, actor, steps)
  })
  if (isRefusal(written)) return written
  const { state } = await workspace.people.read()
  return {
    person: expectDefined(
      state.people.find(({ id }) => id === asked.person),
      'the person',
    ),
  }
}
