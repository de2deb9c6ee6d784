import type { Term } from '../../../../src/model/term.ts'

/** What somebody wants of the glossary: a term of chosen words, or English that a term must not have. */
export type TermWish =
  | { readonly type: 'add'; readonly source: string; readonly target: string }
  | { readonly type: 'forbid'; readonly term: Term; readonly english: string }
