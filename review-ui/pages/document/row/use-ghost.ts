import { useState } from 'react'

/** A screen without keys of its own: nothing there could take what is offered. */
const touched = matchMedia('(hover: none) and (pointer: coarse)')

/**
 * What is offered at the end of a text while somebody types: until the next key, and never while an input method
 * composes. What is deleted brings nothing.
 */
export function useGhost(value: string, complete: (before: string) => string | null) {
  const [offered, setOffered] = useState({ after: '', text: '' })
  return {
    /** '' for nothing. An offer that was made for another text is none. */
    text: offered.after === value ? offered.text : '',
    typed(field: { readonly value: string; readonly selectionStart: number }, event: Event) {
      const isTyping = event instanceof InputEvent && !event.isComposing && event.inputType.startsWith('insert')
      const text =
        isTyping && !touched.matches && field.selectionStart === field.value.length ? complete(field.value) : null
      setOffered({ after: field.value, text: text ?? '' })
    },
    putAway: () => setOffered({ after: '', text: '' }),
  }
}
