import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Below this score (0 to 4) of the estimator, fewer than 10^8 guesses find a password. */
const leastScore = 3
/** Characters that are looked at: the estimator takes long for more, and what is longer is no easier to guess. */
const mostRead = 100

let estimator: Promise<ZxcvbnFactory> | undefined

/**
 * Whether whoever tries common passwords, their repetitions, sequences and keyboard rows, and `known` (the name of the
 * person, of the product), soon finds a password: what NIST SP 800-63B-4 3.1.1.2 asks to be compared with a list.
 */
export async function isGuessable(password: string, known: readonly string[]): Promise<boolean> {
  estimator ??= openEstimator()
  return (await estimator).check(password, [...known]).score < leastScore
}

/** Its lists take a tenth of a second to open, which no command that sets no password should wait for. */
async function openEstimator(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core')
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common')
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: mostRead })
}
