/**
 * A value that the code around guarantees and the compiler cannot see. `what` names it in the fault that is thrown where
 * it is missing: 'the role of a block'.
 */
export function expectDefined<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw missing(what)
  return value
}

// Apart from its caller, which stays small enough to cost nothing in a loop.
function missing(what: string): Error {
  return new Error(`missing: ${what}`)
}
