import { comparable, foldLookalikes } from '../../language/text/fold.ts'

/**
 * Makes a function that decides whether a source text contains any of the forms as a string, folded as the recogniser
 * folds it: fast enough to select, from a million texts, the few to run a recogniser on. A form that is recognised is
 * always mentioned; a mentioned form need not be recognised.
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

/** The longest run of Chinese characters in a folded form, which folding never changes; empty if there is none. */
function coreOf(form: string): string {
  const runs = form.match(/[\u3400-\u9fff]+/g) ?? []
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}
