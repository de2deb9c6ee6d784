import type { ConstraintMeans } from '../../model/draft.ts'
import type { Refusal } from '../../model/refusal.ts'
import { judgeGoogle } from './errors.ts'

/** How settled English can stand in a source for this service. */
export type SourceForm = Extract<ConstraintMeans, 'markup' | 'target-in-source'>

/** A name that nobody has translated before. */
const name = 'Nine Lanterns Compact'

/** One sentence with the name settled, as the drafting writes each form. */
const probes: readonly (readonly [SourceForm, string])[] = [
  ['markup', `从去年开始，村里实行<span translate="no">${name}</span>，效果很好。`],
  ['target-in-source', `从去年开始，村里实行 ${name} ，效果很好。`],
]

/**
 * The forms that the service takes, first those that keep the name, found by asking for one sentence in each; null where
 * the service cannot tell now, and a refusal where it takes neither.
 */
export async function probeForms(
  ask: (form: SourceForm, source: string) => Promise<string>,
  project: string,
  signal: AbortSignal,
): Promise<readonly SourceForm[] | Refusal | null> {
  const answers: { readonly form: SourceForm; readonly keeps: boolean }[] = []
  let refused: Refusal | null = null
  for (const [form, source] of probes) {
    try {
      answers.push({ form, keeps: keepsName(await ask(form, source)) })
    } catch (error) {
      signal.throwIfAborted()
      const { again, refusal } = judgeGoogle(error, project)
      if (again) return null
      if (refusal.code !== 'engine-refused') return refusal
      refused = refusal
    }
  }
  if (answers.length === 0) return refused
  return [...answers.filter(({ keeps }) => keeps), ...answers.filter(({ keeps }) => !keeps)].map(({ form }) => form)
}

/** Whether the name stands in an answer exactly once, among English words, with nothing but `span` elements around it. */
function keepsName(answer: string): boolean {
  const text = answer.replace(/<\/?span\b[^<>]*>/gi, '')
  return text.split(name).length === 2 && !/[<>]|translate=|\p{Script=Han}/u.test(text)
}
