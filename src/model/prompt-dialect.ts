/**
 * How language models are asked for a translation: `json` many sentences at once from a model that follows
 * instructions, `plain` one sentence from such a model, and the forms of the families that were trained to translate.
 */
export const promptDialects = ['json', 'hy-mt', 'translategemma', 'qwen-mt', 'seed-x', 'plain'] as const
export type PromptDialect = (typeof promptDialects)[number]

/** What an office can set: a dialect, or the one that the name of the model suggests. */
export const dialectChoices = ['auto', ...promptDialects] as const
export type DialectChoice = (typeof dialectChoices)[number]

const families: readonly (readonly [RegExp, PromptDialect])[] = [
  [/translate[-_ ]?gemma/i, 'translategemma'],
  [/qwen[\d.]*[-_ ]?mt(?![a-z])/i, 'qwen-mt'],
  [/seed[-_ ]?x(?![a-z])/i, 'seed-x'],
  // The form of Hy-MT3 is not known to be that of Hy-MT2, and a form that asks for JSON fits no model of the family.
  [/hy[-_ ]?mt3/i, 'plain'],
  [/(?:hy|hunyuan)[-_ ]?mt(?![a-z])/i, 'hy-mt'],
]

/** The dialect of a model, by its name as servers write it: `hy-mt2-7b`, `tencent/Hunyuan-MT-7B`, `qwen-mt-plus`. */
export function dialectOfModel(model: string): PromptDialect {
  return families.find(([name]) => name.test(model))?.[1] ?? 'json'
}

/** The dialect that a model is asked in. */
export function chosenDialect(choice: DialectChoice | undefined, model: string): PromptDialect {
  return choice === undefined || choice === 'auto' ? dialectOfModel(model) : choice
}
