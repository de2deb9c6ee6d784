import type { Draft, DraftAttempt } from '../model/draft.ts'
import { inlineOf } from '../model/inline.ts'
import type { Term } from '../model/term.ts'
import type { EngineTarget } from '../ports/engine.ts'
import type { Digest } from '../ports/world.ts'
import { canonicalJson } from '../review/canonical.ts'
import type { Judgement } from './judgement.ts'
import type { RenderedName } from './names.ts'

/**
 * One hash over the whole entries of a glossary, in any order. A draft has the hash of the entries that occur in its
 * source, so that it changes when one of those changes and not when another entry does.
 */
export function glossaryHash(terms: readonly Term[], digest: Digest): string {
  return terms.length === 0 ? hashOfNone(digest) : hashOf(terms, digest)
}

const hashesOfNone = new WeakMap<Digest, string>()

/** The hash of no entries, worked out once: most segments have none. */
function hashOfNone(digest: Digest): string {
  const hash = hashesOfNone.get(digest) ?? hashOf([], digest)
  hashesOfNone.set(digest, hash)
  return hash
}

function hashOf(terms: readonly Term[], digest: Digest): string {
  return digest(
    `[${[...terms]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(entryJson)
      .join(',')}]`,
  )
}

const entryJsons = new WeakMap<Term, string>()

/** The canonical JSON of an entry, written once, since an entry occurs in many segments. */
function entryJson(term: Term): string {
  const known = entryJsons.get(term)
  if (known !== undefined) return known
  const json = canonicalJson(term)
  entryJsons.set(term, json)
  return json
}

/** A target with its judgement, the hash of the glossary that it was judged under, and the names in it. */
export interface JudgedTarget extends EngineTarget {
  readonly judgement: Judgement
  readonly glossary: string
  readonly names: readonly RenderedName[]
}

/** A draft with its compliance record: what it was asked to hold, what it holds, and every attempt on the way. */
export function draftOf(
  { target, origin, judgement: { terms, figures }, glossary }: JudgedTarget,
  attempts: readonly DraftAttempt[],
): Draft {
  return {
    target: inlineOf(target),
    origin,
    glossary,
    compliance: { asked: terms.asked, met: terms.met, figures, attempts },
  }
}

/** Whether a machine's draft had defects when it was made, by the best of its attempts. */
export function hasDefects({ compliance: { attempts = [] } }: Draft): boolean {
  return attempts.length > 0 && attempts.every(({ defects }) => defects !== 0)
}
