import type { People } from '../../model/people.ts'
import type { Figure } from '../../model/release.ts'
import type { DocumentState } from '../../model/state.ts'
import { figureSheet } from '../../review/figures.ts'
import { nameOf } from '../core/lookup.ts'
import type { PublicName } from '../core/public-names.ts'
import type { Analysis } from '../documents/analysis.ts'

/** The figures of a document with the people who confirmed each: under their present names, unless called otherwise. */
export function sheetOf(
  state: DocumentState,
  analysis: Analysis,
  people: People,
  nameFor: PublicName = (person) => nameOf(people, person),
): readonly Figure[] {
  const { singlePerson } = people
  return figureSheet(state, analysis.figures.atOnce(), {
    singlePerson,
    nameOf: (person) => nameFor(person, 'reviser'),
  })
}
