import { beginsSentence, type Token } from '../../language/english/tokens.ts'

/** Whether a clause can begin at `index`, so that a pronoun or article there begins a subject; after words in `openers`, too. */
export function beginsClause(tokens: readonly Token[], index: number, openers: ReadonlySet<string>): boolean {
  const before = tokens[index - 1]
  if (before === undefined || beginsSentence(tokens, index)) return true
  if (before.type === 'mark') return /^[,;:—–"“(]$/.test(before.text) || (before.text === '-' && before.spaced)
  return openers.has(before.lower) || (/^(?:and|but|so|yet)$/.test(before.lower) && tokens[index - 2]?.text === ',')
}

/** After these a plain form or `were` may be right: the subjunctive. */
const unreal =
  /^(?:if|though|wish|wishes|wished|as|suppose|lest|rather|imagine|whether|would|unless|were|suggest|suggests|suggested|recommend|recommends|recommended|propose|proposes|proposed|demand|demands|demanded|insist|insists|insisted|request|requests|requested|require|requires|required|urge|urged|important|essential|necessary|vital)$/

/** Whether one of the eight words before the subject that ends before `index` asks for the subjunctive. */
export function isUnreal(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 8), index - 1).some(({ lower }) => unreal.test(lower))
}
