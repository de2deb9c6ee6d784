import type { Act } from './permissions.ts'

/** What a person is asked to do with a document, and the act that they have to be allowed for it. */
export const actOfStep = { translate: 'translate', revise: 'revise', sign: 'sign' } as const satisfies Readonly<
  Record<string, Act>
>
export const workSteps = ['translate', 'revise', 'sign'] as const
export type WorkStep = (typeof workSteps)[number]

/**
 * A document, or some segments of it, given to a person for a step. It orders the work and grants no right: who may do
 * what stays with roles and four eyes. `due` is a day in the office's time zone (`2026-12-01`), or null.
 */
export interface Assignment {
  readonly id: string
  readonly step: WorkStep
  readonly person: string
  /** Ids of segments as they were; absent for the whole document. */
  readonly segments?: readonly string[]
  readonly due: string | null
}
