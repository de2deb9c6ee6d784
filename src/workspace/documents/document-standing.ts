import type { AssignmentView } from '../../contract/views/assignments.ts'
import type { DocumentSummary } from '../../contract/views/documents.ts'
import type { GivenTurns, Waiting, Wording } from '../../review/turns.ts'

/** An assignment as it stands, before it is known who looks, and when. */
export type StandingAssignment = Pick<AssignmentView, 'id' | 'step' | 'person' | 'due' | 'whole' | 'total' | 'open'>

/** What is listed of a document, the same for everybody; and what decides whose turn it is. */
export interface Standing {
  readonly summary: Omit<DocumentSummary, 'mine' | 'toSign' | 'asked' | 'assignments'>
  /** Who is asked to do what. */
  readonly assignments: readonly StandingAssignment[]
  /** Whether its score is below the mark that the office asks for before it is signed. */
  readonly belowMark: boolean
  /** Everyone whose words are in it or who revised it: none of them signs. */
  readonly involved: ReadonlySet<string>
  /** To whom signing it is given, where the office leaves it to them; null where it is for every approver. */
  readonly signers: readonly string[] | null
  /** Open sentences that wait for the same people and are of the same people's wording, counted. */
  readonly open: readonly (Waiting & {
    readonly wording: Wording
    readonly given: GivenTurns
    readonly count: number
  })[]
  /** The people who are asked to look in comments, by their ids, and the last comment that asks each. */
  readonly asked: readonly (NonNullable<DocumentSummary['asked']> & { readonly person: string })[]
}

/** A standing, the last entry of the document that it was worked out from, and what it rests on beside it. */
export interface KnownStanding {
  readonly hash: string
  readonly basis: string
  readonly standing: Standing
}
