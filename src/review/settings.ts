import type { Entry, SettingsEvent } from '../model/event.ts'
import type { SettingsChange, WorkspaceSettings } from '../model/settings.ts'
import type { KeyHistory } from '../model/signing-key.ts'
import { canonicalJson } from './canonical.ts'
import { keyHistoryAfter } from './signing-keys.ts'

/** What the journal of settings produces: all changes in one, and the keys; null until a key is recorded. */
export interface SettingsState {
  readonly change: SettingsChange
  readonly keys: KeyHistory | null
}

/** Folds entries of the journal of settings, from its beginning or into an earlier state. */
export function foldSettings(
  entries: readonly Entry<SettingsEvent>[],
  before: SettingsState = { change: {}, keys: null },
): SettingsState {
  return entries.reduce<SettingsState>(
    ({ change, keys }, { event }) => ({
      change: event.type === 'settings-changed' ? changedBy(change, event.change) : change,
      keys: keyHistoryAfter(keys, event),
    }),
    before,
  )
}

/** Two changes in one, the later one over the earlier. */
export function changedBy<Before extends SettingsChange>(before: Before, change: SettingsChange): Before {
  return { ...before, ...change, ...(change.style && { style: { ...before.style, ...change.style } }) }
}

/** The event of a change: what of it differs from the present settings; none if nothing does. */
export function decideSettings(present: WorkspaceSettings, change: SettingsChange): readonly SettingsEvent[] {
  const { style, ...rest } = change
  const differing: SettingsChange = {
    ...differingFrom(present, rest),
    ...(style && { style: differingFrom(present.style, style) }),
  }
  const { style: newStyle = {}, ...others } = differing
  if (Object.keys(newStyle).length === 0) {
    return Object.keys(others).length === 0 ? [] : [{ type: 'settings-changed', v: 1, change: others }]
  }
  return [{ type: 'settings-changed', v: 1, change: differing }]
}

function differingFrom<T extends object>(present: T, change: Partial<T>): Partial<T> {
  const result: Partial<T> = {}
  for (const name in change) {
    const value = change[name]
    if (value !== undefined && canonicalJson(value) !== canonicalJson(present[name])) result[name] = value
  }
  return result
}
