import { keyLabel } from '../keys/bindings.ts'

/** A key beside the words of what it does, for the eye only: screen readers have the sheet of the keys. */
export function Key({ chord, then = '' }: { chord: string; then?: string }) {
  return (
    <span className="key-cap" aria-hidden="true">
      {keyLabel(chord)} {then.toUpperCase()}
    </span>
  )
}
