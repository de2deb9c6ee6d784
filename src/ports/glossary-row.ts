import type { Refusal } from '../model/refusal.ts'
import type { RenderingStatus, Term } from '../model/term.ts'

type TermFields = Omit<Term, 'id'>

/** What a file can carry: a member of a term, or its renderings of one status. */
export type Carried = Exclude<keyof TermFields, 'renderings'> | RenderingStatus

/** A term of an incoming glossary: a row of a table, or a concept. */
export interface IncomingTerm {
  readonly type: 'term'
  /** Where it stands: the line of a table or the number of a concept, from 1. */
  readonly at: number
  /** The id that the file gives it; '' for none. It is one of ours only where the file was written here. */
  readonly id: string
  readonly fields: TermFields
  /** What the file can carry, filled or not. Other members of an existing term stay as they are. */
  readonly carries: ReadonlySet<Carried>
}

/** A row or a concept that is not a term. */
export interface UnreadTerm {
  readonly type: 'unread'
  readonly at: number
  /** Its first text, by which people can find it. */
  readonly form: string
  readonly refusal: Refusal
}

export type IncomingRow = IncomingTerm | UnreadTerm

/** An outgoing term; with its id if the file may be imported again. */
export type OutgoingTerm = TermFields & { readonly id?: string }
