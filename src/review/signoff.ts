import { segmentsOf } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { plain } from '../model/inline.ts'
import type { Figure } from '../model/release.ts'
import type { Binding, SignOff, Staleness } from '../model/signoff.ts'
import type { DocumentState } from '../model/state.ts'
import type { Term } from '../model/term.ts'
import type { Digest, VerifySignature } from '../ports/world.ts'
import { canonicalJson } from './canonical.ts'

/** What stands beside the texts when a document is signed, or when a signature is held against the present. */
export interface Bound {
  /** The terms that occur in the document, as they are in the termbase. */
  readonly terms: readonly Term[]
  /** The figure sheet. */
  readonly figures: readonly Figure[]
  readonly findings: readonly Finding[]
  /** Version of the checks that made figures and findings. */
  readonly checker: string
  readonly people: { readonly head: string; readonly singlePerson: boolean }
}

/** Binds by hash what a signature stands for. */
export function bindingOf(state: DocumentState, bound: Bound, digest: Digest): Binding {
  const segments = segmentsOf(state.document)
  const waivers = segments.flatMap(({ id }) =>
    (state.segments[id]?.waivers ?? []).map(({ finding, reason, by, at }) => ({
      segment: id,
      finding,
      reason,
      by,
      at,
    })),
  )
  return {
    document: state.document.id,
    segments: segments.map(({ id, source }) => ({
      id,
      source: digest(plain(source)),
      target: digest(plain(state.segments[id]?.target ?? [])),
    })),
    terms: bound.terms
      .map((term) => ({ id: term.id, hash: digest(canonicalJson(term)) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    figures: figuresHash(bound.figures, digest),
    sheet: sheetHash(bound.figures, digest),
    findings: digest(canonicalJson({ findings: bound.findings.flatMap(boundOf), waivers })),
    checker: bound.checker,
    head: state.head,
    people: bound.people.head,
    singlePerson: bound.people.singlePerson,
  }
}

/**
 * What of a finding is bound. What a key would put right is an offer in the house's style and no part of it. Nor is
 * proofreading, which goes by the house's spelling and by the words of all terms: it blocks nothing, and neither another
 * style nor a term from elsewhere unsigns.
 */
function boundOf({ fix: _, ...found }: Finding): readonly Omit<Finding, 'fix'>[] {
  return found.code.startsWith('proof-') ? [] : [found]
}

/** Hash of the figures, whoever has confirmed them. */
export function figuresHash(figures: readonly Figure[], digest: Digest): string {
  return digest(canonicalJson(figures.map(({ confirmed: _, ...figure }) => figure)))
}

/** Hash of a figure sheet: the figures, and who has confirmed each. */
export function sheetHash(figures: readonly Figure[], digest: Digest): string {
  return digest(canonicalJson(figures))
}

/** Whether these are the figures that were signed, confirmed by whom the signature says. */
export function figuresHold(figures: readonly Figure[], { binding }: SignOff, digest: Digest): boolean {
  const { figures: hash, sheet } = binding
  return figuresHash(figures, digest) === hash && (sheet === undefined || sheetHash(figures, digest) === sheet)
}

/** The text that is signed: canonical JSON of who puts their name to what, and when. */
export function signedText({ binding, by, name, at }: Pick<SignOff, 'binding' | 'by' | 'name' | 'at'>): string {
  return canonicalJson({ binding, by, name, at })
}

/** Whether the signature is that of its key over this very binding, person and instant. */
export function signatureHolds(signOff: SignOff, verify: VerifySignature): boolean {
  return verify(signOff.key, signedText(signOff), signOff.signature)
}

/**
 * What differs between what was signed and what is there now; `null` where the signature still holds. A segment
 * counts that was edited, returned or reopened since, even where its words are the same again. A term counts that
 * occurs in the document and was added, changed or retired. A newer checker alone unsigns nothing; one that finds
 * something else does, and then `findings` and `checker` are both true: check again. Who confirmed a figure since, or
 * goes by another name, unsigns nothing.
 */
export function staleness(state: DocumentState, now: Binding): Staleness | null {
  const { signOff } = state
  if (signOff === undefined) return null
  const then = signOff.binding
  const segments = new Set(
    differing(
      then.segments.map(({ id, source, target }) => [id, `${source} ${target}`]),
      now.segments.map(({ id, source, target }) => [id, `${source} ${target}`]),
    ),
  )
  for (const { id } of now.segments) if (state.segments[id]?.state !== 'final') segments.add(id)
  const terms = differing(
    then.terms.map(({ id, hash }) => [id, hash]),
    now.terms.map(({ id, hash }) => [id, hash]),
  )
  const findings = then.findings !== now.findings || then.figures !== now.figures
  if (segments.size === 0 && terms.length === 0 && !findings && !state.touchedSinceSignOff) return null
  return { segments: [...segments], terms, findings, checker: then.checker !== now.checker }
}

type Hashed = readonly [id: string, hash: string]

/** Ids that are on one side only, or with another hash. */
function differing(then: readonly Hashed[], now: readonly Hashed[]): readonly string[] {
  const [before, after] = [new Map(then), new Map(now)]
  const ids = new Set([...after.keys(), ...before.keys()])
  return [...ids].filter((id) => before.get(id) !== after.get(id))
}
