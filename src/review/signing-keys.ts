import type { SettingsEvent } from '../model/event.ts'
import type { KeyHistory, KeyReplacement } from '../model/signing-key.ts'
import type { VerifySignature } from '../ports/world.ts'
import { canonicalJson } from './canonical.ts'

/** What the replaced key signs. */
export function replacementText({ key, replaces }: Pick<KeyReplacement, 'key' | 'replaces'>): string {
  return canonicalJson({ type: 'signing-key-replaced', key, replaces })
}

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

/** The key that signs now. */
export function presentKey({ first, replacements }: Pick<KeyHistory, 'first' | 'replacements'>): string {
  return replacements.at(-1)?.key ?? first
}

/** All keys of the office, past and present. */
export function keysOf({ first, earlier, replacements }: KeyHistory): readonly string[] {
  return [...new Set([...earlier, first, ...replacements.map(({ key }) => key)])]
}

/** Whether each replacement takes the place of the key before it, with that key's signature unless it was lost. */
export function historyHolds({ first, replacements }: KeyHistory, verify: VerifySignature): boolean {
  return replacements.every((replacement, index) =>
    isSuccession({ first, replacements: replacements.slice(0, index) }, replacement, verify),
  )
}

/** Whether a replacement takes the place of the present key, with that key's signature unless it was lost. */
export function isSuccession(
  before: Pick<KeyHistory, 'first' | 'replacements'>,
  replacement: KeyReplacement,
  verify: VerifySignature,
): boolean {
  const { replaces, signature } = replacement
  if (replaces !== presentKey(before)) return false
  return signature === null || verify(replaces, replacementText(replacement), signature)
}

/**
 * The keys to trust beside those that `isTrusted` names, by a history: each key whose predecessor is trusted and signed
 * that it takes its place. A key that took the place of a lost one has to be published by the office.
 */
export function succeedingKeys(
  { replacements }: KeyHistory,
  isTrusted: (key: string) => boolean,
  verify: VerifySignature,
): readonly string[] {
  const succeeding = new Set<string>()
  for (const replacement of replacements) {
    const { key, replaces, signature } = replacement
    const isSigned = signature !== null && verify(replaces, replacementText(replacement), signature)
    if (isSigned && (isTrusted(replaces) || succeeding.has(replaces))) succeeding.add(key)
  }
  return [...succeeding]
}
