import { comparable, foldLookalikes } from '../../language/text/fold.ts'

/**
 * Makes a function that tells whether any of the forms stands in a source text as a string, folded like the
 * recogniser folds it: quick enough to ask of a million texts before a recogniser is run on the few. A form that is
 * recognised is always mentioned; one that is mentioned may be no term there.
 */
export function createMentions(forms: readonly string[]): (source: string) => boolean {
  const wanted = [...new Set(forms.map(comparable))]
    .filter((form) => form !== '')
    .map((form) => ({ form, core: coreOf(form) }))
  return (source) => {
    const looks = foldLookalikes(source).text
    return wanted.some(({ form, core }) => looks.includes(core) && comparable(looks).includes(form))
  }
}

/** The longest run of Chinese characters in a folded form: folding leaves it alone in any text as it looks. Empty where none is. */
function coreOf(form: string): string {
  const runs = form.match(/[\u3400-\u9fff]+/g) ?? []
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}
