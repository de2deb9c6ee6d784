import type { EngineSettingsView } from '../../../../src/contract/views.ts'
import type { EngineName } from '../../../../src/model/engine.ts'

/** How the engines are set up while somebody writes it. The key that is set is not known here, only that there is one. */
export interface EngineEdits {
  readonly active: EngineSettingsView['active']
  readonly google: EngineSettingsView['google']
  readonly baseUrl: string
  readonly model: string
  /** A key to be set in place of the one there is; empty for none. */
  readonly key: string
  readonly removesKey: boolean
}

export function formOf({ active, google, openai }: EngineSettingsView): EngineEdits {
  return { active, google, baseUrl: openai.baseUrl, model: openai.model, key: '', removesKey: false }
}

export function bodyOf({ active, google, baseUrl, model, key, removesKey }: EngineEdits) {
  return {
    active,
    google: { project: google.project.trim(), location: google.location.trim(), glossary: google.glossary.trim() },
    openai: {
      baseUrl: baseUrl.trim(),
      model: model.trim(),
      ...(key.trim() !== '' ? { key: key.trim() } : removesKey && { key: '' }),
    },
  }
}

/** What the engine chosen lacks. Settings of one that is not chosen may wait. */
export type EngineProblem = 'project' | 'baseUrl' | 'model'

const problemsOfEngine: Readonly<Record<EngineName, (form: EngineEdits) => readonly EngineProblem[]>> = {
  memory: () => [],
  google: ({ google }) => (google.project.trim() === '' ? ['project'] : []),
  'openai-compatible': ({ baseUrl, model }) => [
    ...(isWebAddress(baseUrl.trim()) ? [] : (['baseUrl'] as const)),
    ...(model.trim() === '' ? (['model'] as const) : []),
  ],
}

export function problemsOf(form: EngineEdits): readonly EngineProblem[] {
  return problemsOfEngine[form.active](form)
}

/** Whether saving drops the key that is set: it was given for one server and does not go along to another. */
export function dropsKey(form: EngineEdits, saved: EngineSettingsView): boolean {
  return saved.openai.keySet && form.key.trim() === '' && form.baseUrl.trim() !== saved.openai.baseUrl
}

/** Where the texts go: to this machine, elsewhere, or elsewhere for anyone on the way to read. */
export type Destination =
  | { readonly type: 'unknown' | 'here' }
  | { readonly type: 'elsewhere' | 'open'; readonly host: string }

export function destinationOf(baseUrl: string): Destination {
  const url = isWebAddress(baseUrl.trim()) ? new URL(baseUrl.trim()) : null
  if (url === null) return { type: 'unknown' }
  if (/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)) return { type: 'here' }
  return { type: url.protocol === 'https:' ? 'elsewhere' : 'open', host: url.host }
}

export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}
