import { segmentsOf } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { ChainHead } from '../model/head.ts'
import { plain } from '../model/inline.ts'
import type { Figure } from '../model/release.ts'
import type { Binding, SignOff, Staleness } from '../model/signoff.ts'
import type { DocumentState } from '../model/state.ts'
import { atOnce, flatMapSteps, mapSteps, type Steps } from '../model/steps.ts'
import type { Term } from '../model/term.ts'
import type { Digest, VerifySignature } from '../ports/world.ts'
import { canonicalJson, canonicalSteps } from './canonical.ts'
import { isBound } from './waivers.ts'

/** What a signature binds beside the texts, or what it is compared with later. */
export interface Bound {
  /** The terms that occur in the document, as the termbase has them. */
  readonly terms: readonly Term[]
  /** The figure sheet. */
  readonly figures: readonly Figure[]
  readonly findings: readonly Finding[]
  /** Version of the checks that made the figures and findings. */
  readonly checker: string
  readonly people: { readonly head: string; readonly singlePerson: boolean }
  /** The heads of the chains; a binding that is only compared needs none. */
  readonly heads?: readonly ChainHead[]
}

/** The hashes that a signature binds. */
export function bindingOf(state: DocumentState, bound: Bound, digest: Digest, like?: Binding): Binding {
  return atOnce(bindingSteps(state, bound, digest, like))
}

/** The same step by step. `like`: a binding to compare with, which may be of an earlier form. */
export function* bindingSteps(state: DocumentState, bound: Bound, digest: Digest, like?: Binding): Steps<Binding> {
  const segments = segmentsOf(state.document)
  const isOldForm = like !== undefined && like.waivers === undefined
  const waivers = yield* flatMapSteps(segments, ({ id }) =>
    (state.segments.get(id)?.waivers ?? [])
      .filter((waiver) => isOldForm || isBound(waiver))
      .map(({ finding, reason, by, at }) => ({ segment: id, finding, reason, by, at })),
  )
  const findings = bound.findings.flatMap(boundOf)
  return {
    document: state.document.id,
    segments: yield* mapSteps(segments, ({ id, source }) => ({
      id,
      source: digest(plain(source)),
      target: digest(plain(state.segments.get(id)?.target ?? [])),
    })),
    terms: (yield* mapSteps(bound.terms, (term) => ({ id: term.id, hash: digest(canonicalJson(term)) }))).sort(
      (a, b) => (a.id < b.id ? -1 : 1),
    ),
    figures: digest(yield* canonicalSteps(bound.figures.map(unconfirmed))),
    sheet: digest(yield* canonicalSteps(bound.figures)),
    ...(isOldForm
      ? { findings: digest(yield* canonicalSteps({ findings, waivers })) }
      : { findings: digest(yield* canonicalSteps(findings)), waivers: digest(yield* canonicalSteps(waivers)) }),
    checker: bound.checker,
    head: state.head,
    people: bound.people.head,
    singlePerson: bound.people.singlePerson,
    ...(bound.heads !== undefined && { heads: bound.heads }),
  }
}

/**
 * The part of a finding that a signature binds. It excludes the fix, which follows the house style. It also excludes
 * proofreading findings, which depend on the house's spelling and on all terms but block nothing: neither a change of
 * style nor an unrelated term invalidates a signature.
 */
function boundOf({ fix: _, ...bound }: Finding): readonly Omit<Finding, 'fix'>[] {
  return bound.code.startsWith('proof-') ? [] : [bound]
}

/** Hash of the figures, without who confirmed them. */
export function figuresHash(figures: readonly Figure[], digest: Digest): string {
  return digest(canonicalJson(figures.map(unconfirmed)))
}

function unconfirmed({ confirmed: _, ...figure }: Figure): Omit<Figure, 'confirmed'> {
  return figure
}

/** Hash of a figure sheet: the figures and who confirmed each. */
export function sheetHash(figures: readonly Figure[], digest: Digest): string {
  return digest(canonicalJson(figures))
}

/** Whether these are the signed figures, with the confirmations that the signature binds. */
export function figuresHold(figures: readonly Figure[], { binding }: SignOff, digest: Digest): boolean {
  const { figures: hash, sheet } = binding
  return figuresHash(figures, digest) === hash && (sheet === undefined || sheetHash(figures, digest) === sheet)
}

/** The text that is signed: canonical JSON of the binding, the person and the time. */
export function signedText(signOff: Unsigned): string {
  return atOnce(signedTextSteps(signOff))
}

/** The same step by step. */
export function signedTextSteps({ binding, by, name, at }: Unsigned): Steps<string> {
  return canonicalSteps({ binding, by, name, at })
}

type Unsigned = Pick<SignOff, 'binding' | 'by' | 'name' | 'at'>

/** Whether the signature was made by its key over this binding, person and time. */
export function signatureHolds(signOff: SignOff, verify: VerifySignature): boolean {
  return verify(signOff.key, signedText(signOff), signOff.signature)
}

/**
 * The differences between what was signed and the present; `null` if the signature still holds. A segment that was
 * edited, returned or reopened since differs even if its text is the same again. A term differs if it occurs in the
 * document and was added, changed or retired. A newer checker alone does not invalidate a signature; one with other
 * findings does, and then `findings` and `checker` are both true: check again. Later confirmations of figures and
 * changes of people's names do not invalidate it.
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
  for (const { id } of now.segments) if (state.segments.get(id)?.state !== 'final') segments.add(id)
  const terms = differing(
    then.terms.map(({ id, hash }) => [id, hash]),
    now.terms.map(({ id, hash }) => [id, hash]),
  )
  const findings = then.findings !== now.findings || then.waivers !== now.waivers || then.figures !== now.figures
  if (segments.size === 0 && terms.length === 0 && !findings && !state.touchedSinceSignOff) return null
  return { segments: [...segments], terms, findings, checker: then.checker !== now.checker }
}

type Hashed = readonly [id: string, hash: string]

/** Ids that are in one list only, or have different hashes. */
function differing(then: readonly Hashed[], now: readonly Hashed[]): readonly string[] {
  const [before, after] = [new Map(then), new Map(now)]
  const ids = new Set([...after.keys(), ...before.keys()])
  return [...ids].filter((id) => before.get(id) !== after.get(id))
}
