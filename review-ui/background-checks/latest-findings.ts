import type { Finding } from '../../src/model/finding.ts'
import type { Table } from '../../src/model/table.ts'
import type { Sentence, SentenceFindings } from './messages.ts'
import { shiftFindings } from './shift-findings.ts'

/** What was found in a sentence that stood like this. */
export interface CheckedSentence {
  readonly sentence: Sentence
  readonly findings: readonly Finding[]
}

/** What comparing has found in a segment of the document. */
export interface Compared extends CheckedSentence {
  readonly id: string
}

/** What was found in a segment by itself when it stood like this, and the number of the rules it was checked by. */
export interface CheckedAlone extends SentenceFindings {
  readonly id: string
  readonly sentence: Sentence
  readonly rules: number
}

/** What the checks beside the page have found by now. */
export interface BackgroundFindings {
  /** By segment. One in which comparing has never found anything is not in `across`. */
  readonly alone: Table<CheckedAlone>
  readonly across: Table<Compared>
  /** What was found in the sentence that is being typed. */
  readonly typed: { readonly proof: CheckedSentence | null; readonly across: CheckedSentence | null }
  /** The number of the present rules. */
  readonly rules: number
  /** How many sentences wait to be checked. */
  readonly left: number
  /** Whether they see all there is to see: false where they do not run or have no dictionaries. */
  readonly complete: boolean
}

/** Findings of a sentence as far as they hold for it as it stands now, at their present places. */
export function findingsNow(checked: CheckedSentence | undefined, sentence: Sentence): readonly Finding[] {
  if (checked === undefined || checked.findings.length === 0) return []
  return checked.sentence.id === sentence.id && checked.sentence.source === sentence.source
    ? shiftFindings(checked.findings, checked.sentence.target, sentence.target)
    : []
}

/** What reading and comparing have found in a sentence as it is being typed: in these words, or else in the last ones. */
export function typedFindings({ alone, across, typed }: BackgroundFindings, sentence: Sentence): readonly Finding[] {
  const read = alone.get(sentence.id)
  const stored = {
    proof: read && { sentence: read.sentence, findings: read.proof },
    across: across.get(sentence.id),
  }
  const latest = (which: 'proof' | 'across') => {
    const candidates = [typed[which], stored[which]].filter((checked) => checked?.sentence.id === sentence.id)
    const exact = candidates.find((checked) => checked && sameSentence(checked.sentence, sentence))
    // Comparing names only sentences in which it has found something: as it is stored, nothing is found in this one.
    return findingsNow(exact ?? candidates[0] ?? undefined, sentence)
  }
  return [...latest('proof'), ...latest('across')]
}

export function sameSentence(a: Sentence, b: Sentence): boolean {
  return a.id === b.id && a.kind === b.kind && a.source === b.source && a.target === b.target && sameCodes(a, b)
}

function sameCodes({ inline: a }: Sentence, { inline: b }: Sentence): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
