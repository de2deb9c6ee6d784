import type { EngineName, EngineSettings } from './engine.ts'

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

/** What of the settings says where an engine sends texts. */
type Addresses = { readonly openai: Pick<EngineSettings['openai'], 'baseUrl'> }

const destinations: Readonly<Record<EngineName, (settings: Addresses) => Destination>> = {
  memory: () => ({ type: 'here' }),
  offline: () => ({ type: 'here' }),
  google: () => ({ type: 'elsewhere', host: 'Google' }),
  'openai-compatible': ({ openai }) => destinationOf(openai.baseUrl),
}

export function destinationOfEngine(engine: EngineName, settings: Addresses): Destination {
  return destinations[engine](settings)
}

/** Whether texts may go to an engine: they stay on this machine, or an administrator has agreed to where they go. */
export function isAgreed(engine: EngineName, settings: Addresses & Pick<EngineSettings, 'consents'>): boolean {
  const destination = destinationOfEngine(engine, settings)
  if (!('host' in destination)) return true
  return settings.consents?.some(({ to }) => to === destination.host) === true
}
