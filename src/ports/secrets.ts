/** Passwords and one-time tokens. Implementations use a slow, salted hash for passwords. */
export interface Secrets {
  hashPassword(password: string): Promise<string>
  /** Whether `password` is the one that `hash` was made of. False for anything malformed. */
  verifyPassword(hash: string, password: string): Promise<boolean>
  /** A new, unguessable token that fits in an address: at least 128 bits. */
  newToken(): string
}
