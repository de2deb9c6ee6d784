/** The instant now, in UTC, ISO 8601 with milliseconds. */
export type Clock = () => string

/** SHA-256 of the UTF-8 of a text, in lower-case hex; where there is `begin`, also of one that is given in pieces. */
export interface Digest {
  (text: string): string
  readonly begin?: () => { add(piece: string): void; end(): string }
}

/** UTF-16 units that are hashed in one step: about a millisecond. */
const unitsAStep = 250_000

/** The digest of a text, step by step where it is long: of a document with many sentences all at once takes 0.1 s. */
export function* digestSteps(digest: Digest, text: string): Generator<void, string> {
  if (text.length <= unitsAStep || digest.begin === undefined) return digest(text)
  const hash = digest.begin()
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + unitsAStep, text.length)
    // Never between the halves of a character.
    if (to < text.length && (text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to -= 1
    hash.add(text.slice(from, to))
    from = to
    yield
  }
  return hash.end()
}

/** SHA-256 of bytes, in lower-case hex. */
export type DigestBytes = (bytes: Uint8Array) => string

/** A new identifier that was never given before: lower-case letters and digits. */
export type NewId = () => string

/** Ed25519 (RFC 8032) with the workspace's key. */
export interface Signer {
  /** The public key: SPKI in base64. */
  readonly key: string
  sign(text: string): string
}

/** The fingerprint of a public key (SPKI, base64), as the office publishes it elsewhere for readers to compare. */
export type Fingerprint = (key: string) => string

/** Whether `signature` (base64) is that of `text` under `key` (SPKI, base64). False for anything malformed. */
export type VerifySignature = (key: string, text: string, signature: string) => boolean

/**
 * Called between the steps of work that can take seconds: returns a promise if other tasks should run first, and nothing
 * if the work has not taken long yet.
 */
export type Pause = () => Promise<void> | undefined

/** Runs work step by step, and lets other tasks run if it takes long. Returns the result of the work. */
export async function inSlices<T>(work: Iterator<unknown, T>, pause: Pause): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    const others = pause()
    if (others) await others
  }
}
