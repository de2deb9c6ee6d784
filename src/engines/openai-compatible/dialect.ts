import type { ConstraintMeans } from '../../model/draft.ts'
import type { EngineCall, EngineLimits, EngineRequest } from '../../ports/engine.ts'

export type Body = Readonly<Record<string, unknown>>

/** One way to write a call as the body of a request. Servers of the same model differ in what they take. */
export interface RequestForm {
  /** The server it is for, as that server names the owner of its models; absent if it is for any. */
  readonly server?: 'vllm' | 'llamacpp'
  readonly body: (call: EngineCall, model: string) => Body
}

/** How a family of models is asked for translations. The document and the terms are data in all of them. */
export interface Dialect {
  readonly limits: EngineLimits
  /** How the family is held to terms, the best means first. */
  readonly means: readonly [ConstraintMeans, ...ConstraintMeans[]]
  /** Whether its form has a place for a draft and its defects. */
  readonly repairs: boolean
  /** How many similar pairs its form has a place for. */
  readonly examples: number
  /** Below the base address. */
  readonly path: '/chat/completions' | '/completions'
  /** The best first. One that a server turns down gives way to the next. */
  readonly forms: readonly [RequestForm, ...RequestForm[]]
  /** About how many tokens its instructions take. */
  readonly instructions: number
  /** The targets in what the model wrote, by id. */
  readonly read: (content: string, requests: readonly EngineRequest[]) => ReadonlyMap<string, string>
}

/** The limits of a family that translates one text a request. */
export function oneTextOf(longest: number): EngineLimits {
  return { items: 1, codePoints: longest, longest, concurrency: 8 }
}
