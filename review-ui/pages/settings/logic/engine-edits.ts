import type { EngineSettingsView } from '../../../../src/contract/views.ts'
import type { EngineName } from '../../../../src/model/engine.ts'
import type { DialectChoice } from '../../../../src/model/prompt-dialect.ts'

/** How the engines are set up while somebody writes it. The key that is set is not known here, only that there is one. */
export interface EngineEdits {
  readonly active: EngineSettingsView['active']
  readonly google: EngineSettingsView['google']
  readonly baseUrl: string
  readonly model: string
  /** A key to be set in place of the one there is; empty for none. */
  readonly key: string
  readonly removesKey: boolean
  readonly dialect: DialectChoice
  /** How many calls are under way at once, as written; empty for what suits the dialect. */
  readonly concurrency: string
}

export function formOf({ active, google, openai }: EngineSettingsView): EngineEdits {
  const { baseUrl, model, dialect, concurrency } = openai
  const calls = concurrency === null ? '' : String(concurrency)
  return { active, google, baseUrl, model, key: '', removesKey: false, dialect, concurrency: calls }
}

export function bodyOf({ active, google, baseUrl, model, key, removesKey, dialect, concurrency }: EngineEdits) {
  return {
    active,
    google: {
      ...google,
      project: google.project.trim(),
      location: google.location.trim(),
      glossary: google.glossary.trim(),
      ...(google.bucket !== undefined && { bucket: google.bucket.trim() }),
    },
    openai: {
      baseUrl: baseUrl.trim(),
      model: model.trim(),
      dialect,
      concurrency: isCallsAtOnce(concurrency) ? Number(concurrency) : null,
      ...(key.trim() !== '' ? { key: key.trim() } : removesKey && { key: '' }),
    },
  }
}

/** What the engine chosen lacks. Settings of one that is not chosen may wait. */
export type EngineProblem = 'project' | 'baseUrl' | 'model' | 'concurrency'

const problemsOfEngine: Readonly<Record<EngineName, (form: EngineEdits) => readonly EngineProblem[]>> = {
  memory: () => [],
  google: ({ google }) => (google.project.trim() === '' ? ['project'] : []),
  'openai-compatible': ({ baseUrl, model, concurrency }) => [
    ...(isWebAddress(baseUrl.trim()) ? [] : (['baseUrl'] as const)),
    ...(model.trim() === '' ? (['model'] as const) : []),
    ...(concurrency.trim() === '' || isCallsAtOnce(concurrency) ? [] : (['concurrency'] as const)),
  ],
}

export function problemsOf(form: EngineEdits): readonly EngineProblem[] {
  return problemsOfEngine[form.active](form)
}

/** Whether a text is a number of calls from 1 to 64. */
function isCallsAtOnce(text: string): boolean {
  return /^\s*(?:[1-9]|[1-5]\d|6[0-4])\s*$/.test(text)
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
