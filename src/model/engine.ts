/** The engines there are to choose from. */
export const engineNames = ['memory', 'google', 'openai-compatible'] as const
export type EngineName = (typeof engineNames)[number]

/** What an engine charges: US dollars a million code points of source, or a million tokens in and out. */
export type Price =
  | { readonly unit: 'characters'; readonly each: number }
  | { readonly unit: 'tokens'; readonly input: number; readonly output: number }

/** How the engines are set up, secrets included. */
export interface EngineSettings {
  readonly active: EngineName
  /** The engine that is asked to mend what the active one leaves with defects. */
  readonly second?: EngineName
  readonly prices?: Readonly<Partial<Record<EngineName, Price>>>
  readonly google: { readonly project: string; readonly location: string; readonly glossary: string }
  readonly openai: { readonly baseUrl: string; readonly model: string; readonly key: string }
}
