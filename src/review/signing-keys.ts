import type { SettingsEvent } from '../model/event.ts'
import type { KeyHistory } from '../model/signing-key.ts'

/** The history after an event; events of settings leave it as it is. */
export function keyHistoryAfter(before: KeyHistory | null, event: SettingsEvent): KeyHistory | null {
  switch (event.type) {
    case 'settings-changed':
      return before
    case 'signing-key-made':
      return before ?? { first: event.key, earlier: event.earlier, replacements: [] }
    case 'signing-key-replaced': {
      const { key, replaces, signature } = event
      const { first, earlier, replacements } = before ?? { first: replaces, earlier: [], replacements: [] }
      return { first, earlier, replacements: [...replacements, { key, replaces, signature }] }
    }
  }
}
