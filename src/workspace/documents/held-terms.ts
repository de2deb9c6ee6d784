import type { Dialect } from '../../model/house-style.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import { type Recognition, recogniserOf } from '../../terms/recognition/recognise.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'

/** The terms of one state of the termbase, as documents are held against them. */
export interface HeldTerms {
  /** Which state of the termbase it is. */
  readonly head: string
  /** The terms in a source text, looked for once. */
  readonly recognition: (text: string) => Recognition
  /** The words of terms that the dictionary of a dialect lacks, looked up once. */
  readonly unlistedWords: (dialect: Dialect) => readonly string[]
  /** Looks these words up step by step. */
  readonly unlistedSteps: (dialect: Dialect) => Generator<void, readonly string[]>
}

export function holdTerms({ head, forms, words }: Termbase, isListed: Proofreader['isListed']): HeldTerms {
  const recognise = recogniserOf(forms)
  const recognitions = new Map<string, Recognition>()
  const lists = new Map<Dialect, readonly string[]>()
  const held: HeldTerms = {
    head,
    recognition(text) {
      const known = recognitions.get(text) ?? recognise(text)
      recognitions.set(text, known)
      return known
    },
    unlistedWords(dialect) {
      const known = lists.get(dialect) ?? [...words.keys()].filter((word) => !isListed(dialect, word))
      lists.set(dialect, known)
      return known
    },
    *unlistedSteps(dialect) {
      if (lists.has(dialect)) return held.unlistedWords(dialect)
      const unlisted: string[] = []
      for (const word of words.keys()) {
        if (!isListed(dialect, word)) unlisted.push(word)
        yield
      }
      lists.set(dialect, unlisted)
      return unlisted
    },
  }
  return held
}

/** The same verdicts, each asked for once. */
export function rememberListed(isListed: Proofreader['isListed']): Proofreader['isListed'] {
  const verdicts = new Map<Dialect, Map<string, boolean>>()
  return (dialect, word) => {
    const known = verdicts.get(dialect) ?? new Map<string, boolean>()
    verdicts.set(dialect, known)
    const verdict = known.get(word) ?? isListed(dialect, word)
    known.set(word, verdict)
    return verdict
  }
}
