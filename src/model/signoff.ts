import type { ChainHead } from './head.ts'

/**
 * What an approver put their name to: everything is bound by hash (SHA-256, hex, over canonical JSON, RFC 8785), so
 * that staleness is a comparison and an outsider can check it.
 */
export interface Binding {
  readonly document: string
  /** Every segment in order, with the hashes of its plain source and target. */
  readonly segments: readonly { readonly id: string; readonly source: string; readonly target: string }[]
  /** The terms that occur in the document, by id, with the hash of the whole entry. */
  readonly terms: readonly { readonly id: string; readonly hash: string }[]
  /** Hash of the figures: every quantity with its segment, source, English and verdict. */
  readonly figures: string
  /**
   * Hash of the figure sheet as it was signed: the figures with who had confirmed each. A later confirmation unsigns
   * nothing. Absent in signatures from before confirmations were recorded.
   */
  readonly sheet?: string
  /** Hash of the findings that stood when it was signed, proofreading apart. */
  readonly findings: string
  /**
   * Hash of the waivers in force, with their reasons. Absent in signatures from before waivers ended with the text:
   * there `findings` is of both.
   */
  readonly waivers?: string
  readonly checker: string
  /** Hash of the last entry of the document's chain before the signature. */
  readonly head: string
  /** Hash of the last entry of the people chain: who was who. */
  readonly people: string
  readonly singlePerson: boolean
  /**
   * The heads of the chains that concern the document: its own, those that the workspace has one of each, and that of
   * the record of all heads, by which unpublished documents are bound unnamed. Absent in older signatures.
   */
  readonly heads?: readonly ChainHead[]
}

/** A signature over the canonical JSON of `{binding, by, name, at}`. Ed25519 (RFC 8032), base64. */
export interface SignOff {
  readonly binding: Binding
  readonly by: string
  readonly name: string
  readonly at: string
  /** The workspace's public key, SPKI in base64, and the signature. */
  readonly key: string
  readonly signature: string
}

/** Why a signature no longer holds: the segments and terms that differ, and whether the checker is a newer one. */
export interface Staleness {
  readonly segments: readonly string[]
  readonly terms: readonly string[]
  readonly findings: boolean
  readonly checker: boolean
}
