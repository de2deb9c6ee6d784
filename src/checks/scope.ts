import { documentCodes, type FindingCode, findingCodes } from '../model/finding.ts'

/** What checks were given to go by. */
export interface CheckScope {
  /** A termbase. */
  readonly terms: boolean
  /** All segments, in the order of their document. */
  readonly across: boolean
  /** The dialect of the house; any spelling is accepted without it. */
  readonly dialect: boolean
}

/** What each part of the scope is needed for. */
const needs: Readonly<Record<keyof CheckScope, ReadonlySet<FindingCode>>> = {
  terms: new Set(findingCodes.filter((code) => code.startsWith('term-'))),
  across: new Set([...documentCodes, 'proof-title-case']),
  dialect: new Set(['proof-dialect']),
}

/** The kinds of finding that were looked for in this scope, and those that were not. */
export function codesChecked(scope: CheckScope): {
  readonly ran: readonly FindingCode[]
  readonly notRun: readonly FindingCode[]
} {
  const missing = (code: FindingCode) =>
    (!scope.terms && needs.terms.has(code)) ||
    (!scope.across && needs.across.has(code)) ||
    (!scope.dialect && needs.dialect.has(code))
  return { ran: findingCodes.filter((code) => !missing(code)), notRun: findingCodes.filter(missing) }
}
