import type { Refusal } from '../model/refusal.ts'
import type { RenderingStatus, Term } from '../model/term.ts'

type TermFields = Omit<Term, 'id'>

/** What a file may have a place for: a member of a term, or its renderings of one status. */
export type Carried = Exclude<keyof TermFields, 'renderings'> | RenderingStatus

/** A term as a glossary that comes in has it: a row of a table, or a concept. */
export interface IncomingTerm {
  readonly type: 'term'
  /** Where it stands: the line of a table or the number of a concept, from 1. */
  readonly at: number
  /** The id that the file gives it; '' for none. It is one of ours only where the file was written here. */
  readonly id: string
  readonly fields: TermFields
  /** What the file has a place for, filled or not. Anything else stays as it was in a term that is there. */
  readonly carries: ReadonlySet<Carried>
}

/** A row or a concept that holds no term. */
export interface UnreadTerm {
  readonly type: 'unread'
  readonly at: number
  /** What it begins with, so that people find it. */
  readonly form: string
  readonly refusal: Refusal
}

export type IncomingRow = IncomingTerm | UnreadTerm

/** A term that goes out; with its id where the file may come back. */
export type OutgoingTerm = TermFields & { readonly id?: string }
