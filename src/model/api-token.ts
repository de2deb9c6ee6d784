import { type Act, personalActs } from './permissions.ts'

/** What a token of the API can be made for. */
export const tokenScopes = ['read', 'documents', 'drafts', 'memory', 'terms', 'publish'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** The acts of each scope. None by which a person answers for words, none on people, none on settings. */
export const scopeActs: Readonly<Record<TokenScope, readonly Act[]>> = {
  read: ['read', 'see-counts'],
  documents: ['import-document', 'rename-document', 'label-document', 'archive-document', 'restore-document'],
  drafts: ['draft', 'discard-draft'],
  memory: ['import-memory', 'manage-memory', 'correct-memory'],
  terms: ['import-terms'],
  publish: ['publish'],
}

/** Whether an act is in one of the scopes. Whether the person of the token may do it is asked besides. */
export function scopesCover(scopes: readonly TokenScope[], act: Act): boolean {
  return !personalActs.has(act) && scopes.some((scope) => scopeActs[scope].includes(act))
}

/** A token as its person sees it: never its secret. Instants in UTC, ISO 8601; it is good until `expires`. */
export interface ApiToken {
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly madeAt: string
  readonly expires: string
}

/** The most tokens that a person has at once, and the most days that one is good for. */
export const tokenLimits = { each: 20, days: 366 } as const
