import { wordsOfTerms } from '../../checks/proofing.ts'
import type { Dialect } from '../../model/house-style.ts'
import type { Term } from '../../model/term.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import { createFullRecogniser, type Recognition } from '../../terms/recognition/recognise.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'

/** The terms of one state of the termbase, as documents are held against them. */
export interface HeldTerms {
  /** Which state of the termbase it is. */
  readonly head: string
  /** The terms in a source text, looked for once. */
  readonly recognition: (text: string) => Recognition
  /** The words of terms that the dictionary of a dialect lacks, looked up once. */
  readonly unlistedWords: (dialect: Dialect) => readonly string[]
}

export function holdTerms(termbase: Termbase, isListed: Proofreader['isListed']): HeldTerms {
  const terms = [...termbase.terms.values()]
  return { head: termbase.head, recognition: recognitionOf(terms), unlistedWords: unlistedOf(terms, isListed) }
}

function recognitionOf(terms: readonly Term[]): (text: string) => Recognition {
  const recognise = createFullRecogniser(terms)
  const recognitions = new Map<string, Recognition>()
  return (text) => {
    const known = recognitions.get(text) ?? recognise(text)
    recognitions.set(text, known)
    return known
  }
}

function unlistedOf(
  terms: readonly Term[],
  isListed: Proofreader['isListed'],
): (dialect: Dialect) => readonly string[] {
  const lists = new Map<Dialect, readonly string[]>()
  return (dialect) => {
    const known = lists.get(dialect) ?? wordsOfTerms(terms).filter((word) => !isListed(dialect, word))
    lists.set(dialect, known)
    return known
  }
}
