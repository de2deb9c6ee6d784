import type { CertifiedRelease, Release, ReleaseRow } from '../model/release.ts'
import type { SignOff } from '../model/signoff.ts'
import type { Digest, VerifySignature } from '../ports/world.ts'
import { figuresHold, signatureHolds } from './signoff.ts'

/** What a certificate proves: that these sentences and these figures were signed with this key. */
const proves = ['texts', 'figures'] as const
/**
 * What no certificate can prove, listed in it: that the English is right, whose the key is (its fingerprint must be
 * published elsewhere), that the clock was right, that there is no later release; and, for a single-person workspace,
 * that more than one person read the text.
 */
type Unproven = 'quality' | 'key' | 'time' | 'newest' | 'four-eyes'

/**
 * With a published page, enough for an outsider to see that its texts are the signed ones. The binding in `signOff` has
 * the hash of every sentence in both languages and the head of the ledger; `texts` are the hashes of the whole Chinese
 * and the whole English text (see `wholeText`); `figures` is the figure sheet. Every hash is SHA-256 of UTF-8, in hex.
 */
interface Certificate extends CertifiedRelease {
  readonly type: 'duizhao-certificate'
  readonly v: 1
  readonly proves: readonly (typeof proves)[number][]
  readonly provesNot: readonly Unproven[]
}

export function certificateOf(release: Release, digest: Digest): Certificate {
  const { singlePerson } = release.signOff.binding
  return {
    type: 'duizhao-certificate',
    v: 1,
    document: release.document,
    release: { number: release.number, at: release.at, title: release.title },
    texts: {
      source: digest(wholeText(release.rows, 'source')),
      target: digest(wholeText(release.rows, 'target')),
    },
    signOff: release.signOff,
    ...(release.signOff.binding.sheet !== undefined && { figures: release.figures }),
    ...(release.heads !== undefined && { heads: release.heads }),
    proves,
    provesNot: ['quality', 'key', 'time', 'newest', ...(singlePerson ? (['four-eyes'] as const) : [])],
  }
}

type TextRow = Pick<ReleaseRow, 'id' | 'block' | 'source' | 'target' | 'after'>

/**
 * A whole text of a release, in the form that is hashed: one block a line, U+000A between. A block's Chinese is its
 * sentences, each with the white space after it; its English is its sentences with one space between.
 */
export function wholeText(rows: readonly TextRow[], language: 'source' | 'target'): string {
  const lines: string[] = []
  let block: string | undefined
  for (const [index, row] of rows.entries()) {
    const ends = rows[index + 1]?.block !== row.block
    const words = language === 'source' ? row.source + (ends ? '' : row.after) : row.target + (ends ? '' : ' ')
    if (row.block === block) lines.push(`${lines.pop()}${words}`)
    else lines.push(words)
    block = row.block
  }
  return lines.join('\n')
}

/** A disagreement between a certificate and the texts and figures that came with it. */
export type CertificateFault =
  | { readonly type: 'signature' }
  | { readonly type: 'document' }
  | { readonly type: 'segment'; readonly segment: string; readonly text: 'source' | 'target' }
  | { readonly type: 'segment-missing' | 'segment-added' | 'segment-moved'; readonly segment: string }
  | { readonly type: 'text'; readonly text: 'source' | 'target' }
  | { readonly type: 'figures' }

/** Whether the figure sheet in a certificate is the signed one; it is present whenever the signature binds one. */
export function sheetHolds({ figures, signOff }: CertifiedRelease, digest: Digest): boolean {
  return figures === undefined ? signOff.binding.sheet === undefined : figuresHold(figures, signOff, digest)
}

/** Compares texts, and figures if given, with their certificate; an empty list means that they agree. */
export function faultsOf(
  certificate: CertifiedRelease,
  page: { readonly rows: readonly TextRow[]; readonly figures?: Release['figures'] },
  world: { readonly digest: Digest; readonly verifySignature: VerifySignature },
): readonly CertificateFault[] {
  const { signOff } = certificate
  const { digest } = world
  const faults: CertificateFault[] = []
  if (!signatureHolds(signOff, world.verifySignature)) faults.push({ type: 'signature' })
  if (signOff.binding.document !== certificate.document) faults.push({ type: 'document' })
  faults.push(...rowFaults(signOff, page.rows, digest))
  for (const text of ['source', 'target'] as const) {
    if (digest(wholeText(page.rows, text)) !== certificate.texts[text]) faults.push({ type: 'text', text })
  }
  const figuresAgree = page.figures === undefined || figuresHold(page.figures, signOff, digest)
  if (!figuresAgree || !sheetHolds(certificate, digest)) faults.push({ type: 'figures' })
  return faults
}

function rowFaults({ binding }: SignOff, rows: readonly TextRow[], digest: Digest): readonly CertificateFault[] {
  const faults: CertificateFault[] = []
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  for (const { id, source, target } of binding.segments) {
    const row = rowsById.get(id)
    if (row === undefined) faults.push({ type: 'segment-missing', segment: id })
    else {
      if (digest(row.source) !== source) faults.push({ type: 'segment', segment: id, text: 'source' })
      if (digest(row.target) !== target) faults.push({ type: 'segment', segment: id, text: 'target' })
    }
  }
  const unmatched = new Set(binding.segments.map(({ id }) => id))
  // Each id is matched once, so that a second row with the same id is reported.
  for (const { id } of rows) if (!unmatched.delete(id)) faults.push({ type: 'segment-added', segment: id })
  if (faults.length === 0) {
    const moved = binding.segments.find(({ id }, index) => rows[index]?.id !== id)
    if (moved) faults.push({ type: 'segment-moved', segment: moved.id })
  }
  return faults
}
