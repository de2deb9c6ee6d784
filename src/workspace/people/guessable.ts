import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** Below this score (0 to 4) of the estimator, fewer than 10^8 guesses find a password. */
const leastScore = 3
/** Characters that are looked at: the estimator takes long for more, and what is longer is no easier to guess. */
const mostRead = 100

let estimator: ZxcvbnFactory | undefined

/**
 * Whether whoever tries common passwords, their repetitions, sequences and keyboard rows, and `known` (the name of the
 * person, of the product), soon finds a password: what NIST SP 800-63B-4 3.1.1.2 asks to be compared with a list.
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: mostRead })
  return estimator.check(password, [...known]).score < leastScore
}
