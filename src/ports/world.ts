/** The instant now, in UTC, ISO 8601 with milliseconds. */
export type Clock = () => string

/** SHA-256 of the UTF-8 of a text, in lower-case hex. */
export type Digest = (text: string) => string

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
