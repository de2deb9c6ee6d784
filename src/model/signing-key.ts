/**
 * That a key took the place of another: `signature` is by the replaced key, over the canonical JSON of
 * `{key, replaces, type}` with the type `signing-key-replaced`; null where the replaced key was lost. Keys are SPKI in
 * base64, signatures Ed25519 in base64.
 */
export interface KeyReplacement {
  readonly key: string
  readonly replaces: string
  readonly signature: string | null
}

/** The keys of an office: the first, and what took its place since, in order. */
export interface KeyHistory {
  readonly first: string
  /** Keys that had signed before the history was begun. */
  readonly earlier: readonly string[]
  readonly replacements: readonly KeyReplacement[]
}
