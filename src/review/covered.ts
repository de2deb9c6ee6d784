import type { DocumentEvent } from '../model/event.ts'
import { isBeside } from './fold-segment.ts'

/** Whether an event changes what a signature covers: after it, a signed document is not signed any more. */
export function touchesSigned(event: DocumentEvent): boolean {
  switch (event.type) {
    case 'segment-split':
    case 'segments-joined':
    case 'source-replaced':
      return true
    // The same text has one more person who stands by it.
    case 'segment-revised-again':
      return false
    default:
      return 'segment' in event && !isBeside(event)
  }
}
