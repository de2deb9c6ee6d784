/**
 * What keys do in the field for a candidate's English, a field of one line: no browser and no input method has these
 * there but the last, which is the field's own as long as something was typed in it.
 */
export const candidateKeys = {
  accept: 'Enter',
  aside: 'Shift+Enter',
  down: 'ArrowDown',
  up: 'ArrowUp',
  back: 'Mod+z',
} as const
