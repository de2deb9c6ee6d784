import type { Steps } from '../../model/steps.ts'

/**
 * Short numbers that stand for texts: equal texts have equal ones, and of different texts one pair in four thousand
 * million does. FNV-1a of the UTF-16 units, 32 bits each, in hexadecimal one after the other.
 */
export function fingerprintsOf(texts: readonly string[]): string {
  return texts.map((text) => fingerprintOf(text)).join('')
}

/** The same step by step. */
export function* fingerprintSteps(texts: Iterable<string>): Steps<string> {
  const fingerprints: string[] = []
  for (const text of texts) {
    fingerprints.push(fingerprintOf(text))
    yield
  }
  return fingerprints.join('')
}

const digits = 8

function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(digits, '0')
}

export function countFingerprints(fingerprints: string): number {
  return fingerprints.length / digits
}

/** Each of them once. */
export function fingerprintSet(fingerprints: string): ReadonlySet<string> {
  const all = new Set<string>()
  for (let at = 0; at < fingerprints.length; at += digits) all.add(fingerprints.slice(at, at + digits))
  return all
}
