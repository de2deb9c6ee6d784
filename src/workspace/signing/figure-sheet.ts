import type { People } from '../../model/people.ts'
import type { Figure } from '../../model/release.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Steps } from '../../model/steps.ts'
import { figureSheetSteps } from '../../review/figures.ts'
import { nameOf } from '../core/lookup.ts'
import type { PublicName } from '../core/public-names.ts'
import type { Analysis } from '../documents/analysis.ts'

/** The figures of a document with the people who confirmed each: under their present names, unless called otherwise. */
export function* sheetSteps(
  state: DocumentState,
  analysis: Analysis,
  people: People,
  nameFor: PublicName = (person) => nameOf(people, person),
): Steps<readonly Figure[]> {
  const { singlePerson } = people
  return yield* figureSheetSteps(state, yield* analysis.figures.steps(), {
    singlePerson,
    nameOf: (person) => nameFor(person, 'reviser'),
  })
}
